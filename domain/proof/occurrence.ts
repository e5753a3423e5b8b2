import type { Instant } from '../time/instant';
import { Finding } from './proof';

/**
 * One thing at one time, before those that are the same trouble again are told as one. `key`: what makes it the same trouble. `text` says it, given how often it
 * comes again.
 */
export type Occurrence = Pick<Finding, 'kind' | 'level' | 'startAt' | 'endAt' | 'about'> & { key: string; text: (more: number) => string };

/** ", and 6 more times", within a sentence. */
export const timesMore = (more: number) => (more === 0 ? '' : `, and ${times(more)}`);
/** " And 6 more times.", after one. */
export const andMore = (more: number) => (more === 0 ? '' : ` And ${times(more)}.`);
const times = (more: number) => (more === 1 ? 'one more time' : `${more} more times`);

const troubleOf = ({ kind, level, about, key }: Occurrence) => [kind, level, about.kind, about.id, key].join(' ');

/** So many findings are more than anybody mends in a day. */
const most = 300;

/** Occurrences as findings: each trouble once, at its first time; worst first, then the soonest. The order of the same facts is always the same. */
export function merged(occurrences: readonly Occurrence[]): Finding[] {
  const groups = new Map<string, Occurrence[]>();
  for (const one of occurrences) {
    const group = groups.get(troubleOf(one));
    if (group === undefined) groups.set(troubleOf(one), [one]);
    else group.push(one);
  }
  const findings = [...groups.values()].flatMap((group): Finding[] => {
    const [first] = [...group].sort((a, b) => timeOf(a) - timeOf(b));
    if (first === undefined) return [];
    const { kind, level, startAt, endAt, about, text } = first;
    return [{ kind, level, text: text(group.length - 1), startAt, endAt, about }];
  });
  return findings.sort((a, b) => rank(a) - rank(b) || timeOf(a) - timeOf(b) || kindRank(a) - kindRank(b) || compare(a.about.id, b.about.id) || compare(a.text, b.text)).slice(0, most);
}

/** Those of `after` that `before` has not: another trouble, or the same one at a time that was free of it. Both are read at `now` (ms since epoch). */
export function added(before: readonly Occurrence[], after: readonly Occurrence[]): Occurrence[] {
  const known = new Map<string, Occurrence[]>();
  for (const one of before) known.set(troubleOf(one), [...(known.get(troubleOf(one)) ?? []), one]);
  return after.filter((one) => !(known.get(troubleOf(one)) ?? []).some((earlier) => isWithinTime(one, earlier)));
}

function isWithinTime(one: Occurrence, other: Occurrence): boolean {
  if (one.startAt === null || other.startAt === null) return one.startAt === other.startAt;
  return other.startAt <= one.startAt && (one.endAt ?? one.startAt) <= (other.endAt ?? other.startAt);
}

/** Something without a time comes after what has one. */
const timeOf = ({ startAt }: { startAt: Instant | null }) => startAt ?? Number.MAX_SAFE_INTEGER;
const rank = ({ level }: Finding) => Finding.shape.level.options.indexOf(level);
const kindRank = ({ kind }: Finding) => Finding.shape.kind.options.indexOf(kind);
/** By code units: the same on every machine, whatever its language. */
const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
