import type { Platform } from '../../device/platform';

/** The way to the switch that blocks notifications, on this platform. */
export function unblockSteps({ kind, browser, installed }: Platform): string[] {
  if (kind === 'ios') return ['Open Settings, then Notifications.', 'Choose Rouse.', 'Allow notifications, sounds, and Time Sensitive.', 'Come back here.'];
  if (kind === 'android') {
    return installed
      ? ['Press and hold the Rouse icon, then App info.', 'Choose Notifications and allow them.', 'Come back here.']
      : ['Touch the sign left of the address, then Permissions.', 'Allow Notifications.', 'Come back here.'];
  }
  if (browser === 'Safari') return ['Open Safari, Settings, Websites, Notifications.', 'Choose Allow beside this address.', 'Come back here.'];
  if (browser === 'Firefox') return ['Click the sign left of the address.', 'Remove the block beside "Send notifications".', 'Reload this page.'];
  return ['Click the sign left of the address.', 'Switch Notifications on.', 'Come back here.'];
}

/** How to install Rouse as an app of its own on this platform. */
export function installSteps({ kind, browser }: Platform): string[] {
  if (kind === 'ios') return ['Touch the Share sign in Safari.', 'Choose Add to Home Screen, then Add.', 'Open Rouse from the Home Screen and sign in there.'];
  if (kind === 'android') {
    return browser === 'Firefox'
      ? ['Open the menu (three dots).', 'Choose Install, then Add.', 'Open Rouse from the home screen.']
      : ['Open the menu (three dots).', 'Choose Add to home screen, then Install.', 'Open Rouse from the home screen.'];
  }
  if (browser === 'Safari') return ['Open the File menu.', 'Choose Add to Dock.', 'Open Rouse from the Dock.'];
  if (browser === 'Firefox') return ['Firefox on a computer installs no apps. Pin this tab, so that it stays open.'];
  return ['Click the install sign at the right end of the address bar.', 'Choose Install.', 'Let it open at start, in the app menu under App info.'];
}

/** What installing brings, on this platform. */
export function installReason({ kind }: Platform): string {
  if (kind === 'ios') return 'An iPhone rings only for apps on the Home Screen.';
  if (kind === 'android') return 'An installed app keeps its notifications when the browser is cleaned up.';
  return 'An app of its own is not closed together with your tabs.';
}
