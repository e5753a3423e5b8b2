import { clockTime } from '../time/words';
import { type Instant, DAY } from '../time/instant';
import { addWall, resolveWallTime, type TimeZone, wallTimeAt } from '../time/zone';

/** When a low-urgency page may arrive: at once by day, at 07:00 of the person's zone when it is night there (22:00 to 07:00). */
export function morningOf(now: Instant, zone: TimeZone): Instant {
  const hour = Number(clockTime(now, zone).slice(0, 2));
  if (hour >= 7 && hour < 22) return now;
  const today = `${wallTimeAt(now, zone).slice(0, 10)}T07:00`;
  const morning = resolveWallTime(hour < 7 ? today : addWall(today, { days: 1 }, 1), zone, 'first');
  return Math.min(Math.max(now, morning), now + DAY);
}
