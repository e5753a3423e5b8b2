import { describe, expect, it } from 'vitest';
import { whoChanges } from '#domain/oncall/changes';
import type { Schedule } from '#domain/oncall/schedule';
import { samplePerson, sampleSchedule } from '#domain/samples';
import { DAY, HOUR } from '#domain/time/instant';
import { changeWords, spanWords } from './changeWords';
import { isOnCallIn, offCallIn } from './onCallIn';
import { withoutPast } from './pastOverrides';
import { overrideProblems, scheduleProblems } from './scheduleProblems';

/** Monday 5 January 2026, 09:00 UTC. */
const monday = Date.UTC(2026, 0, 5, 9);
const people = {
  priya: samplePerson('priya'), sam: samplePerson('sam'), gone: samplePerson('gone', { active: false }), stella: samplePerson('stella', { role: 'stakeholder' }),
};
const off = (id: string, startAt: number, endAt: number) => ({ kind: 'remove', id, startAt, endAt, removeUserId: 'priya' }) as const;

describe('what changes, in words', () => {
  const reading = { people, zone: 'Europe/Berlin', now: monday };
  const words = (before: Schedule, after: Schedule, most?: number) => changeWords(whoChanges(before, after, monday, monday + 60 * DAY, most === undefined ? {} : { most }), reading);
  const before = sampleSchedule('weekly', ['priya', 'sam']);

  it('names the stretch in the zone of the schedule, and both sides', () => {
    expect(words(before, { ...before, overrides: [off('one', monday + 3 * DAY, monday + 3 * DAY + HOUR)] })).toEqual(['Thu 10:00 to 11:00: Priya → nobody']);
    expect(words(before, { ...before, overrides: [off('one', monday + HOUR, monday + DAY)] })).toEqual(['today 11:00 to Tue 10:00: Priya → nobody']);
    expect(words(before, before)).toEqual([]);
  });

  it('counts what it leaves out', () => {
    const many = [0, 1, 2, 3].map((day) => off(`off-${day}`, monday + day * DAY + HOUR, monday + day * DAY + 2 * HOUR));
    expect(words(before, { ...before, overrides: many }, 2).slice(1)).toEqual(['Tue 11:00 to 12:00: Priya → nobody', 'and 2 more']);
  });

  it('a stretch far away has its date', () => {
    expect(spanWords({ startAt: monday + 10 * DAY, endAt: monday + 10 * DAY + HOUR }, reading)).toBe('15 Jan 10:00 to 11:00');
  });
});

describe('what a schedule must not be', () => {
  const known = { people, schedules: { other: sampleSchedule('other', ['priya']) }, calendars: {} };
  const paths = (schedule: Schedule) => scheduleProblems(schedule, known, monday).map(({ path }) => path);

  it('on call with nobody, somebody without access, or somebody who is never paged', () => {
    expect(paths(sampleSchedule('weekly', ['priya', 'nobody', 'gone', 'stella']))).toEqual(['schedule.layers.0.participants.1', 'schedule.layers.0.participants.2', 'schedule.layers.0.participants.3']);
    expect(paths(sampleSchedule('weekly', ['priya']))).toEqual([]);
  });

  it('by an override or a temporary schedule either, unless it is over', () => {
    const override = { kind: 'add', id: 'add', startAt: monday - HOUR, endAt: monday + HOUR, addUserId: 'gone' } as const;
    const fixed = { userId: 'gone', startAt: monday - HOUR, endAt: monday + HOUR };
    const temporary = { id: 'temporary', name: 'Holidays', startAt: monday - DAY, endAt: monday + DAY, shifts: [fixed, { ...fixed, endAt: monday }] };
    expect(paths(sampleSchedule('weekly', ['priya'], { overrides: [override, { ...override, id: 'past', endAt: monday }], temporary: [temporary] })))
      .toEqual(['schedule.overrides.0.addUserId', 'schedule.temporary.0.shifts.0.userId']);
    expect(overrideProblems('override', override, known, monday)).toEqual([{ path: 'override.addUserId', message: 'Gone has no access any more. Choose somebody else.' }]);
  });

  it('the name of another, or a calendar that is not there', () => {
    expect(paths(sampleSchedule('weekly', ['priya'], { name: 'schedule OTHER' }))).toEqual(['schedule.name']);
    expect(paths(sampleSchedule('weekly', ['priya'], { holidayCalendarId: 'none' }))).toEqual(['schedule.holidayCalendarId']);
    expect(paths(sampleSchedule('a/b', ['priya']))).toEqual(['schedule.id']);
  });
});

it('overrides that ended more than a day ago leave the schedule', () => {
  const overrides = [off('old', monday - 3 * DAY, monday - DAY - 1), off('yesterday', monday - 2 * DAY, monday - DAY), off('next', monday, monday + HOUR)];
  const { schedule, past } = withoutPast(sampleSchedule('weekly', ['priya'], { overrides }), monday);
  expect([schedule.overrides, past].map((some) => some.map(({ id }) => id))).toEqual([['yesterday', 'next'], ['old']]);
});

describe('cover is asked only for what is one\'s own', () => {
  const schedule = sampleSchedule('weekly', ['priya', 'sam'], { overrides: [off('gap', monday + HOUR, monday + 2 * HOUR)] });

  it('the first stretch that is not is named', () => {
    expect(offCallIn(schedule, 'priya', { startAt: monday, endAt: monday + HOUR }, [])).toBeUndefined();
    expect(offCallIn(schedule, 'priya', { startAt: monday, endAt: monday + DAY }, [])).toEqual({ startAt: monday + HOUR, endAt: monday + 2 * HOUR });
    expect(offCallIn(schedule, 'sam', { startAt: monday, endAt: monday + 3 * HOUR }, [])).toEqual({ startAt: monday, endAt: monday + 3 * HOUR });
  });

  it('any time of it is enough to be covered', () => {
    expect(isOnCallIn(schedule, 'priya', { startAt: monday + HOUR, endAt: monday + 3 * HOUR }, [])).toBe(true);
    expect(isOnCallIn(schedule, 'priya', { startAt: monday + HOUR, endAt: monday + 2 * HOUR }, [])).toBe(false);
  });
});
