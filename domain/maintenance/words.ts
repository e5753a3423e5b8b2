import { DAY, HOUR, type Instant, MINUTE } from '../time/instant';
import { durationWords, whenWords } from '../time/words';
import { type TimeZone, wallTimeAt } from '../time/zone';
import type { MaintenanceWindow, WindowTime } from './maintenanceWindow';
import { nextOccurrence, occurrenceAt } from './occurrences';

/**
 * When a window is, for people, with moments in the reader's zone:
 * `Sundays 02:00 to 04:00 (Europe/Berlin), next tomorrow 02:00`, `…, on until 04:00`, `…, over`, `…, ended Mon 09:00`.
 */
export function windowWords(window: Pick<MaintenanceWindow, 'time' | 'endedAt'>, now: Instant, zone: TimeZone): string {
  const { time, endedAt } = window;
  const when = timeWords(time, now, zone);
  if (endedAt !== null && endedAt <= now) return `${when}, ended ${dayWords(endedAt, now, zone)}`;
  const running = occurrenceAt(window, now);
  if (running !== null) return `${when}, on until ${dayWords(running.endsAt, now, zone)}`;
  const next = nextOccurrence(window, now);
  if (next === null) return `${when}, over`;
  return time.kind === 'once' ? when : `${when}, next ${dayWords(next.startsAt, now, zone)}`;
}

function timeWords(time: WindowTime, now: Instant, zone: TimeZone): string {
  switch (time.kind) {
    case 'once': return `Once, ${dayWords(time.startsAt, now, zone)} to ${whenWords(time.endsAt, now, zone)}`;
    case 'weekly': return `${weekdayWords(time.weekdays)} ${spanWords(time.from, time.lengthMinutes)} (${time.timeZone})`;
    case 'monthly': return `${dayOfMonthWords(time.dayOfMonth)} ${spanWords(time.from, time.lengthMinutes)} (${time.timeZone})`;
    default: return time satisfies never;
  }
}

/** `02:00 to 04:00`; longer than a day, where two times of day would mislead: `from 22:00 for 2 d 6 h`. */
function spanWords(from: string, lengthMinutes: number): string {
  if (lengthMinutes >= 24 * 60) return `from ${from} for ${durationWords(lengthMinutes * MINUTE)}`;
  const start = Number(from.slice(0, 2)) * HOUR + Number(from.slice(3)) * MINUTE;
  return `${from} to ${new Date((start + lengthMinutes * MINUTE) % DAY).toISOString().slice(11, 16)}`;
}

const weekdayNames = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

function weekdayWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  if (days.length === 7) return 'Every day';
  if (days.join() === '1,2,3,4,5') return 'Mondays to Fridays';
  const names = days.flatMap((day) => weekdayNames[day - 1] ?? []);
  return [...names.slice(0, -2), names.slice(-2).join(' and ')].join(', ');
}

function dayOfMonthWords(day: number): string {
  const ending = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `Every month on the ${day}${ending}${day > 28 ? ' or its last day' : ''},`;
}

/** As `whenWords`, with the two days that have a name of their own: `today 02:00`, `tomorrow 02:00`. */
function dayWords(at: Instant, now: Instant, zone: TimeZone): string {
  const [day = 0, today = 0] = [at, now].map((moment) => Date.parse(wallTimeAt(moment, zone).slice(0, 10)) / DAY);
  const words = whenWords(at, now, zone);
  if (day === today) return `today ${words}`;
  return day === today + 1 ? `tomorrow ${words.slice(-5)}` : words;
}
