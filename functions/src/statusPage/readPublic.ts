import { logger } from 'firebase-functions';
import { defaultStatusPage } from '#domain/statusPage/notice';
import { pageAt } from '#domain/statusPage/pageAt';
import { PublicMonth, PublicPage } from '#domain/statusPage/publicStatus';
import { withSpans } from '#domain/statusPage/spans';
import { monthsShown } from '#domain/statusPage/uptime';
import { db } from '../firebase';
import { at, read } from '../store/documents';

/** The page as of `now` (ms since epoch), with the months of its last 90 days. */
export type PublicView = { page: PublicPage; months: PublicMonth[]; now: number };

const nothing = (now: number): PublicPage => ({ title: defaultStatusPage.title, about: '', supportUrl: null, changedAt: now, components: [], notices: [], maintenance: [] });
const emptyMonth = (month: string): PublicMonth => ({ month, past: [], days: {} });

/** What this process read last: shown, with its time, when the store does not answer, for as long as a cache may show it. */
let last: PublicView | undefined;
const mostStale = 86_400_000;

/** Reads the public documents and nothing else, so that the page is right while everything private is down. */
export async function readPublic(now: number = Date.now()): Promise<PublicView> {
  try {
    const names = monthsShown(now);
    const [found, ...months] = await db().getAll(at.publicPage(), ...names.map((name) => at.publicMonth(name)));
    const stored = found === undefined ? undefined : read(PublicPage, found);
    const { page, closed } = pageAt(stored ?? nothing(now), now);
    last = { page, months: months.map((month, index) => withSpans(read(PublicMonth, month) ?? emptyMonth(names[index] ?? ''), closed)), now };
    return last;
  } catch (error) {
    if (last === undefined || now - last.now > mostStale) throw error;
    logger.error('status page: shown as it was last read', error);
    return last;
  }
}

export async function readMonth(name: string): Promise<PublicMonth> {
  return read(PublicMonth, await at.publicMonth(name).get()) ?? emptyMonth(name);
}
