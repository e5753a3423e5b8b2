import { addMonths, resolveWall, wallAt } from '#domain/time/wallClock';
import { DAY } from '#domain/time/instant';
import type { TimeZone } from '#domain/time/zone';

/** What a dashboard looks back on. */
export const periods = [{ key: '30', title: '30 days' }, { key: '90', title: '90 days' }, { key: '12', title: '12 months' }] as const;
export type PeriodKey = (typeof periods)[number]['key'];

/**
 * `[from, to)` in ms since epoch: today and the days before it, by the midnights of the reader's zone, so that it stays the same all day. Never more than 13 months of
 * UTC: a year is the 12 months up to today, without the day a year ago.
 */
export function periodOf(key: PeriodKey, now: number, zone: TimeZone): { from: number; to: number } {
  const today = Math.floor(wallAt(now, zone) / DAY) * DAY;
  const first = key === '12' ? addMonths(today + DAY, -12) : today - (Number(key) - 1) * DAY;
  return { from: resolveWall(first, zone, 'first'), to: resolveWall(today + DAY, zone, 'first') };
}
