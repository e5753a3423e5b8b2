import { useEffect, useSyncExternalStore } from 'react';
import { ACT_LIFE } from '../sw/answer';
import { unsent } from '../sw/unsent';
import { say } from '../ui/toast';
import { acknowledgeByToken } from './byToken';
import { createTokenActs } from './tokenActs';
import type { TokenAct } from './tokenActs';

/** The app's own, in the store that the service worker goes on from. */
export const tokenActs = createTokenActs({
  send: acknowledgeByToken,
  disk: {
    all: async () => (await unsent.all()).filter(({ what, at }) => what === 'acknowledge' && Date.now() - at < ACT_LIFE),
    keep: ({ page, at }) => unsent.keep({ what: 'acknowledge', page, at, from: 'app' }),
    forget: (page) => unsent.forget({ what: 'acknowledge', page }),
  },
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  late: ({ state, message }) => (state === 'done' ? say(`Sent now. ${message}`, 'good') : say(`Too late, and nothing was changed. ${message}`, 'danger')),
});

let begun = false;

function begin() {
  if (begun) return;
  begun = true;
  window.addEventListener('online', () => tokenActs.retry());
  void tokenActs.adopt();
}

/** What became of the acknowledge by token of this incident, as it changes; null: there was none. */
export function useTokenAct(incidentId: string): TokenAct | null {
  useEffect(begin, []);
  return useSyncExternalStore(tokenActs.subscribe, () => tokenActs.of(incidentId));
}
