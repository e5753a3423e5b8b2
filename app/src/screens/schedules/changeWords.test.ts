import { expect, it } from 'vitest';
import { sampleSchedule } from '#domain/samples';
import { changeSentence, overrideChanges, overrideWords, spanWords, undoChanges } from './changeWords';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 21, 12);
const thursday = Date.UTC(2026, 10, 26, 3);
const names: Record<string, string> = { ann: 'Ann', ben: 'Ben' };
const nameOf = (id: string) => names[id] ?? id;
const schedule = sampleSchedule('s', ['ann'], { timeZone: 'UTC' });
const during = { id: 'o', startAt: thursday, endAt: thursday + HOUR };

it('is told in the server\'s form, with the day once', () => {
  expect(changeSentence({ startAt: thursday, endAt: thursday + HOUR, before: ['ann'], after: [] }, now, 'UTC', nameOf)).toBe('Thu 03:00 to 04:00: Ann → nobody');
  expect(spanWords(thursday, thursday + 24 * HOUR, now, 'UTC')).toBe('Thu 03:00 to Fri 03:00');
  expect(spanWords(now, now + HOUR, now, 'UTC')).toBe('today 12:00 to 13:00');
});

it('says what an override would change, and whether it leaves nobody', () => {
  expect(overrideChanges(schedule, [], { kind: 'replace', ...during, addUserId: 'ben', removeUserId: 'ann' })).toMatchObject({ count: 1, gap: false, changes: [{ before: ['ann'], after: ['ben'] }] });
  expect(overrideChanges(schedule, [], { kind: 'remove', ...during, removeUserId: 'ann' })).toMatchObject({ count: 1, gap: true });
  expect(overrideChanges(schedule, [], { kind: 'remove', ...during, removeUserId: 'ben' })).toMatchObject({ count: 0, gap: false });
});

it('says what taking one back changes', () => {
  const override = { kind: 'replace' as const, ...during, addUserId: 'ben', removeUserId: 'ann' };
  expect(undoChanges({ ...schedule, overrides: [override] }, [], override).changes).toMatchObject([{ before: ['ben'], after: ['ann'] }]);
  expect(overrideWords(override, nameOf)).toBe('Ben covers Ann');
});
