import { describe, expect, it } from 'vitest';
import { Schedule } from '../oncall/schedule';
import { noon } from '../samples';
import { DAY, HOUR } from '../time/instant';
import { feedEvents } from './feed';

const weekly = (participants: string[], fields: object = {}) => Schedule.parse({
  id: 'primary', name: 'Primary', timeZone: 'UTC', overrides: [],
  layers: [{ id: 'layer', name: 'Layer', participants, rotation: { type: 'weekly', length: 1, startLocal: '2026-01-05T09:00' } }], ...fields,
});
const of = (schedule: Schedule, userId: string | null = 'priya', now = noon, holidays: string[] = []) =>
  feedEvents([{ schedule, holidays }], userId, (id) => id.toUpperCase(), now);
const at = (text: string) => Date.parse(`${text}:00Z`);

describe('a feed', () => {
  it('has a person\'s shifts from 30 days back to 90 days ahead, with their real starts', () => {
    const events = of(weekly(['priya', 'sam']));
    expect(events.every(({ summary }) => summary === 'On call: Primary')).toBe(true);
    // 30 days before noon of 21 November lie in the week of 19 October, which is Sam's: the first of hers starts on the 26th.
    expect(events[0]).toMatchObject({ startAt: at('2026-10-26T09:00'), endAt: at('2026-11-02T09:00') });
    expect(events.at(-1)?.startAt).toBe(at('2027-02-15T09:00'));
    expect(events).toHaveLength(9);
  });

  it('keeps the start and the uid of a shift that runs at its edge', () => {
    const schedule = weekly(['priya', 'sam']);
    const edge = at('2026-10-29T12:00') + 30 * DAY;
    expect(of(schedule, 'priya', edge)[0]).toEqual(of(schedule)[0]);
  });

  it('names the same shift alike at every reading', () => {
    const schedule = weekly(['priya', 'sam'], { overrides: [{ kind: 'replace', id: 'o', startAt: at('2026-12-01T00:00'), endAt: at('2026-12-02T00:00'), addUserId: 'priya', removeUserId: 'sam' }] });
    const first = of(schedule);
    const later = of(schedule, 'priya', noon + 3 * DAY + 5 * HOUR);
    const both = first.filter(({ uid }) => later.some((event) => event.uid === uid));
    expect(both.map(({ uid }) => later.find((event) => event.uid === uid))).toEqual(both);
    expect(both.length).toBeGreaterThanOrEqual(first.length - 1);
    expect(new Set(first.map(({ uid }) => uid)).size).toBe(first.length);
  });

  it('of somebody who never hands over starts with the year before, for a whole year', () => {
    const starts = [noon, noon + 20 * DAY, at('2027-01-20T00:00')].map((now) => of(weekly(['priya']), 'priya', now).map(({ startAt }) => startAt));
    expect(starts).toEqual([[at('2025-01-01T00:00')], [at('2025-01-01T00:00')], [at('2025-01-01T00:00')]]);
  });

  it('of a schedule has everybody, by name', () => {
    expect([...new Set(of(weekly(['priya', 'sam']), null).map(({ summary }) => summary))].sort()).toEqual(['Primary: PRIYA', 'Primary: SAM']);
  });

  it('is empty for who is never on call, and goes by holidays', () => {
    expect(of(weekly(['sam']))).toEqual([]);
    const layers = weekly(['priya']).layers.map((layer) => ({ ...layer, holidays: 'only' as const }));
    expect(of(weekly(['priya'], { layers }), 'priya', noon, ['2026-12-25'])).toMatchObject([{ startAt: at('2026-12-25T00:00'), endAt: at('2026-12-26T00:00') }]);
  });
});
