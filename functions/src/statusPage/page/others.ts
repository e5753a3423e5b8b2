import type { PublicMonth, PublicWhole } from '#domain/statusPage/publicStatus';
import { monthWords } from '#domain/statusPage/words';
import { durationWords } from '#domain/time/words';
import { escaped } from '../../pages/html';
import { page as frame } from './frame';
import { maintenanceCard, noticeCard, pastCard, spanTag, summaryList } from './notices';

type About = { title: string; feed: string | undefined };
const back = '<footer><p><a class="f" href="/status">System status</a><a class="f" href="/status/history">Past incidents</a></p></footer>';

/** `GET /status/history`: what began in a month and is over. `earlier`, `later`: the months beside it, null at the ends. */
export function monthPage({ title, feed }: About, month: PublicMonth, { earlier, later }: { earlier: string | null; later: string | null }): string {
  const link = (to: string | null) => (to === null ? '' : `<a class="f" href="/status/history?month=${to}">${monthWords(to)}</a>`);
  return frame({ title: `${title}: past incidents, ${monthWords(month.month)}`, description: `What went wrong in ${monthWords(month.month)}, how long it took, and why it was.`, feed }, `<header><h1>Past incidents</h1><p class="q">${escaped(title)}. Times are in UTC.</p></header>
<main><h2>${monthWords(month.month)}</h2>${month.past.length === 0 ? '<p class="k">Nothing was published in this month.</p>' : month.past.map(pastCard).join('')}</main>
<nav aria-label="Months"><p>${link(earlier)}${link(later)}</p></nav><footer><p><a class="f" href="/status">System status</a></p></footer>`);
}

/** `GET /status/notices/{id}`: all that was said of one. */
export function wholePage({ title, feed }: About, whole: PublicWhole, now: number): string {
  const head = { title: `${whole.title}: ${title}`, description: `What ${title} tells of it, update by update.`, feed };
  const over = whole.kind === 'incident' && whole.resolvedAt !== null ? `<div class="k"><p><b>Resolved</b> after ${durationWords(whole.resolvedAt - whole.startedAt)} <span class="q">${spanTag(whole.startedAt, whole.resolvedAt)}</span></p>${summaryList(whole.summary)}</div>` : '';
  return frame(head, `<main>${whole.kind === 'incident' ? noticeCard(whole, 'h1') : maintenanceCard(whole, 'h1', now)}${over}</main>${back}`);
}
