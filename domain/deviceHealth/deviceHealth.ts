import type { Device } from '../people/person';
import { DAY, type Instant, MINUTE } from '../time/instant';

/**
 * Whether a person's devices can be woken. `signedOut`: none is registered; `denied`: none may show notifications; `lost`: none has an address for pushes;
 * `iosWebOnly`: only web apps on an iPhone or iPad; `silent`: the last two pushes of 24 hours were not confirmed.
 */
export type DeviceState = 'fine' | 'silent' | 'lost' | 'iosWebOnly' | 'denied' | 'signedOut';

/** A push that left for a person, and when a device confirmed it (ms since epoch). */
export type Pushed = { sentAt: Instant; deliveredAt: Instant | null };

/** A receipt takes seconds; a push younger than this is not held against a device. */
const receiptTime = 3 * MINUTE;

/**
 * The web app on an iPhone or iPad: iOS revokes its subscription without a word (after three pushes that showed nothing, or long disuse), so it is never
 * counted on. It registers as `web`, by the system's name.
 */
export const isIosWeb = ({ platform, name }: Pick<Device, 'platform' | 'name'>): boolean => platform === 'web' && /^(iPhone|iPad)\b/.test(name);

/** How a person's devices are, from their contact and what was pushed to them; `why` as a clause: `no device of theirs is registered`. */
export function deviceHealth(devices: readonly Device[], pushed: readonly Pushed[], now: Instant): { state: DeviceState; why: string } {
  const [state, why] = judged(devices, pushed, now);
  return { state, why };
}

function judged(devices: readonly Device[], pushed: readonly Pushed[], now: Instant): [DeviceState, string] {
  if (devices.length === 0) return ['signedOut', 'no device of theirs is registered'];
  const allowed = devices.filter(({ permission }) => permission === 'granted');
  if (allowed.length === 0) return ['denied', 'notifications are not allowed on their device'];
  const addressed = allowed.filter(({ pushToken }) => pushToken !== null);
  if (addressed.length === 0) return ['lost', 'their device has no address for pushes any more'];
  const counted = addressed.filter((device) => !isIosWeb(device));
  if (counted.length === 0) return ['iosWebOnly', 'they have only the web app on an iPhone, which can go silent without a word'];
  const last = pushed.filter(({ sentAt }) => sentAt > now - DAY && sentAt <= now - receiptTime).sort((a, b) => b.sentAt - a.sentAt).slice(0, 2);
  const [newest] = last;
  const isSilent = last.length === 2 && last.every(({ deliveredAt }) => deliveredAt === null);
  // Whoever opened the app since has a device that works and is registered anew.
  const openedAt = Math.max(...counted.map(({ lastOpenedAt, lastReceiptAt }) => Math.max(lastOpenedAt, lastReceiptAt ?? 0)));
  if (isSilent && newest !== undefined && openedAt < newest.sentAt) return ['silent', 'the last 2 pushes to their phone were not confirmed'];
  return ['fine', 'their phone can ring'];
}

/** What the person themselves reads: what is wrong, and what mends it. */
export function advice(state: Exclude<DeviceState, 'fine'>): string {
  switch (state) {
    case 'signedOut': return 'No device of yours is registered. Open Rouse on your phone and sign in.';
    case 'denied': return 'Notifications are not allowed on your device. Allow them in its settings, then open Rouse.';
    case 'lost': return 'Your device has no address for pushes any more. Open Rouse on it.';
    case 'iosWebOnly': return 'The web app on an iPhone can go silent without a word. Add a phone number or another device.';
    case 'silent': return 'The last 2 pushes to it were not confirmed. Open Rouse on it and send yourself a test page.';
    default: return state satisfies never;
  }
}
