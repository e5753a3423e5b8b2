import type { Permission, PushToken } from './push';

/** What is known about this device in this launch; null: not looked yet. */
export type DeviceFacts = {
  permission: Permission | null;
  push: PushToken['state'] | null;
  /** Whether Rouse has taken down this device since the launch; `failed` is tried again when the network is back or the app is looked at. */
  registration: 'unknown' | 'registered' | 'failed';
  testedAt: number | null;
};

let facts: DeviceFacts = { permission: null, push: null, registration: 'unknown', testedAt: null };
const listeners = new Set<() => void>();

/** One store for what screens show about this device. */
export const deviceStore = {
  current: (): DeviceFacts => facts,
  learn(news: Partial<DeviceFacts>): void {
    facts = { ...facts, ...news };
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
};
