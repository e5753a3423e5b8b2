import type { ComponentState } from '#domain/statusPage/component';
import { worstOf } from '#domain/statusPage/componentState';
import type { PublicComponent, PublicMonth, PublicPage } from '#domain/statusPage/publicStatus';
import { daysShown, historyOf, uptimeWords } from '#domain/statusPage/uptime';
import { headline, utcWords } from '#domain/statusPage/words';
import { escaped } from '../../pages/html';
import { page as frame } from './frame';
import { stateClass, stateMark } from './marks';
import { maintenanceCard, noticeCard } from './notices';
import { strip } from './strip';
import { timeTag } from './text';

/** `now`: as of then (ms since epoch). `feed`: its address, where there is one; `canMail`: somebody may subscribe. */
export type OverviewParts = { page: PublicPage; months: readonly PublicMonth[]; now: number; feed: string | undefined; canMail: boolean };

/** `GET /status`: how everything is, what is wrong, what is planned, and the last 90 days. */
export function overviewPage({ page, months, now, feed, canMail }: OverviewParts): string {
  const states = page.components.map(({ state }) => state);
  const worst = worstOf(states);
  const running = page.maintenance.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
  const planned = page.maintenance.filter(({ startsAt }) => startsAt > now);
  const groups = [...new Set(page.components.map(({ group }) => group))];
  return frame({ title: `${page.title}: ${headline(states).toLowerCase()}`, description: `${headline(states)}, as of ${utcWords(now)}. ${page.about}`.trim(), feed }, `<header><h1>${escaped(page.title)}</h1>${page.about === '' ? '' : `<p class="q">${escaped(page.about)}</p>`}</header>
<main><div class="k z"><span class="c ${stateClass[worst]}"></span><div><p>${headline(states)}</p><p class="q">As of ${timeTag(now)}</p></div></div>
${section('Now', page.notices.map((notice) => noticeCard(notice, 'h3')))}
${section('Maintenance', [...running, ...planned].map((each) => maintenanceCard(each, 'h3', now)))}
${groups.map((group) => `<section><h2>${escaped(group === '' ? (groups.length === 1 ? 'Components' : 'Other') : group)}</h2><ul class="k l">${page.components.filter((each) => each.group === group).map((each) => row(each, months, now)).join('')}</ul></section>`).join('')}
${page.components.length === 0 ? '' : counting}
${canMail ? subscribing : ''}</main>
<footer><h2>More</h2><p><a class="f" href="/status/history">Past incidents</a>${feed === undefined ? '' : '<a class="f" href="/status/feed.atom">Atom feed</a>'}${page.supportUrl === null ? '' : `<a class="f" href="${escaped(page.supportUrl)}" rel="noopener">Support</a>`}</p></footer>`);
}

const section = (name: string, cards: readonly string[]) => (cards.length === 0 ? '' : `<section><h2>${name}</h2>${cards.join('')}</section>`);

function row(component: PublicComponent, months: readonly PublicMonth[], now: number): string {
  const { name, description, state, sinceAt } = component;
  const history = historyOf(component, months, now);
  return `<li class=r><div class=y><h3>${escaped(name)}</h3>${stateMark(state)}</div>${description === '' ? '' : `<p class="q">${escaped(description)}</p>`}${state === 'operational' ? '' : `<p class="q">Since ${timeTag(sinceAt)}</p>`}
${strip(history)}<p class=e aria-hidden=true>${history.uptime === null ? 'new' : uptimeWords(history.uptime)}</p></li>`;
}

const legend: readonly ComponentState[] = ['operational', 'maintenance', 'degraded', 'partialOutage', 'majorOutage'];
const counting = `<p class="q g">${legend.map(stateMark).join('')}</p>
<p class="q">A bar is a day in UTC, and as tall as the worst of it. Of the ${daysShown} days a major outage counts as down, a partial outage by 30 %; what was degraded or under maintenance counts as up. It is counted from when a state was published.</p>`;

const subscribing = `<section><h2>By e-mail</h2><form class="k" method="post" action="/status/subscribe"><div class="y"><label>Your e-mail address<input type="email" name="email" required maxlength="254" autocomplete="email"></label><button>Send me updates</button></div>
<p class="q">You get one mail to confirm it, and then one for each update. Every mail has a link that ends it.</p></form></section>`;
