import type { System } from '../../device/system';

/** What stands for the push subscription: what this browser has, and what Rouse was told. null: still being looked at. */
export function subscriptionWords(system: System | null, isRegistered: boolean, isLocal: boolean): string {
  if (isLocal) return 'None here: keep Rouse open to be paged';
  if (system === null) return 'Looking';
  switch (system.subscription) {
    case 'present': return isRegistered ? 'Present, and known to Rouse: rings with Rouse closed' : 'Present, not yet known to Rouse';
    // The address that Rouse has leads nowhere: worse than none, and it must not look fine.
    case 'none': return isRegistered ? 'Gone from this browser: open Rouse again to renew it' : 'None yet';
    case 'unknown': return isRegistered ? 'Known to Rouse: rings with Rouse closed' : 'This browser does not say';
    default: return system.subscription satisfies never;
  }
}

/** What the lock screen of this system can do. */
export function lockScreenWords({ lockScreenButtons }: System): string {
  return lockScreenButtons ? 'Acknowledge and Escalate as buttons' : 'No buttons: a tap opens the page';
}
