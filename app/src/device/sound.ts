import { alarmSound } from '../screens/alarm/sound';

const KEPT = 'rouse.soundAllowed';
const listeners = new Set<() => void>();

/**
 * To be called in a touch: from then on the alarm may sound in this page. Browsers refuse sound to a page that nobody has
 * touched, so the first touch after a launch allows it too (`startDevice`).
 */
export async function unlockSound(): Promise<void> {
  await alarmSound.unlock();
  if (localStorage.getItem(KEPT) === 'yes') return;
  localStorage.setItem(KEPT, 'yes');
  for (const listener of listeners) listener();
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

/** Lets the first touch allow sound. Answers how to end it. */
export function unlockAtFirstTouch(): () => void {
  const unlock = () => { void unlockSound(); };
  const once = { once: true, capture: true } as const;
  document.addEventListener('pointerdown', unlock, once);
  document.addEventListener('keydown', unlock, once);
  return () => {
    document.removeEventListener('pointerdown', unlock, once);
    document.removeEventListener('keydown', unlock, once);
  };
}
