type Sentence = { id: number; text: string; tone: 'plain' | 'good' | 'danger' };

let current: Sentence | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(next: Sentence | null) {
  current = next;
  for (const listener of listeners) listener();
}

/** Says one sentence at the foot of the screen, for as long as it takes to read it (4 to 10 s). The last one wins. */
export function say(text: string, tone: Sentence['tone'] = 'plain'): void {
  clearTimeout(timer);
  show({ id: (current?.id ?? 0) + 1, text, tone });
  timer = setTimeout(() => show(null), Math.min(10_000, 4_000 + text.length * 40));
}

/** Takes the sentence away before its time. */
export function unsay(): void {
  clearTimeout(timer);
  show(null);
}

export const sentences = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
  current: () => current,
};
