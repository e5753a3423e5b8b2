import { workerRegistration } from './worker';

/** What the operating system and the browser say about ringing here; `unknown`: they do not say. */
export type System = {
  /** Whether this browser has an address for pushes now, whatever Rouse was told earlier. */
  subscription: 'present' | 'none' | 'unknown';
  /** Whether a notification has buttons on the lock screen. */
  lockScreenButtons: boolean;
  /** Whether the app's icon can show how many page. */
  badge: boolean;
};

/** Asks the browser. There is no question for do-not-disturb, volume or a silent switch: no system answers those to an app. */
export async function readSystem(): Promise<System> {
  const registration = await workerRegistration();
  const subscription = await registration?.pushManager?.getSubscription().then((found) => (found === null ? 'none' as const : 'present' as const), () => 'unknown' as const);
  return {
    subscription: subscription ?? 'unknown', badge: 'setAppBadge' in navigator,
    lockScreenButtons: 'Notification' in window && 'actions' in Notification.prototype,
  };
}
