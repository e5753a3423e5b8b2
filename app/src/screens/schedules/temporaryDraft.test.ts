import { expect, it } from 'vitest';
import { sampleSchedule } from '#domain/samples';
import { planShifts, temporaryDraftOf, temporaryOf } from './temporaryDraft';

const DAY = 86_400_000;
const start = Date.UTC(2026, 11, 23, 23);
const temporary = { id: 't', name: 'Christmas', startAt: start, endAt: start + 3 * DAY, shifts: [{ userId: 'ann', startAt: start, endAt: start + DAY }] };

it('comes back from the editor as it went in, by the clocks of its schedule', () => {
  const draft = temporaryDraftOf(temporary, 'Europe/Berlin');
  expect(draft.start).toBe('2026-12-24T00:00');
  expect(temporaryOf(draft, 'Europe/Berlin')).toEqual(temporary);
});

it('says what is wrong where it is', () => {
  const draft = temporaryDraftOf(temporary, 'UTC');
  const result = temporaryOf({ ...draft, name: ' ', end: draft.start, shifts: [{ key: 'a', userId: '', start: '', end: draft.end }] }, 'UTC');
  expect('issues' in result && result.issues.map(({ path }) => path)).toEqual(['name', 'start', 'shifts.0.userId', 'shifts.0.start']);
});

it('takes over the plan so far, whatever the temporary schedule itself says', () => {
  const schedule = { ...sampleSchedule('s', ['ben'], { timeZone: 'UTC' }), temporary: [temporary] };
  expect(planShifts(temporaryDraftOf(temporary, 'UTC'), { schedule, holidays: [] }, () => 'k')).toEqual([{ key: 'k', userId: 'ben', start: '2026-12-23T23:00', end: '2026-12-26T23:00' }]);
});
