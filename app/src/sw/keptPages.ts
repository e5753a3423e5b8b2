import { createStore, del, entries, get, set } from 'idb-keyval';
import { isRecord } from './payload';
import type { PushedPage } from './payload';

/**
 * A page as this device knows it: what was pushed, and what `GET /v1/pages/{token}` answered about it (as it came; null: nobody answered). `keptAt`: when
 * that was; ms since epoch. The token may act until `expiresAt`, and nothing is kept longer.
 */
export type KeptPage = { page: PushedPage; answer: unknown; keptAt: number; expiresAt: number };

/** A token's life where the answer does not say it, in ms (the server's `tokenLife`). */
const LIFE = 12 * 60 * 60_000;

// The worker writes, the app reads: its first screen needs no network, no session and no other reading.
const store = createStore('rouse-pages', 'pages');

/** What was answered about the page, as it is kept at `now`. An answer that did not come does not take the place of one that did. */
export function keptOf(page: PushedPage, answer: unknown, before: KeptPage | undefined, now: number): KeptPage {
  const told = isRecord(answer) && isRecord(answer.page) && typeof answer.page.expiresAt === 'number' ? answer.page.expiresAt : page.sentAt + LIFE;
  if (answer === null && before?.page.token === page.token) return before;
  return { page, answer, keptAt: now, expiresAt: told };
}

/** Pages by incident. Storage that can't be read (a private window, a full disk) keeps nothing, and the network is asked. */
export const keptPages = {
  async of(incidentId: string, now: number): Promise<KeptPage | null> {
    const kept = await get<KeptPage>(incidentId, store).catch(() => undefined);
    return kept !== undefined && kept.expiresAt > now ? kept : null;
  },
  async keep(page: PushedPage, answer: unknown, now: number): Promise<void> {
    const { incidentId } = page;
    if (incidentId === null || (page.kind !== 'page' && page.kind !== 'request')) return;
    try {
      await set(incidentId, keptOf(page, answer, await get<KeptPage>(incidentId, store), now), store);
      for (const [key, { expiresAt }] of await entries<string, KeptPage>(store)) if (expiresAt <= now) await del(key, store);
    } catch {
      // Nothing rings less for it.
    }
  },
  /** Whoever signs out leaves nothing of their pages behind. */
  async clear(): Promise<void> {
    for (const [key] of await entries<string, KeptPage>(store).catch(() => [])) await del(key, store).catch(() => undefined);
  },
};
