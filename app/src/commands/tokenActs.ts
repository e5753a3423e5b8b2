import type { PushedPage } from '../sw/payload';
import type { TokenOutcome } from './byToken';

/**
 * An acknowledge by a page's token. `sending`: its first answer is expected; `waiting`: none came, so it must not look done, and it is tried again; else what became
 * of it. `at`: the tap; `settledAt`: the answer; `late`: its sender had been told "not yet sent". ms since epoch.
 */
export type TokenAct =
  | { state: 'sending' | 'waiting'; page: PushedPage; at: number }
  | { state: Exclude<TokenOutcome['state'], 'unanswered'>; page: PushedPage; at: number; settledAt: number; late: boolean; message: string };

export type TokenActParts = {
  send: (token: string) => Promise<TokenOutcome>;
  /** Shared with the service worker, which goes on where the app was closed. */
  disk: { all: () => Promise<{ page: PushedPage; at: number }[]>; keep: (act: { page: PushedPage; at: number }) => Promise<void>; forget: (page: PushedPage) => Promise<void> };
  now: () => number;
  /** Calls back after `ms`; answers how to call it off. */
  after: (ms: number, run: () => void) => () => void;
  /** One that was waiting has been answered. */
  late: (act: TokenAct & { message: string }) => void;
};

/** Waits before the next attempt, in ms; the last one repeats. */
const PAUSES = [1_000, 2_000, 5_000, 10_000, 20_000];

/** The acknowledges by token of this launch, by incident: the page's screen and the whole incident's tell the same of them. */
export function createTokenActs({ send, disk, now, after, late }: TokenActParts) {
  let acts: ReadonlyMap<string, TokenAct> = new Map();
  const listeners = new Set<() => void>();
  const pausing = new Map<string, () => void>();
  const sending = new Set<string>();

  function become(incidentId: string, act: TokenAct) {
    acts = new Map([...acts, [incidentId, act]]);
    for (const listener of listeners) listener();
  }

  async function attempt(incidentId: string, page: PushedPage, at: number, tries: number): Promise<void> {
    if (sending.has(page.token)) return;
    sending.add(page.token);
    pausing.get(incidentId)?.();
    const outcome = await send(page.token).finally(() => sending.delete(page.token));
    const wasWaiting = acts.get(incidentId)?.state === 'waiting';
    if (outcome.state === 'unanswered') {
      become(incidentId, { state: 'waiting', page, at });
      pausing.set(incidentId, after(PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 0, () => { void attempt(incidentId, page, at, tries + 1); }));
      await disk.keep({ page, at }).catch(() => undefined);
      return;
    }
    const act = { state: outcome.state, page, at, settledAt: now(), late: wasWaiting, message: outcome.message };
    become(incidentId, act);
    await disk.forget(page).catch(() => undefined);
    if (wasWaiting) late(act);
  }

  return {
    of: (incidentId: string): TokenAct | null => acts.get(incidentId) ?? null,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    /** Acknowledges by this page's token, and goes on until it is answered. */
    acknowledge: (incidentId: string, page: PushedPage): Promise<void> => {
      const at = now();
      become(incidentId, { state: 'sending', page, at });
      return attempt(incidentId, page, at, 0);
    },
    /** Tries all that waits at once: somebody asked, or the network is back. */
    retry: (): void => {
      for (const [incidentId, act] of acts) if (act.state === 'waiting') void attempt(incidentId, act.page, act.at, 0);
    },
    /** Takes over what was tapped on the lock screen, or before the app was closed, and has no answer. */
    adopt: async (): Promise<void> => {
      for (const { page, at } of await disk.all().catch(() => [])) {
        const { incidentId } = page;
        if (incidentId === null || acts.has(incidentId)) continue;
        become(incidentId, { state: 'waiting', page, at });
        void attempt(incidentId, page, at, 0);
      }
    },
  };
}
