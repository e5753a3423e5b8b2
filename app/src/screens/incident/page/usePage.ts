import { useEffect, useState } from 'react';
import { askForPage, readPageLook } from '../../../commands/byToken';
import type { PageLook } from '../../../commands/byToken';
import { keptPages } from '../../../sw/keptPages';
import type { PushedPage } from '../../../sw/payload';

/** How often the page is asked for again while it is looked at without the whole incident, in ms. */
const AGAIN = 20_000;

/**
 * What is known of the tapped page: out of what the service worker kept, at once, then as the server says it. `look` null: nothing yet, or nobody answered (`asked`).
 * `knownAt`: when that was so (ms since epoch). `page`: as it was pushed, for an acknowledge.
 */
export type KnownPage = { look: PageLook | null; knownAt: number; isFresh: boolean; asked: boolean; page: PushedPage };

/** The tapped page, as more becomes known of it. */
export function usePage(token: string, incidentId: string): KnownPage {
  const [known, setKnown] = useState<KnownPage>(() => ({ look: null, knownAt: Date.now(), isFresh: false, asked: false, page: pageOf(token, incidentId) }));
  useEffect(() => {
    let left = false;
    let page = pageOf(token, incidentId);
    const fromKept = async () => {
      const kept = await keptPages.of(incidentId, Date.now());
      if (kept === null || left) return;
      page = { ...kept.page, token };
      const { title, body } = kept.page;
      const look = readPageLook(kept.answer) ?? { state: 'ringing' as const, title, body, page: null };
      setKnown((before) => (before.isFresh ? { ...before, page } : { ...before, look, knownAt: kept.keptAt, page }));
    };
    const ask = async () => {
      const answer = await askForPage(token);
      const look = readPageLook(answer);
      if (left) return;
      if (look === null) {
        setKnown((before) => ({ ...before, isFresh: false, asked: true }));
        return;
      }
      const knownAt = Date.now();
      setKnown((before) => ({ ...before, look, knownAt, isFresh: true, asked: true }));
      await reading;
      await keptPages.keep(page, answer, knownAt);
    };
    const reading = fromKept();
    const askAgain = () => { if (document.visibilityState === 'visible') void ask(); };
    void ask();
    const timer = setInterval(askAgain, AGAIN);
    window.addEventListener('online', askAgain);
    document.addEventListener('visibilitychange', askAgain);
    return () => {
      left = true;
      clearInterval(timer);
      window.removeEventListener('online', askAgain);
      document.removeEventListener('visibilitychange', askAgain);
    };
  }, [token, incidentId]);
  return known;
}

/** What an acknowledge needs of a page that nothing was kept of: it came by another way than a push of this device. */
function pageOf(token: string, incidentId: string): PushedPage {
  return {
    kind: 'page', token, notificationId: token.split('.')[0] ?? token, incidentId, tag: incidentId, title: incidentId, body: '', url: `/incidents/${incidentId}`,
    sentAt: Date.now(), loud: false,
  };
}
