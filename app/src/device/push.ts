import type { PushedData } from './pushedData';

export type Permission = 'granted' | 'denied' | 'prompt' | 'unsupported';

/**
 * What the push service gave. `none`: there is none here (local mode), the open app alone rings. `failed`: there should be
 * one, and it did not answer; tried again when the network is back or the app is looked at.
 */
export type PushToken = { state: 'token'; token: string } | { state: 'none' } | { state: 'failed' };

/** How this device is reached by push, whatever carries it. */
export type PushAdapter = {
  platform: 'web' | 'android' | 'ios';
  permission(): Promise<Permission>;
  /** Asks the person. Only ever in a touch, and after the reason was on the screen: a browser asks once. */
  ask(): Promise<Permission>;
  /** The address for pushes; asked anew at every launch, because it changes without a word. */
  token(): Promise<PushToken>;
  /** Gives the address up: this device must not ring for whoever was signed in. */
  forget(): Promise<void>;
  /** Calls back when the permission changes, and for taps that no service worker sees. Answers how to end it. */
  follow(parts: { onPermission: () => void; onTap: (data: PushedData) => void }): () => void;
};

let chosen: Promise<PushAdapter> | undefined;

/** Chosen at run time: one build is the website and the native shell, which announces itself before the first script. */
export function pushAdapter(): Promise<PushAdapter> {
  chosen ??= choose();
  chosen.catch(() => { chosen = undefined; });
  return chosen;
}

async function choose(): Promise<PushAdapter> {
  if ('Capacitor' in window) {
    const { Capacitor } = await import('@capacitor/core');
    if (Capacitor.isNativePlatform()) return (await import('./nativePush')).nativePush(Capacitor.getPlatform() === 'ios' ? 'ios' : 'android');
  }
  return (await import('./webPush')).webPush();
}
