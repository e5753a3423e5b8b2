import { asCommand } from '../commands/wish';
import { sendCommand } from '../commands/send';
import { keptPages } from '../sw/keptPages';
import { showBadge } from './badge';
import { deviceStore } from './deviceStore';
import { kept } from './kept';
import { deviceName, thisPlatform } from './platform';
import { pushAdapter } from './push';
import { sound } from './sound';
import { workerRegistration } from './worker';

const KEPT = 'rouse.deviceId';

/** This device's own id: stable over launches and people, gone with the browser's storage. */
export function deviceId(): string {
  const known = localStorage.getItem(KEPT);
  if (known !== null && known.length >= 8) return known;
  const made = crypto.randomUUID();
  localStorage.setItem(KEPT, made);
  return made;
}

let latest = 0;

/**
 * Looks at this device and tells Rouse: at every launch, because push addresses change silently, and whenever a permission
 * changed. What does not arrive is tried again when the network is back or the app is looked at.
 */
export async function registerDevice(): Promise<void> {
  latest += 1;
  const mine = latest;
  await kept.setDeviceId(deviceId());
  const adapter = await pushAdapter();
  const [permission, testedAt] = await Promise.all([adapter.permission(), kept.testedAt()]);
  deviceStore.learn({ permission, testedAt });
  const push = permission === 'granted' ? await adapter.token() : { state: 'none' as const };
  // A later look has begun meanwhile: it knows better.
  if (mine !== latest) return;
  deviceStore.learn({ push: push.state });
  if (push.state === 'failed') {
    // No answer is not "no address": the one that Rouse has may still be good, so nothing is said until there is an answer.
    deviceStore.learn({ registration: 'failed' });
    return;
  }
  const platform = thisPlatform();
  const outcome = await sendCommand(asCommand({
    type: 'registerDevice', deviceId: deviceId(), name: deviceName(platform), platform: adapter.platform,
    pushToken: push.state === 'token' ? push.token : null,
    // A device that cannot be asked will not be granted.
    permission: permission === 'unsupported' ? 'denied' : permission,
    installed: platform.installed, soundAllowed: sound.allowed(),
  }));
  deviceStore.learn({ registration: outcome.state === 'answered' ? 'registered' : 'failed' });
}

/** Asks for the permission to ring, in a touch and after the reason was given, and registers the result. */
export async function askToRing(): Promise<void> {
  const permission = await (await pushAdapter()).ask();
  deviceStore.learn({ permission });
  await registerDevice();
}

/** Takes this device away from whoever signs out: it must not ring for them, nor show what rang. Rouse is told while their token holds. */
export async function leaveDevice(tokenHolds: boolean): Promise<void> {
  const adapter = await pushAdapter();
  await Promise.allSettled([
    ...(tokenHolds ? [sendCommand(asCommand({ type: 'removeDevice', deviceId: deviceId() }))] : []),
    adapter.forget(),
    closeNotifications(),
    kept.forgetTest(),
    keptPages.clear(),
  ]);
  showBadge(0);
  sessionStorage.removeItem('rouse.pageToken');
  deviceStore.learn({ push: null, registration: 'unknown', testedAt: null });
}

async function closeNotifications(): Promise<void> {
  const registration = await workerRegistration();
  for (const shown of (await registration?.getNotifications()) ?? []) shown.close();
}
