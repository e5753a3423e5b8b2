// Rouse's own tone, made rather than played: nothing to fetch when it matters, and loud on a phone's small speaker.
// Two notes a fourth apart (the interval of a siren heard far off), each with a hard start, then a second of silence in
// which a person can think; it begins at a third of its loudness and is at full after 8 s.

const PATTERN = [
  { at: 0, frequency: 784, length: 0.28 },
  { at: 0.32, frequency: 1047, length: 0.28 },
  { at: 0.64, frequency: 784, length: 0.28 },
  { at: 0.96, frequency: 1047, length: 0.42 },
] as const;
/** From one start of the pattern to the next, in s. */
const PERIOD = 2.4;
const GROWING = 8;

export type SoundState = 'off' | 'playing' | 'blocked';

let context: AudioContext | null = null;
let master: GainNode | null = null;
let timer: ReturnType<typeof setInterval> | undefined;
let nextAt = 0;
let state: SoundState = 'off';
const listeners = new Set<() => void>();

function become(next: SoundState) {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

function ring() {
  if (!context || !master) return;
  become(context.state === 'running' ? 'playing' : 'blocked');
  if (context.state !== 'running') {
    // A phone call or the screen lock suspends it at any time; it is not resumed by itself.
    void context.resume().catch(() => undefined);
    return;
  }
  // Refused, with a line in the console, before the first touch.
  if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.([500, 200, 500, 200, 700]);
  if (nextAt < context.currentTime) nextAt = context.currentTime + 0.05;
  for (const { at, frequency, length } of PATTERN) note(context, master, nextAt + at, frequency, length);
  nextAt += PERIOD;
}

function note(audio: AudioContext, out: AudioNode, at: number, frequency: number, length: number) {
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(1, at + 0.012);
  gain.gain.setValueAtTime(1, at + length - 0.06);
  gain.gain.linearRampToValueAtTime(0, at + length);
  gain.connect(out);
  // A triangle carries where a sine would not; its octave above makes it cut through a room.
  for (const [type, ratio, level] of [['triangle', 1, 0.7], ['square', 2, 0.12]] as const) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.type = type;
    tone.frequency.value = frequency * ratio;
    loudness.gain.value = level;
    tone.connect(loudness).connect(gain);
    tone.start(at);
    tone.stop(at + length);
  }
}

export const alarmSound = {
  current: (): SoundState => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },

  /** Rings until `stop`. A browser that has not been touched yet refuses; `current` is `blocked` then and `unlock` mends it. */
  start: (): void => {
    if (timer !== undefined) return;
    context ??= new AudioContext();
    master = context.createGain();
    master.gain.setValueAtTime(0.3, context.currentTime);
    master.gain.linearRampToValueAtTime(0.9, context.currentTime + GROWING);
    master.connect(context.destination);
    nextAt = 0;
    void context.resume().catch(() => undefined);
    ring();
    // Resuming is answered late or never; the next period looks again.
    context.onstatechange = () => { if (timer !== undefined && context?.state === 'running' && state === 'blocked') ring(); };
    timer = setInterval(ring, PERIOD * 1_000);
  },

  /** Silent at once, also in the middle of a note. */
  stop: (): void => {
    clearInterval(timer);
    timer = undefined;
    master?.disconnect();
    master = null;
    if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(0);
    become('off');
  },

  /** To be called in a touch: allows sound from then on. Answers whether it does. */
  unlock: async (): Promise<boolean> => {
    context ??= new AudioContext();
    await context.resume().catch(() => undefined);
    if (timer !== undefined) ring();
    return context.state === 'running';
  },
};
