import { isOverdue } from '#domain/postMortem/edit';
import { stateNames } from '#domain/postMortem/markdown';
import type { ActionItem, PostMortem } from '#domain/postMortem/postMortem';
import { DAY } from '#domain/time/instant';
import { whenWords } from '#domain/time/words';

type Reader = { userId: string; zone: string };

/** A day as a reader says it: `today`, `tomorrow`, `Fri`, `27 Nov`. Both in ms since epoch. */
export function dayWords(at: number, now: number, zone: string): string {
  const isDayOf = (moment: number) => whenWords(at, moment, zone).length === '09:00'.length;
  if (isDayOf(now)) return 'today';
  return isDayOf(now + DAY) ? 'tomorrow' : whenWords(at, now, zone).replace(/ \d{2}:\d{2}$/, '');
}

/** `due Fri`, `was due 12 Nov`, `published by Ada, Fri`: how a post-mortem stands to its day. `isLate`: it should have been published. */
export function dueWords({ state, dueAt, publishedAt, publishedBy }: Pick<PostMortem, 'state' | 'dueAt' | 'publishedAt' | 'publishedBy'>, now: number, zone: string): { words: string; isLate: boolean } {
  if (state === 'published') return { words: publishedAt === null ? 'published' : `published by ${publishedBy ?? 'somebody'}, ${dayWords(publishedAt, now, zone)}`, isLate: false };
  if (dueAt === null) return { words: 'no day is set', isLate: false };
  return now > dueAt ? { words: `was due ${dayWords(dueAt, now, zone)}`, isLate: true } : { words: `due ${dayWords(dueAt, now, zone)}`, isLate: false };
}

/** `Draft, due Fri`. */
export function standingWords(postMortem: PostMortem, now: number, zone: string): string {
  return postMortem.state === 'published' ? `P${dueWords(postMortem, now, zone).words.slice(1)}` : `${stateNames[postMortem.state]}, ${dueWords(postMortem, now, zone).words}`;
}

/** `You · due Fri`, `Team Payments · was due 12 Nov`, `Done by Sam, Fri`. */
export function itemWords(item: ActionItem, reader: Reader, now: number): { words: string; isOverdue: boolean } {
  const { owner, dueAt, doneAt, doneBy } = item;
  if (doneAt !== null) return { words: `Done by ${doneBy ?? 'somebody'}, ${dayWords(doneAt, now, reader.zone)}`, isOverdue: false };
  const who = owner === null ? 'Nobody yet' : owner.kind === 'team' ? `Team ${owner.name}` : owner.id === reader.userId ? 'You' : owner.name;
  if (dueAt === null) return { words: who, isOverdue: false };
  const late = isOverdue(item, now);
  return { words: `${who} · ${late ? 'was due' : 'due'} ${dayWords(dueAt, now, reader.zone)}`, isOverdue: late };
}
