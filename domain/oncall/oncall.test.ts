import { describe, expect, it } from 'vitest';
import { DAY } from '../time/instant';
import { gapsBetween, nextHandoff, nextShiftOf, onCallAt, shiftsBetween } from './oncall';
import { Layer, type Override, type Schedule } from './schedule';

const at = (instant: string) => Date.parse(instant);
// Mondays at 09:00 in Berlin.
const WEEK_1 = at('2024-06-03T07:00Z');
const WEEK_2 = at('2024-06-10T07:00Z');
const WEEK_3 = at('2024-06-17T07:00Z');
const WEEK_4 = at('2024-06-24T07:00Z');

const layerOf = (id: string, participants: string[], startLocal = '2024-06-03T09:00'): Layer =>
  Layer.parse({ id, name: id, participants, rotation: { type: 'weekly', length: 1, startLocal } });
const scheduleOf = (layers: Layer[], overrides: Override[] = []): Schedule => ({
  id: 'primary',
  name: 'Primary',
  timeZone: 'Europe/Berlin',
  layers,
  overrides,
  temporary: [],
  holidayCalendarId: null,
});
const trio = layerOf('trio', ['ann', 'ben', 'cy']);
const benOffTuesday: Override = {
  id: 'sick',
  kind: 'remove',
  startAt: WEEK_2 + DAY,
  endAt: WEEK_2 + 2 * DAY,
  removeUserId: 'ben',
};
const dee = { ...benOffTuesday, id: 'cover', kind: 'replace', addUserId: 'dee' } as const;

describe('onCallAt', () => {
  it('has all layers on call together, in their order, each person once', () => {
    const schedule = scheduleOf([layerOf('second', ['zoe']), trio, layerOf('again', ['ann'])]);
    expect(onCallAt(schedule, WEEK_1)).toEqual(['zoe', 'ann']);
    expect(onCallAt(schedule, WEEK_2)).toEqual(['zoe', 'ben', 'ann']);
  });
  it('lets overrides have the last word', () => {
    expect(onCallAt(scheduleOf([trio], [dee]), dee.startAt)).toEqual(['dee']);
    expect(onCallAt(scheduleOf([trio], [benOffTuesday]), benOffTuesday.startAt)).toEqual([]);
  });
  it('has nobody without layers', () => {
    expect(onCallAt(scheduleOf([]), WEEK_1)).toEqual([]);
  });
});

describe('nextHandoff', () => {
  it('is the next handoff, not the one that happens now', () => {
    expect(nextHandoff(scheduleOf([trio]), WEEK_1)).toBe(WEEK_2);
    expect(nextHandoff(scheduleOf([trio]), WEEK_2 - 1)).toBe(WEEK_2);
  });
  it('is where an override starts or ends', () => {
    expect(nextHandoff(scheduleOf([trio], [dee]), WEEK_2)).toBe(dee.startAt);
    expect(nextHandoff(scheduleOf([trio], [dee]), dee.startAt)).toBe(dee.endAt);
  });
  it('passes over handoffs that change nobody', () => {
    const twice = scheduleOf([layerOf('twice', ['ann', 'ann', 'ben'])]);
    expect(nextHandoff(twice, WEEK_1)).toBe(WEEK_3);
    const swapping = scheduleOf([layerOf('one', ['ann', 'ben']), layerOf('two', ['ben', 'ann'])]);
    expect(nextHandoff(swapping, WEEK_1)).toBeUndefined();
  });
  it('passes over an override that finds its person off call', () => {
    const early = { ...dee, startAt: WEEK_1 + DAY, endAt: WEEK_1 + 2 * DAY };
    expect(nextHandoff(scheduleOf([trio], [early]), WEEK_1)).toBe(WEEK_2);
  });
  it('never comes for a lone participant', () => {
    expect(nextHandoff(scheduleOf([layerOf('lone', ['ann'])]), WEEK_1)).toBeUndefined();
  });
  it('is in sight for the longest shift there is', () => {
    const yearly: Layer = { ...trio, rotation: { type: 'monthly', length: 12, startLocal: '2024-01-01T09:00' } };
    expect(nextHandoff(scheduleOf([yearly]), at('2024-01-01T08:00Z'))).toBe(at('2025-01-01T08:00Z'));
  });
});

describe('shiftsBetween', () => {
  it('cuts off at both ends', () => {
    expect(shiftsBetween(scheduleOf([trio]), WEEK_1 + DAY, WEEK_3 - DAY)).toEqual([
      { userId: 'ann', startAt: WEEK_1 + DAY, endAt: WEEK_2 },
      { userId: 'ben', startAt: WEEK_2, endAt: WEEK_3 - DAY },
    ]);
  });
  it('splits a shift around a replacement', () => {
    expect(shiftsBetween(scheduleOf([trio], [dee]), WEEK_2, WEEK_3)).toEqual([
      { userId: 'ben', startAt: WEEK_2, endAt: dee.startAt },
      { userId: 'dee', startAt: dee.startAt, endAt: dee.endAt },
      { userId: 'ben', startAt: dee.endAt, endAt: WEEK_3 },
    ]);
  });
  it('merges over handoffs to oneself, also from layer to layer and beside a change', () => {
    const schedule = scheduleOf([layerOf('twice', ['ann', 'ann', 'ben']), layerOf('lone', ['zoe'])]);
    expect(shiftsBetween(schedule, WEEK_1, WEEK_4)).toEqual([
      { userId: 'ann', startAt: WEEK_1, endAt: WEEK_3 },
      { userId: 'zoe', startAt: WEEK_1, endAt: WEEK_4 },
      { userId: 'ben', startAt: WEEK_3, endAt: WEEK_4 },
    ]);
    const swapping = scheduleOf([layerOf('one', ['ann', 'ben']), layerOf('two', ['ben', 'ann'])]);
    expect(shiftsBetween(swapping, WEEK_1, WEEK_4)).toEqual([
      { userId: 'ann', startAt: WEEK_1, endAt: WEEK_4 },
      { userId: 'ben', startAt: WEEK_1, endAt: WEEK_4 },
    ]);
  });
  it('is empty for an empty window', () => {
    expect(shiftsBetween(scheduleOf([trio]), WEEK_1, WEEK_1)).toEqual([]);
  });

  it('agrees with onCallAt at any time of the year, with layers of all kinds and overlapping overrides', () => {
    const schedule = scheduleOf(
      [
        { ...trio, rotation: { type: 'hourly', length: 7, startLocal: '2024-12-31T02:30' } },
        { ...layerOf('daily', ['dee', 'eve']), rotation: { type: 'daily', length: 3, startLocal: '2024-01-01T02:15' } },
        {
          ...layerOf('monthly', ['fay', 'ann']),
          rotation: { type: 'monthly', length: 1, startLocal: '2024-01-31T00:00' },
        },
      ],
      [
        benOffTuesday,
        dee,
        { id: 'long', kind: 'replace', startAt: WEEK_1, endAt: WEEK_4, addUserId: 'gus', removeUserId: 'ann' },
        { id: 'cover', kind: 'replace', startAt: WEEK_2, endAt: WEEK_3, addUserId: 'ben', removeUserId: 'gus' },
        { id: 'more', kind: 'add', startAt: WEEK_1 + 1, endAt: WEEK_1 + 2, addUserId: 'hal' },
      ],
    );
    const from = at('2024-01-01T00:00Z');
    const to = at('2025-01-01T00:00Z');
    const shifts = shiftsBetween(schedule, from, to);
    // A step that shares no factor with an hour or a day lands on another minute of the day each time.
    for (let now = from; now < to; now += 1_009 * 60_000) {
      const merged = shifts.filter(({ startAt, endAt }) => startAt <= now && now < endAt).map(({ userId }) => userId);
      expect(merged.sort()).toEqual(onCallAt(schedule, now).sort());
    }
  });
});

describe('gapsBetween', () => {
  it('finds what an override leaves uncovered', () => {
    const { startAt, endAt } = benOffTuesday;
    expect(gapsBetween(scheduleOf([trio], [benOffTuesday]), WEEK_1, WEEK_4)).toEqual([{ startAt, endAt }]);
    expect(gapsBetween(scheduleOf([trio], [dee]), WEEK_1, WEEK_4)).toEqual([]);
  });
  it('is the whole window without layers, in one piece', () => {
    const idle: Override = { ...benOffTuesday, id: 'idle' };
    expect(gapsBetween(scheduleOf([], [idle]), WEEK_1, WEEK_4)).toEqual([{ startAt: WEEK_1, endAt: WEEK_4 }]);
  });
});

describe('nextShiftOf', () => {
  const schedule = scheduleOf([trio], [dee]);
  it('tells who is on call until when', () => {
    expect(nextShiftOf(schedule, 'ann', WEEK_1 + DAY)).toEqual({ state: 'running', endAt: WEEK_2 });
    expect(nextShiftOf(schedule, 'ben', WEEK_2)).toEqual({ state: 'running', endAt: dee.startAt });
  });
  it('tells who is on call from when', () => {
    expect(nextShiftOf(schedule, 'ben', WEEK_1)).toEqual({ state: 'upcoming', startAt: WEEK_2, endAt: dee.startAt });
    expect(nextShiftOf(schedule, 'cy', WEEK_1)).toEqual({ state: 'upcoming', startAt: WEEK_3, endAt: WEEK_4 });
    expect(nextShiftOf(schedule, 'dee', WEEK_1)).toEqual({
      state: 'upcoming',
      startAt: dee.startAt,
      endAt: dee.endAt,
    });
  });
  it('merges over handoffs to oneself', () => {
    const twice = scheduleOf([layerOf('twice', ['ann', 'ann', 'ben'])]);
    expect(nextShiftOf(twice, 'ann', WEEK_1)).toEqual({ state: 'running', endAt: WEEK_3 });
  });
  it('has no end in sight for a lone participant', () => {
    expect(nextShiftOf(scheduleOf([layerOf('lone', ['ann'])]), 'ann', WEEK_1)).toEqual({
      state: 'running',
      endAt: undefined,
    });
  });
  it('has none for a stranger, nor for one whose override is over', () => {
    expect(nextShiftOf(schedule, 'zoe', WEEK_1)).toBeUndefined();
    expect(nextShiftOf(schedule, 'dee', WEEK_3)).toBeUndefined();
  });
});
