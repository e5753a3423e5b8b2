import { describe, expect, it } from 'vitest';
import { HOUR } from '../time/instant';
import { handoffAt, shiftAt, shiftsFrom } from './rotation';
import type { Rotation } from './schedule';

const PEOPLE = ['ann', 'ben', 'cy'];

const at = (instant: string) => Date.parse(instant);
const spoken = (rotation: Rotation, zone: string, instant: string) => {
  const shift = shiftAt(rotation, PEOPLE, zone, at(instant));
  return shift && [shift.userId, new Date(shift.startAt).toISOString(), new Date(shift.endAt).toISOString()];
};
const hours = (rotation: Rotation, zone: string, instant: string) => {
  const shift = shiftAt(rotation, PEOPLE, zone, at(instant));
  return shift && (shift.endAt - shift.startAt) / HOUR;
};

describe('shiftAt', () => {
  const weekly: Rotation = { type: 'weekly', length: 1, startLocal: '2024-06-03T09:00' };

  it('starts with the first participant at the anchor, includes the start and excludes the end', () => {
    const first = ['ann', '2024-06-03T07:00:00.000Z', '2024-06-10T07:00:00.000Z'];
    expect(spoken(weekly, 'Europe/Berlin', '2024-06-03T07:00:00Z')).toEqual(first);
    expect(spoken(weekly, 'Europe/Berlin', '2024-06-10T06:59:59.999Z')).toEqual(first);
    expect(spoken(weekly, 'Europe/Berlin', '2024-06-10T07:00:00Z')?.[0]).toBe('ben');
  });

  it('goes round', () => {
    expect(spoken(weekly, 'Europe/Berlin', '2024-06-24T07:00:00Z')?.[0]).toBe('ann');
  });

  it('runs backwards before the anchor', () => {
    const last = ['cy', '2024-05-27T07:00:00.000Z', '2024-06-03T07:00:00.000Z'];
    expect(spoken(weekly, 'Europe/Berlin', '2024-06-03T06:59:59.999Z')).toEqual(last);
    expect(spoken(weekly, 'Europe/Berlin', '2024-05-27T06:59:00Z')?.[0]).toBe('ben');
  });

  it('keeps the wall time over both changes of clocks, so weeks have 167 or 169 hours', () => {
    expect(hours(weekly, 'Europe/Berlin', '2025-03-26T12:00:00Z')).toBe(167);
    expect(hours(weekly, 'Europe/Berlin', '2024-10-23T12:00:00Z')).toBe(169);
    expect(spoken(weekly, 'Europe/Berlin', '2025-01-01T00:00:00Z')?.[1]).toBe('2024-12-30T08:00:00.000Z');
  });

  it('moves only the handoff that falls into a gap', () => {
    const nightly: Rotation = { type: 'daily', length: 1, startLocal: '2025-03-28T02:20' };
    const starts = [-1, 0, 1, 2, 3].map((k) => new Date(handoffAt(nightly, 'Europe/Berlin', k)).toISOString());
    expect(starts).toEqual([
      '2025-03-27T01:20:00.000Z',
      '2025-03-28T01:20:00.000Z',
      '2025-03-29T01:20:00.000Z',
      '2025-03-30T01:00:00.000Z',
      '2025-03-31T00:20:00.000Z',
    ]);
  });

  it('hands over at the first of two equal wall times', () => {
    const nightly: Rotation = { type: 'daily', length: 1, startLocal: '2024-10-25T02:20' };
    expect(hours(nightly, 'Europe/Berlin', '2024-10-27T00:20:00Z')).toBe(25);
    expect(hours(nightly, 'Europe/Berlin', '2024-10-27T01:20:00Z')).toBe(25);
  });

  it('drops a shift whose two boundaries meet, and its person waits for the next turn', () => {
    const hourly: Rotation = { type: 'hourly', length: 1, startLocal: '2025-03-30T00:00' };
    const turns: string[] = [];
    for (const shift of shiftsFrom(hourly, PEOPLE, 'Europe/Berlin', at('2025-03-29T23:30:00Z'))) {
      turns.push(`${shift.userId} ${new Date(shift.startAt).toISOString().slice(11, 16)}`);
      if (turns.length === 4) break;
    }
    expect(turns).toEqual(['ann 23:00', 'ben 00:00', 'ann 01:00', 'ben 02:00']);
  });

  it('makes 24 times hourly the same as daily', () => {
    const hourly: Rotation = { type: 'hourly', length: 24, startLocal: '2024-01-01T02:30' };
    const daily: Rotation = { ...hourly, type: 'daily', length: 1 };
    for (let k = -400; k <= 400; k += 1) {
      expect(handoffAt(hourly, 'America/New_York', k)).toBe(handoffAt(daily, 'America/New_York', k));
    }
  });

  it('counts months from the anchor: a start on the 31st takes the last day of a short month and returns', () => {
    const monthly: Rotation = { type: 'monthly', length: 1, startLocal: '2024-01-31T09:00' };
    expect(spoken(monthly, 'UTC', '2024-02-29T08:59:00Z')?.[0]).toBe('ann');
    expect(spoken(monthly, 'UTC', '2024-02-29T09:00:00Z')?.[0]).toBe('ben');
    expect(spoken(monthly, 'UTC', '2024-03-30T12:00:00Z')).toEqual([
      'ben',
      '2024-02-29T09:00:00.000Z',
      '2024-03-31T09:00:00.000Z',
    ]);
  });

  it('finds the shift decades from the anchor in either direction', () => {
    const hourly: Rotation = { type: 'hourly', length: 8, startLocal: '2024-06-03T10:00' };
    expect(spoken(hourly, 'America/Chicago', '2049-01-15T15:00:00Z')?.slice(1)).toEqual([
      '2049-01-15T08:00:00.000Z',
      '2049-01-15T16:00:00.000Z',
    ]);
    expect(spoken(hourly, 'America/Chicago', '1999-01-15T15:00:00Z')?.slice(1)).toEqual([
      '1999-01-15T08:00:00.000Z',
      '1999-01-15T16:00:00.000Z',
    ]);
  });

  it('has nobody where nobody takes part', () => {
    expect(shiftAt(weekly, [], 'UTC', 0)).toBeUndefined();
  });
});
