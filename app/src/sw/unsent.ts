import { createStore, del, get, set, values } from 'idb-keyval';
import type { PushedPage } from './payload';

/** A tap without an answer. `at` is when it was tapped, ms since epoch. `from`: in the open app, which says itself what becomes of it. */
export type Act = { what: 'acknowledge' | 'escalate'; page: PushedPage; at: number; from?: 'app' };

// A database of its own: the app's queue holds commands of a session, these hold tokens and need none.
const store = createStore('rouse-acts', 'unsent');
const keyOf = ({ what, page }: Pick<Act, 'what' | 'page'>) => `${what} ${page.token}`;

/** Acts that wait for their answer, oldest first. They outlive the worker, the browser and a flat battery. */
export const unsent = {
  async all(): Promise<Act[]> {
    return (await values<Act>(store)).sort((a, b) => a.at - b.at);
  },
  async keep(act: Act): Promise<void> {
    // The first tap's time stays: it is when the person took it.
    if ((await get(keyOf(act), store)) === undefined) await set(keyOf(act), act, store);
  },
  forget: (act: Pick<Act, 'what' | 'page'>): Promise<void> => del(keyOf(act), store),
};
