import type { HolidayCalendar } from '../oncall/holidays';

export type HolidayDay = HolidayCalendar['days'][number];

/** So many days a calendar holds. */
export const mostDays = 1_000;

/** Days sorted, each date once, with the names of all that fall on it. `dropped`: how many dates were beyond the most that a calendar holds. */
export function tidyDays(days: readonly HolidayDay[]): { days: HolidayDay[]; dropped: number } {
  const names = new Map<string, Set<string>>();
  for (const { date, name } of days) names.set(date, (names.get(date) ?? new Set()).add(name));
  const all = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, said]) => ({ date, name: [...said].join(', ').slice(0, 200).trim() }));
  return { days: all.slice(0, mostDays), dropped: Math.max(0, all.length - mostDays) };
}
