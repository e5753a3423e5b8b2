import { SECOND } from '../time/instant';
import { durationWords } from '../time/words';
import type { DryRun } from './evidence';

type Counted = Pick<DryRun, 'alerts' | 'before' | 'after' | 'realIncidents'>;

/** The result of a dry run in one sentence: `22 night pages → 8; none of the 5 real incidents delayed.` `delays` in seconds. */
export function sentenceOf(counted: Counted, delays: readonly number[], missed: number): string {
  const { alerts, before, after, realIncidents } = counted;
  if (alerts === 0) return 'No stored events to try these rules on.';
  const isHarmless = delays.length === 0 && missed === 0;
  if (isHarmless && JSON.stringify(before) === JSON.stringify(after)) return `Nothing changes: ${many(before.pages, 'page')}, ${before.nightPages} at night.`;
  return `${pageWords(before, after)}; ${harmWords(realIncidents, delays, missed)}.`;
}

const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function pageWords(before: Counted['before'], after: Counted['after']): string {
  if (before.nightPages !== after.nightPages) return `${many(before.nightPages, 'night page')} → ${after.nightPages}`;
  if (before.pages === after.pages) return `${many(before.pages, 'page')}, as many as before`;
  return `${many(before.pages, 'page')} → ${after.pages}, ${before.nightPages} at night as before`;
}

function harmWords(real: number, delays: readonly number[], missed: number): string {
  if (real === 0) return 'no real incident among them to compare with';
  if (delays.length === 0 && missed === 0) return real === 1 ? 'the one real incident not delayed' : `none of the ${real} real incidents delayed`;
  const longest = durationWords(Math.max(...delays, 0) * SECOND);
  const delayed = delays.length === 0 ? [] : [`${delays.length} delayed by ${delays.length === 1 ? longest : `up to ${longest}`}`];
  return `of ${many(real, 'real incident')} ${[...(missed === 0 ? [] : [`${missed} missed`]), ...delayed].join(' and ')}`;
}
