import type { Request } from 'firebase-functions/https';
import { PublicMonthName, PublicWhole } from '#domain/statusPage/publicStatus';
import { monthOf } from '#domain/statusPage/spans';
import type { Reply } from '../http/reply';
import type { Params, Route } from '../http/router';
import { appUrl, channelsSetUp } from '../send/channels';
import { read } from '../store/documents';
import { isAskedTooOften } from './askedTooOften';
import { atomFeed } from './page/feed';
import { htmlReply, keptShortly, notePage } from './page/frame';
import { monthPage, wholePage } from './page/others';
import { overviewPage } from './page/overview';
import { publicNoticeAt } from './places';
import { readMonth, readPublic } from './readPublic';
import { askToSubscribe, confirmSubscription, emailOf, endSubscription } from './subscribe';

const feedUrl = () => (appUrl() === undefined ? undefined : '/status/feed.atom');

async function overview(): Promise<Reply> {
  return htmlReply(200, overviewPage({ ...(await readPublic()), feed: feedUrl(), canMail: channelsSetUp().email }), true);
}

async function history(request: Request): Promise<Reply> {
  const { page, now } = await readPublic();
  const current = monthOf(now);
  const asked = PublicMonthName.safeParse(request.query.month).data ?? current;
  const month = asked > current ? current : asked;
  const [earlier, later] = [monthBeside(month, -1), monthBeside(month, 1)];
  return htmlReply(200, monthPage({ title: page.title, feed: feedUrl() }, await readMonth(month), { earlier: earlier < '2020-01' ? null : earlier, later: later > current ? null : later }), true);
}

const monthBeside = (month: string, step: -1 | 1): string => monthOf(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + step));

async function notice(_request: Request, { id = '' }: Params): Promise<Reply> {
  const found = /^[0-9A-Za-z_-]{8,40}$/.test(id) ? read(PublicWhole, await publicNoticeAt(id).get()) : undefined;
  if (found === undefined) return htmlReply(404, notePage('There is no such notice', ['The status page has all that is public.']), false);
  const { page, now } = await readPublic();
  return htmlReply(200, wholePage({ title: page.title, feed: feedUrl() }, found, now), true);
}

async function feed(): Promise<Reply> {
  const url = appUrl();
  if (url === undefined) return htmlReply(404, notePage('There is no feed', ['This Rouse has not been told its own address.']), false);
  const { page, months } = await readPublic();
  return { status: 200, text: atomFeed(page, months.flatMap(({ past }) => past), url), contentType: 'application/atom+xml; charset=utf-8', headers: keptShortly };
}

/** Answered the same whether the address is known, was asked lately, or is new. */
async function subscribe(request: Request): Promise<Reply> {
  const raw: Buffer | undefined = request.rawBody;
  const email = (raw?.length ?? 0) > 4_096 ? undefined : emailOf(new URLSearchParams(raw?.toString('utf8') ?? '').get('email') ?? '');
  if (email === undefined) return htmlReply(400, notePage('This is no e-mail address', ['Nothing was sent. Go back and write it again.']), false);
  // `a+b@example.org` is a mailbox of its own to the store, and the same one to who owns it.
  const now = Date.now();
  if ([request.ip ?? '', email.replace(/\+[^@]*(?=@)/, '')].some((asker) => isAskedTooOften(asker, now))) return htmlReply(429, notePage('That was often', ['Nothing was sent. Try again in an hour.']), false);
  await askToSubscribe(email);
  return htmlReply(200, notePage('Look into your mail', ['If this address has not subscribed yet, a mail is on its way to it. Its link is good for a day.', 'The updates begin when you have followed it.']), false);
}

const ask = (title: string, sentence: string, button: string) => (): Reply => htmlReply(200, notePage(title, [sentence], button), false);

async function confirm(_request: Request, { token = '' }: Params): Promise<Reply> {
  if (await confirmSubscription(token)) return htmlReply(200, notePage('You are subscribed', ['From now on you get a mail for each update. Every mail has a link that ends it.']), false);
  return htmlReply(410, notePage('This link has run out', ['Subscribe again on the status page: a new mail comes.']), false);
}

async function unsubscribe(_request: Request, { token = '' }: Params): Promise<Reply> {
  if (await endSubscription(token)) return htmlReply(200, notePage('You are unsubscribed', ['No more mails come, and the address is forgotten.']), false);
  return htmlReply(410, notePage('This link has run out', ['Use the one in the newest mail.']), false);
}

const shown: Route[] = [
  { method: 'GET', path: '/status', answer: overview }, { method: 'GET', path: '/status/history', answer: history },
  { method: 'GET', path: '/status/notices/:id', answer: notice }, { method: 'GET', path: '/status/feed.atom', answer: feed },
];

/** The public status page: no sign-in, no script, and nothing read but its own documents. A GET changes nothing: programs follow the links of mails. */
export const statusRoutes: Route[] = [
  ...shown, ...shown.map((route): Route => ({ ...route, method: 'HEAD' })),
  { method: 'POST', path: '/status/subscribe', answer: subscribe },
  { method: 'GET', path: '/status/confirm/:token', answer: ask('Confirm your subscription', 'You get a mail for each update of the status page.', 'Confirm') },
  { method: 'POST', path: '/status/confirm/:token', answer: confirm },
  { method: 'GET', path: '/status/unsubscribe/:token', answer: ask('Unsubscribe', 'You get no more mails of the status page.', 'Unsubscribe') },
  { method: 'POST', path: '/status/unsubscribe/:token', answer: unsubscribe },
];
