import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import { wallAt } from '#domain/time/wallClock';
import { addWall, resolveWallTime, wallTimeAt } from '#domain/time/zone';
import { whenWords } from '#domain/time/words';

/** A time that is worth asking about, in ms since epoch; null: now, whenever that is. */
export type Moment = { key: 'now' | 'night' | 'sunday' | 'clocks'; title: string; at: number | null };

/** The times worth asking about at `now` (ms since epoch), in the reader's zone: the coming night, Sunday noon, the next change of clocks where there is one. */
export function moments(now: number, zone: string): Moment[] {
  const change = nextClockChange(now, zone);
  const night = nextAt(now, zone, '03:00', () => true);
  return [
    { key: 'now', title: 'Now', at: null },
    { key: 'night', title: `${night - now < 12 * HOUR ? 'Tonight' : 'Next night'} 03:00`, at: night },
    { key: 'sunday', title: 'Sunday noon', at: nextAt(now, zone, '12:00', (date) => new Date(date).getUTCDay() === 0) },
    ...(change === null ? [] : [{ key: 'clocks' as const, title: `Clock change, ${whenWords(change, now, zone)}`, at: change }]),
  ];
}

/** The next `time` of day on a date that `fits`, by the clocks of `zone`. */
function nextAt(now: number, zone: string, time: string, fits: (date: string) => boolean): number {
  const today = `${wallTimeAt(now, zone).slice(0, 10)}T${time}`;
  for (let days = 0; days < 9; days += 1) {
    const local = addWall(today, { days: 1 }, days);
    const at = resolveWallTime(local, zone, 'first');
    if (at > now && fits(local.slice(0, 10))) return at;
  }
  return now;
}

/** The next instant at which clocks in `zone` jump, within 400 days of `now` (both ms since epoch); null where they do not. */
export function nextClockChange(now: number, zone: string): number | null {
  const offset = (at: number) => wallAt(at, zone) - at;
  const from = Math.floor(now / MINUTE) * MINUTE;
  for (let day = 0; day < 400; day += 1) {
    let [before, after] = [from + day * DAY, from + (day + 1) * DAY];
    if (offset(before) === offset(after)) continue;
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
      if (offset(middle) === offset(before)) before = middle;
      else after = middle;
    }
    return after;
  }
  return null;
}
