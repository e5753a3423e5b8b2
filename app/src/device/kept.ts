import { createStore, del, get, set } from 'idb-keyval';

// Shared with the service worker, which has no localStorage: it sees the tap that proves a test.
const store = createStore('rouse-device', 'facts');

/** What this device knows about itself, whoever is signed in. Unreadable storage (private windows) reads as nothing. */
export const kept = {
  /** Which device this is, for the worker's receipts: they say which phone a page came to. */
  deviceId: (): Promise<string | null> => get<string>('deviceId', store).then((id) => id ?? null, () => null),
  setDeviceId: (id: string): Promise<void> => set('deviceId', id, store).catch(() => undefined),
  testedAt: (): Promise<number | null> => get<number>('testedAt', store).then((at) => at ?? null, () => null),
  setTestedAt: (at: number): Promise<void> => set('testedAt', at, store).catch(() => undefined),
  forgetTest: (): Promise<void> => del('testedAt', store).catch(() => undefined),
};
