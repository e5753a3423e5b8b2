import { phaseNames } from '#domain/incident/phase';
import type { PastNotice, PublicMaintenance, PublicNotice, PublicPage } from '#domain/statusPage/publicStatus';
import { utcWords } from '#domain/statusPage/words';
import { escaped } from '../../pages/html';

type Entry = { id: string; title: string; updatedAt: number; publishedAt: number; text: string };
const mostEntries = 50;

/**
 * The Atom feed (RFC 4287): an entry per notice, newest change first; its id and link are the notice's own address. `url`: where Rouse is reached, without a slash at the end. `now`: for a feed
 * that has no entry yet.
 */
export function atomFeed(page: PublicPage, past: readonly PastNotice[], url: string): string {
  const entries = [...page.notices.map(ofOpen), ...page.maintenance.map(ofMaintenance), ...past.map(ofPast)].sort((a, b) => b.updatedAt - a.updatedAt).slice(0, mostEntries);
  const updatedAt = entries[0]?.updatedAt ?? page.components[0]?.knownAt ?? 0;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>${escaped(url)}/status/feed.atom</id><title>${words(page.title)}</title>${page.about === '' ? '' : `<subtitle>${words(page.about)}</subtitle>`}
<link rel="self" type="application/atom+xml" href="${escaped(url)}/status/feed.atom"/><link rel="alternate" type="text/html" href="${escaped(url)}/status"/>
<updated>${iso(updatedAt)}</updated><author><name>${words(page.title)}</name></author>
${entries.map((entry) => xmlOf(entry, url)).join('\n')}
</feed>
`;
}

function xmlOf({ id, title, updatedAt, publishedAt, text }: Entry, url: string): string {
  const address = `${escaped(url)}/status/notices/${encodeURIComponent(id)}`;
  return `<entry><id>${address}</id><title>${words(title)}</title><link rel="alternate" type="text/html" href="${address}"/><published>${iso(publishedAt)}</published><updated>${iso(updatedAt)}</updated><content type="text">${words(text)}</content></entry>`;
}

function ofOpen({ id, title, updates, startedAt }: PublicNotice): Entry {
  const text = [...updates].reverse().map(({ at, phase, text: said }) => `${phaseNames[phase]}, ${utcWords(at)}\n${said}`).join('\n\n');
  return { id, title, updatedAt: updates.at(-1)?.at ?? startedAt, publishedAt: Math.min(updates[0]?.at ?? startedAt, startedAt), text };
}

const ofMaintenance = ({ id, title, createdAt, startsAt, endsAt, text }: PublicMaintenance): Entry =>
  ({ id, title, updatedAt: createdAt, publishedAt: createdAt, text: `Maintenance, ${utcWords(startsAt)} to ${utcWords(endsAt)}\n\n${text}` });

function ofPast({ id, title, startedAt, endedAt, last, summary, cancelled, kind }: PastNotice): Entry {
  const found = summary === null ? [] : [summary.impact, summary.rootCause, summary.resolution].filter((text) => text !== '');
  const what = cancelled ? 'Cancelled' : kind === 'maintenance' ? 'Maintenance, over' : 'Resolved';
  return { id, title, updatedAt: Math.max(endedAt, summary?.at ?? 0), publishedAt: startedAt, text: [`${what}, ${utcWords(endedAt)}`, last, ...found].join('\n\n') };
}

const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
/** Without the signs that XML 1.0 has no place for, not even escaped. */
const words = (text: string) => escaped(text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));
