import type { Platform } from '../../device/platform';
import { installSteps, unblockSteps } from './steps';

/** The platforms that are told apart by what has to be done on them. */
export const guideNames = {
  androidChrome: 'Android, Chrome', iosInstalled: 'iPhone or iPad, on the Home Screen', iosBrowser: 'iPhone or iPad, in Safari',
  desktopChrome: 'Computer, Chrome or Edge', desktopFirefox: 'Computer, Firefox', desktopSafari: 'Mac, Safari',
} as const;
export type GuideName = keyof typeof guideNames;

const platforms: Record<GuideName, Platform> = {
  androidChrome: { kind: 'android', browser: 'Chrome', system: 'Android', installed: true },
  iosInstalled: { kind: 'ios', browser: 'Safari', system: 'iPhone', installed: true },
  iosBrowser: { kind: 'ios', browser: 'Safari', system: 'iPhone', installed: false },
  desktopChrome: { kind: 'desktop', browser: 'Chrome', system: 'Windows', installed: false },
  desktopFirefox: { kind: 'desktop', browser: 'Firefox', system: 'Windows', installed: false },
  desktopSafari: { kind: 'desktop', browser: 'Safari', system: 'Mac', installed: false },
};

/** The guide for a platform. */
export function guideOf({ kind, browser, installed }: Pick<Platform, 'kind' | 'browser' | 'installed'>): GuideName {
  if (kind === 'android') return 'androidChrome';
  if (kind === 'ios') return installed ? 'iosInstalled' : 'iosBrowser';
  if (browser === 'Firefox') return 'desktopFirefox';
  return browser === 'Safari' ? 'desktopSafari' : 'desktopChrome';
}

export type Guide = { install: string[]; allow: string[]; loud: string[]; limits: string };

/** What to do on a platform, and what cannot be done there. `platform`: the very one, where it is known. */
export function guide(name: GuideName, platform: Platform = platforms[name]): Guide {
  return { install: platform.installed && name !== 'androidChrome' ? [] : installSteps(platform), allow: unblockSteps(platform), loud: loudSteps(platform), limits: limitsOf(name) };
}

/** How to let Rouse through do-not-disturb, and make it be heard. */
export function loudSteps({ kind, system, browser, installed }: Platform): string[] {
  const app = installed ? 'Rouse' : browser === 'the browser' ? 'the browser' : browser;
  if (kind === 'ios') {
    return ['Open Settings, then Focus, then Do Not Disturb, and add Rouse under Apps.', 'In Settings, Notifications, Rouse, switch Sounds on.', 'Leave the ring switch on: in silent mode a web app makes no sound.'];
  }
  if (kind === 'android') {
    return [`Open Settings, then Notifications, then Do Not Disturb, then Apps, and add ${app}.`, `In Settings, Apps, ${app}, Notifications, choose Alerting and a sound.`, `In Settings, Apps, ${app}, Battery, choose Unrestricted.`];
  }
  if (system === 'Mac') return [`Open System Settings, then Focus, then Do Not Disturb, and add ${app} under Allowed Apps.`, `In System Settings, Notifications, ${app}, choose Alerts and switch sound on.`];
  if (system === 'Windows') return [`Open Settings, then System, then Notifications, and switch ${app} on.`, `Under Set priority notifications, add ${app}.`, 'Keep the computer awake: one that sleeps does not ring.'];
  return [`In the settings of your desktop, allow ${app} to notify, also with do-not-disturb.`, 'Keep the computer awake: one that sleeps does not ring.'];
}

function limitsOf(name: GuideName): string {
  switch (name) {
    case 'iosInstalled': return 'No buttons on the lock screen here: a tap opens the page, with Acknowledge under the thumb. It rings once, so have a call or an SMS as the next way.';
    case 'iosBrowser': return 'Safari rings for nothing that is not on the Home Screen. Install it first.';
    case 'androidChrome': return 'Acknowledge and Escalate stand on the lock screen. It rings once and shakes long; have a call as the next way.';
    case 'desktopChrome': return 'Chrome has to run, at least in the background. A computer is a second device, never the only one.';
    case 'desktopFirefox': return 'Firefox has to run, and shows no buttons. A computer is a second device, never the only one.';
    case 'desktopSafari': return 'Shows no buttons: a click opens the page. A computer is a second device, never the only one.';
    default: return name satisfies never;
  }
}
