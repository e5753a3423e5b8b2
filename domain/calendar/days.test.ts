import { expect, it } from 'vitest';
import { HolidayCalendar } from '../oncall/holidays';
import { mostDays, tidyDays } from './days';

it('sorts days, and names a date once with all that fall on it', () => {
  const days = [{ date: '2026-12-26', name: 'Boxing Day' }, { date: '2026-12-25', name: 'Christmas' }, { date: '2026-12-26', name: 'St Stephen' }, { date: '2026-12-25', name: 'Christmas' }];
  expect(tidyDays(days)).toEqual({ days: [{ date: '2026-12-25', name: 'Christmas' }, { date: '2026-12-26', name: 'Boxing Day, St Stephen' }], dropped: 0 });
});

it('keeps what a calendar can hold', () => {
  const days = Array.from({ length: mostDays + 5 }, (_, day) => ({ date: new Date(day * 86_400_000).toISOString().slice(0, 10), name: 'x'.repeat(150) }));
  const tidy = tidyDays([...days, ...days.map((day) => ({ ...day, name: 'y'.repeat(150) }))]);
  expect([tidy.days.length, tidy.dropped, tidy.days[0]?.date]).toEqual([mostDays, 5, '1970-01-01']);
  expect(HolidayCalendar.shape.days.safeParse(tidy.days).success).toBe(true);
});
