import type { Device } from '#domain/people/person';

/** Whether a device would ring, as far as it said at its last opening. */
export function canRingWords({ permission, pushToken }: Pick<Device, 'permission' | 'pushToken'>): string {
  if (permission === 'denied') return "Can't ring: notifications are blocked";
  if (permission === 'prompt') return "Can't ring: notifications are not allowed yet";
  return pushToken === null ? 'Rings while Rouse is open on it' : 'Can ring';
}
