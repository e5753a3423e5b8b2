import { TimeOfDay, Weekday } from '#domain/time/weeklyWindow';
import type { WeeklyWindow } from '#domain/time/weeklyWindow';
import { TimeZone } from '#domain/time/zone';
import { z } from 'zod';
import type { Issue } from '../../commands/send';

export const dayNames: Record<Weekday, { short: string; whole: string }> = {
  MO: { short: 'Mon', whole: 'Monday' }, TU: { short: 'Tue', whole: 'Tuesday' }, WE: { short: 'Wed', whole: 'Wednesday' }, TH: { short: 'Thu', whole: 'Thursday' },
  FR: { short: 'Fri', whole: 'Friday' }, SA: { short: 'Sat', whole: 'Saturday' }, SU: { short: 'Sun', whole: 'Sunday' },
};

/** Hours of the week as they are typed: a time that was cleared is empty. */
export const HoursDraft = z.object({ timeZone: z.string(), windows: z.array(z.object({ days: z.array(Weekday), start: z.string(), end: z.string() })) });
export type HoursDraft = z.infer<typeof HoursDraft>;

/** What hours start with: a working week by the clocks of `timeZone`. */
export const workingWeek = (timeZone: string): HoursDraft => ({ timeZone, windows: [{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], start: '09:00', end: '17:00' }] });

/** The next part of the week that an editor adds: the days that no other part names, else the weekend. */
export function anotherWindow(windows: HoursDraft['windows']): HoursDraft['windows'][number] {
  const free = Weekday.options.filter((day) => !windows.some(({ days }) => days.includes(day)));
  return { days: free.length > 0 ? free : ['SA', 'SU'], start: '10:00', end: '16:00' };
}

/** What is wrong with typed hours, each at its field under `path`. */
export function hoursIssues({ timeZone, windows }: HoursDraft, path: string): Issue[] {
  return [
    ...(TimeZone.safeParse(timeZone).success ? [] : [{ path: `${path}.timeZone`, message: 'is needed' }]),
    ...(windows.length === 0 ? [{ path: `${path}.windows`, message: 'need at least one part of the week' }] : []),
    ...windows.flatMap(({ days, start, end }, index) => [
      ...(days.length === 0 ? [{ path: `${path}.windows.${index}.days`, message: 'are needed: choose at least one' }] : []),
      ...(TimeOfDay.safeParse(start).success ? [] : [{ path: `${path}.windows.${index}.start`, message: 'is needed' }]),
      ...(TimeOfDay.safeParse(end).success ? [] : [{ path: `${path}.windows.${index}.end`, message: 'is needed' }]),
    ]),
  ];
}

/** Typed hours with the days of each part in the order of the week. */
export const inWeekOrder = (windows: HoursDraft['windows']): WeeklyWindow[] =>
  windows.map(({ days, start, end }) => ({ days: Weekday.options.filter((day) => days.includes(day)), start, end }));

/** Parts of the week in words: `Mon to Fri 09:00 to 17:00 and Sat 10:00 to 14:00`. */
export function windowsWords(windows: readonly WeeklyWindow[]): string {
  const words = windows.map(({ days, start, end }) => `${daysWords(days)} ${spanWords(start, end)}`);
  return words.length < 2 ? (words[0] ?? 'never') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** Hours in words, with the place whose clocks tell them: `Mon to Fri 09:00 to 17:00 in Berlin`. */
export const hoursWords = ({ timeZone, windows }: { timeZone: string; windows: readonly WeeklyWindow[] }): string => `${windowsWords(windows)} ${placeOf(timeZone)}`;

/** Where clocks show a zone's time: `in New York`; `UTC` for itself. */
export function placeOf(timeZone: string): string {
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return timeZone.includes('/') ? `in ${city}` : city;
}

function spanWords(start: string, end: string): string {
  if (start === end) return start === '00:00' ? 'all day' : `from ${start} for 24 h`;
  return `${start} to ${end === '00:00' ? '24:00' : end}${start > end && end !== '00:00' ? ' the next day' : ''}`;
}

/** Days in words: three or more in a row as `Mon to Fri`, the others one by one. */
function daysWords(days: readonly Weekday[]): string {
  const all = Weekday.options.filter((day) => days.includes(day));
  if (all.length === 7) return 'every day';
  const runs: Weekday[][] = [];
  for (const day of all) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && Weekday.options.indexOf(day) === Weekday.options.indexOf(last) + 1) run.push(day);
    else runs.push([day]);
  }
  return runs.flatMap((run) => {
    const names = run.map((day) => dayNames[day].short);
    return names.length > 2 ? [`${names[0] ?? ''} to ${names.at(-1) ?? ''}`] : names;
  }).join(', ');
}
