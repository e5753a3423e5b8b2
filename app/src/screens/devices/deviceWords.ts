import { isIosWeb } from '#domain/deviceHealth/deviceHealth';
import type { Device } from '#domain/people/person';

/** Whether a device would ring, as far as it said at its last opening. */
export function canRingWords({ permission, pushToken }: Pick<Device, 'permission' | 'pushToken'>): string {
  if (permission === 'denied') return "Can't ring: notifications are blocked";
  if (permission === 'prompt') return "Can't ring: notifications are not allowed yet";
  return pushToken === null ? 'Rings while Rouse is open on it' : 'Can ring';
}

/** What is to know of a device besides: how it is installed, and that an iPhone's web app is never counted on. */
export function installedWords(device: Pick<Device, 'platform' | 'name' | 'installed'>): string {
  const how = device.installed ? 'Installed' : 'In the browser, not installed';
  return isIosWeb(device) ? `${how}. Web push on an iPhone alone does not count` : how;
}
