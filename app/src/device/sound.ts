import { alarmSound } from '../screens/alarm/sound';

const KEPT = 'rouse.soundAllowed';
const listeners = new Set<() => void>();

/**
 * To be called in a touch: from then on the alarm may sound in this page. Browsers refuse sound to a page that nobody has
 * touched, so the first touch after a launch allows it too (`startDevice`). Answers whether sound is on now.
 */
export async function unlockSound(): Promise<boolean> {
  const running = await alarmSound.unlock();
  if (localStorage.getItem(KEPT) === 'yes') return running;
  localStorage.setItem(KEPT, 'yes');
  for (const listener of listeners) listener();
  return running;
}

/** Whether somebody has allowed sound on this device, by touching it. */
export const sound = {
  allowed: (): boolean => localStorage.getItem(KEPT) === 'yes',
  forget: () => localStorage.removeItem(KEPT),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
};

/** A finger's `pointerdown` is no activation (it may become a scroll): its `pointerup` or `click` is. */
const TOUCHES = ['pointerup', 'click', 'keydown'] as const;

/** Lets the first touch that the browser accepts allow sound. Answers how to end it. */
export function unlockAtFirstTouch(): () => void {
  const unlock = () => { void unlockSound().then((running) => { if (running) end(); }); };
  const end = () => { for (const touch of TOUCHES) document.removeEventListener(touch, unlock, { capture: true }); };
  for (const touch of TOUCHES) document.addEventListener(touch, unlock, { capture: true });
  return end;
}
