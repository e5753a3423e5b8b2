import { coverage, type Stretch } from './coverage';
import { isSameSet } from './oncall';
import type { Schedule } from './schedule';
import { type Step, together } from './steps';

/** A stretch `[startAt, endAt)` in ms since epoch in which other people are on call than were; an empty list is a gap. */
export type Change = { startAt: number; endAt: number; before: string[]; after: string[] };

type Options = { holidays?: { before: readonly string[]; after: readonly string[] }; most?: number };

/**
 * What a change of a schedule means for who is on call within `[from, to)` (ms since epoch): the first `most` stretches in which the people
 * differ, those that meet and say the same merged, and how many there are in all. The order of people makes no difference. `holidays` are the
 * dates of either schedule's calendar.
 */
export function whoChanges(before: Schedule, after: Schedule, from: number, to: number, options: Options = {}): { changes: Change[]; count: number } {
  const { holidays, most = 20 } = options;
  const lines = [coverage(before, from, to, holidays?.before), coverage(after, from, to, holidays?.after)].map(linesOf);
  const changes: Change[] = [];
  let count = 0;
  let running: Change | undefined;
  let startAt = from;
  for (const { endAt, value } of together(lines)) {
    const [was = [], is = []] = value;
    if (running?.endAt === startAt && isSameSet(running.before, was) && isSameSet(running.after, is)) {
      running.endAt = endAt;
    } else if (!isSameSet(was, is)) {
      running = { startAt, endAt, before: was, after: is };
      count += 1;
      if (changes.length < most) changes.push(running);
    }
    startAt = endAt;
  }
  return { changes, count };
}

function* linesOf(stretches: Iterable<Stretch>): Generator<Step<string[]>, void> {
  for (const { endAt, userIds } of stretches) yield { endAt, value: userIds };
}
