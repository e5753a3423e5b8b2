import type { PageView } from '#domain/notification/pageView';
import { durationWords } from '#domain/time/words';

/** "Sam", "Sam and Priya", "Sam and 2 more". The domain's own list would bring half of it along, into what must stand first. */
export function namesOf(names: readonly string[]): string {
  const [first = 'Nobody', second] = names;
  if (second === undefined) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} more`;
}

const isOrAre = (names: readonly unknown[]) => (names.length > 1 ? 'are' : 'is');

/** What is true of a page that rings, at `now` (ms since epoch): "Paging you. Sam (secondary) is paged in 46 s." */
export function ringingWords({ kind, next }: Pick<PageView, 'kind' | 'next'>, now: number): string {
  const begins = kind === 'request' ? 'You are being asked.' : 'Paging you.';
  if (next === null) return `${begins}${kind === 'request' ? '' : ' Nobody else is paged.'}`;
  const wait = next.at - now;
  const when = wait <= 0 ? 'now' : `in ${durationWords(wait)}`;
  if (next.names.length === 0) return `${begins} ${next.again ? `You are paged again ${when}.` : 'Nobody else can be reached.'}`;
  return `${begins} ${namesOf(next.names)} ${isOrAre(next.names)} paged ${when}.`;
}

/** What goes on while an acknowledge has not arrived: who is still woken is the truth, not the wish. */
export function stillPaged(next: PageView['next']): string {
  if (next === null || next.names.length === 0) return 'You are still being paged.';
  return `${namesOf(next.names)} ${isOrAre(next.names)} still being paged.`;
}

/** An address that opens an SMS with the code in it. iOS separates the body by `&`, everybody else by `?` (RFC 5724). */
export function smsHref(number: string, words: string, platform: 'ios' | 'android' | 'desktop'): string {
  return `sms:${number}${platform === 'ios' ? '&' : '?'}body=${encodeURIComponent(words)}`;
}
