import type { Finding } from '#domain/proof/proof';
import { DAY } from '#domain/time/instant';
import { durationWords, whenWords } from '#domain/time/words';
import { TimeZone } from '#domain/time/zone';

/** The findings of one level, worst first. */
export type FindingGroup = { level: Finding['level']; title: string; findings: Finding[] };

const titles: readonly (readonly [Finding['level'], string])[] = [['problem', 'Problems: somebody may not be reached'], ['warning', 'Warnings: it holds, but only just'], ['hint', 'Hints']];

/** Findings by level; the soonest first, and what has no time after those. Levels without any are left out. */
export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  const at = ({ startAt }: Finding) => startAt ?? Infinity;
  return titles.flatMap(([level, title]) => {
    const own = findings.filter((finding) => finding.level === level).sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
    return own.length === 0 ? [] : [{ level, title, findings: own }];
  });
}

/** Where a finding is mended: a path of the app, and what it is called. */
export function mendedAt({ kind, about: { kind: what, id } }: Finding): { to: string; words: string } {
  const place = encodeURIComponent(id);
  switch (what) {
    case 'schedule': return { to: `/schedules/${place}`, words: 'the schedule' };
    case 'policy': return { to: `/policies/${place}`, words: 'the policy' };
    case 'service': return { to: `/services/${place}`, words: 'the service' };
    case 'person': return { to: `/people/${place}`, words: 'the person' };
    case 'organisation': return { to: '/people', words: kind === 'oneAdmin' ? 'people: name another admin' : 'people' };
    default: return what satisfies never;
  }
}

/** When a finding holds, in the reader's zone: `Mon 09:00 to 17:00`, `from Mon 09:00`; null where it is about no time. */
export function spanOf({ startAt, endAt }: Pick<Finding, 'startAt' | 'endAt'>, now: number, zone: string): string | null {
  if (startAt === null) return endAt === null ? null : `until ${whenWords(endAt, now, zone)}`;
  const start = startAt <= now ? 'now' : whenWords(startAt, now, zone);
  if (endAt === null || endAt === startAt) return startAt <= now ? 'now' : start;
  // Told from its start, an end on the same day is a time of day alone.
  const fromStart = whenWords(endAt, startAt, zone);
  const end = startAt > now && /^\d\d:\d\d$/.test(fromStart) ? fromStart : whenWords(endAt, now, zone);
  return `${start} to ${end} (${durationWords(endAt - Math.max(startAt, now))})`;
}

/**
 * When a finding holds, where its own words leave that open: they tell time in the zone of the schedule, so a reader elsewhere is told theirs beside it. Null:
 * the words say it.
 */
export function spanBeside({ text, startAt, endAt }: Pick<Finding, 'text' | 'startAt' | 'endAt'>, now: number, zone: string): string | null {
  const named = [...text.matchAll(/\(([A-Z][\w+-]*(?:\/[\w+-]+)*)\)/g)].map(([, each]) => each).find((each) => TimeZone.safeParse(each).success);
  return named === zone || text.includes('all the time') ? null : spanOf({ startAt, endAt }, now, zone);
}

const unreachable: readonly Finding['kind'][] = ['gap', 'noVerifiedMethod', 'stepUnreachable', 'endsInNobody'];

/** What a check says in one sentence. It claims that everybody is reachable only where nothing found says otherwise. */
export function verdict(findings: readonly Finding[]): { calm: boolean; text: string } {
  const problems = findings.filter(({ level }) => level === 'problem').length;
  if (problems > 0) return { calm: false, text: problems === 1 ? 'One problem in the next 60 days.' : `${problems} problems in the next 60 days.` };
  if (findings.some(({ kind }) => unreachable.includes(kind))) return { calm: false, text: 'No problem in the next 60 days, but not every step holds.' };
  return { calm: true, text: 'Somebody is reachable at every minute of the next 60 days.' };
}

/** Whether a check is so old (ms since epoch) that it says little about today: it runs every day. */
export const isOld = (checkedAt: number, now: number): boolean => now - checkedAt > 1.5 * DAY;
