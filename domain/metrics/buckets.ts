import { DAY, type Instant } from '../time/instant';
import { resolveWall, wallAt } from '../time/wallClock';
import type { TimeZone } from '../time/zone';
import type { MetricsRow } from './row';

export type Grain = 'day' | 'week' | 'month';
export type Bucket = { startAt: Instant; endAt: Instant; rows: MetricsRow[] };

/** The days, weeks (from Monday) or months of a zone's calendar that `[from, to)` touches, the oldest first, each with what was triggered in it; also those with nothing. */
export function bucketsOf(rows: readonly MetricsRow[], from: Instant, to: Instant, grain: Grain, zone: TimeZone): Bucket[] {
  const buckets: Bucket[] = [];
  for (let wall = beginningOf(wallAt(from, zone), grain); resolveWall(wall, zone, 'first') < to; wall = nextOf(wall, grain)) {
    buckets.push({ startAt: resolveWall(wall, zone, 'first'), endAt: resolveWall(nextOf(wall, grain), zone, 'first'), rows: [] });
  }
  for (const row of rows) {
    if (row.triggeredAt < from || row.triggeredAt >= to) continue;
    buckets.find(({ startAt, endAt }) => row.triggeredAt >= startAt && row.triggeredAt < endAt)?.rows.push(row);
  }
  return buckets;
}

/** The beginning, on the wall clock, of what a moment of it lies in. */
function beginningOf(wall: number, grain: Grain): number {
  const day = Math.floor(wall / DAY) * DAY;
  const date = new Date(day);
  if (grain === 'day') return day;
  return grain === 'week' ? day - ((date.getUTCDay() + 6) % 7) * DAY : Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

function nextOf(wall: number, grain: Grain): number {
  if (grain === 'month') return Date.UTC(new Date(wall).getUTCFullYear(), new Date(wall).getUTCMonth() + 1);
  return wall + (grain === 'week' ? 7 : 1) * DAY;
}
