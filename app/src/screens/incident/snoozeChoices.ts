import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import { addWall, resolveWallTime, wallTimeAt } from '#domain/time/zone';
import { whenWords } from '#domain/time/words';

/** The bounds of a snooze in minutes, the command's own. */
const LEAST = 5;
const LONGEST = 14 * 24 * 60;

export type SnoozeChoice = { key: string; title: string; until: string; minutes: number };

/** The snoozes that are one tap, for a reader in `zone` at `now` (ms since epoch). */
export function snoozeChoices(now: number, zone: string): SnoozeChoice[] {
  const until = (minutes: number) => whenWords(now + minutes * MINUTE, now, zone);
  const short = [[30, '30 min'], [60, '1 h'], [240, '4 h']] as const;
  const morning = nextMorning(now, zone);
  return [
    ...short.map(([minutes, title]) => ({ key: String(minutes), title, minutes, until: until(minutes) })),
    { key: 'morning', title: morning.title, minutes: morning.minutes, until: until(morning.minutes) },
  ];
}

/** 09:00 tomorrow; of today where that is still a night's sleep away: who is awake at 02:00 means the morning that comes. */
function nextMorning(now: number, zone: string): { title: string; minutes: number } {
  const today = wallTimeAt(now, zone).slice(0, 10);
  const thisMorning = resolveWallTime(`${today}T09:00`, zone, 'first');
  const isToday = thisMorning - now >= 4 * HOUR;
  const at = isToday ? thisMorning : resolveWallTime(addWall(`${today}T09:00`, { days: 1 }, 1), zone, 'first');
  return { title: isToday ? 'Until this morning, 09:00' : 'Until tomorrow, 09:00', minutes: Math.ceil((at - now) / MINUTE) };
}

/** The minutes until a wall time (`YYYY-MM-DDTHH:mm`) in `zone`, or the sentence that says why not. */
export function minutesUntil(local: string, zone: string, now: number): { minutes: number } | { problem: string } {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return { problem: 'Both a day and a time are needed.' };
  const minutes = Math.ceil((resolveWallTime(local, zone, 'first') - now) / MINUTE);
  if (minutes < LEAST) return { problem: 'At least five minutes from now.' };
  return minutes > LONGEST ? { problem: 'Two weeks are the longest.' } : { minutes };
}

/** What the own choice begins with: the same time tomorrow, on the whole hour. */
export const tomorrow = (now: number, zone: string): string => `${wallTimeAt(now + DAY, zone).slice(0, 13)}:00`;
