import { defaultQuietHours, type QuietHours } from '../contact/notificationRule';
import { clockTime } from '../time/words';
import { type Instant, DAY } from '../time/instant';
import { addWall, resolveWallTime, type TimeZone, wallTimeAt } from '../time/zone';

/**
 * When a low-urgency page may arrive: at once by day, at the end of the person's quiet hours (22:00 to 07:00 by default, on the wall clock of their profile's
 * zone) when those are running.
 */
export function afterQuiet(now: Instant, zone: TimeZone, { start, end }: QuietHours = defaultQuietHours): Instant {
  const clock = clockTime(now, zone);
  const isQuiet = start < end ? start <= clock && clock < end : start !== end && (clock >= start || clock < end);
  if (!isQuiet) return now;
  const today = `${wallTimeAt(now, zone).slice(0, 10)}T${end}`;
  const morning = resolveWallTime(clock < end ? today : addWall(today, { days: 1 }, 1), zone, 'last');
  return Math.min(Math.max(now, morning), now + DAY);
}
