import { describe, expect, it } from 'vitest';
import { TimeZone, WallTime, addWall, resolveWallTime, wallStepsBetween, wallTimeAt } from './zone';

const resolved = (local: string, zone: string, occurrence: 'first' | 'last') =>
  new Date(resolveWallTime(local, zone, occurrence)).toISOString().slice(0, 16);

describe('TimeZone', () => {
  it.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC'])('takes %s', (zone) => {
    expect(TimeZone.safeParse(zone).success).toBe(true);
  });
  it.each(['', 'Berlin', 'Europe/Atlantis', '+01:00', '-05', 'Europe/Berlin '])('refuses "%s"', (zone) => {
    expect(TimeZone.safeParse(zone).success).toBe(false);
  });
});

describe('WallTime', () => {
  it.each(['2024-02-29T00:00', '1999-12-31T23:59'])('takes %s', (local) => {
    expect(WallTime.safeParse(local).success).toBe(true);
  });
  it.each([
    '2023-02-29T09:00',
    '2024-04-31T09:00',
    '2024-13-01T09:00',
    '2024-04-30T24:00',
    '2024-04-30T09:60',
    '2024-04-30',
    '2024-04-30T09:00Z',
    '2024-04-30T09:00:00',
    '2024-04-30 09:00',
  ])('refuses %s', (local) => {
    expect(WallTime.safeParse(local).success).toBe(false);
  });
});

describe('resolveWallTime', () => {
  it.each([
    ['an ordinary time', 'Europe/Berlin', '2024-06-03T09:00', '2024-06-03T07:00', '2024-06-03T07:00'],
    ['the last minute before a gap', 'Europe/Berlin', '2024-03-31T01:59', '2024-03-31T00:59', '2024-03-31T00:59'],
    ['the start of a gap', 'Europe/Berlin', '2024-03-31T02:00', '2024-03-31T01:00', '2024-03-31T01:00'],
    ['the middle of a gap', 'Europe/Berlin', '2024-03-31T02:45', '2024-03-31T01:00', '2024-03-31T01:00'],
    ['the end of a gap', 'Europe/Berlin', '2024-03-31T03:00', '2024-03-31T01:00', '2024-03-31T01:00'],
    ['a time that occurs twice', 'Europe/Berlin', '2024-10-27T02:30', '2024-10-27T00:30', '2024-10-27T01:30'],
    ['the start of a repeated hour', 'Europe/Berlin', '2024-10-27T02:00', '2024-10-27T00:00', '2024-10-27T01:00'],
    ['the end of a repeated hour', 'Europe/Berlin', '2024-10-27T03:00', '2024-10-27T02:00', '2024-10-27T02:00'],
    ['a gap of 30 minutes', 'Australia/Lord_Howe', '2024-10-06T02:20', '2024-10-05T15:30', '2024-10-05T15:30'],
    ['30 minutes that repeat', 'Australia/Lord_Howe', '2024-04-07T01:45', '2024-04-06T14:45', '2024-04-06T15:15'],
    ['a midnight that is skipped', 'America/Santiago', '2024-09-08T00:00', '2024-09-08T04:00', '2024-09-08T04:00'],
    ['a day that is skipped', 'Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00', '2011-12-30T10:00'],
  ])('resolves %s', (_what, zone, local, first, last) => {
    expect(resolved(local, zone, 'first')).toBe(first);
    expect(resolved(local, zone, 'last')).toBe(last);
  });
});

describe('wallTimeAt', () => {
  it('cuts off to the minute', () => {
    expect(wallTimeAt(Date.parse('2024-06-03T07:00:59.999Z'), 'Europe/Berlin')).toBe('2024-06-03T09:00');
  });
  it('cuts off backwards before 1970 too', () => {
    expect(wallTimeAt(-1, 'UTC')).toBe('1969-12-31T23:59');
  });
  it('shows both passes of a repeated hour alike', () => {
    expect(wallTimeAt(Date.parse('2024-10-27T00:30:00Z'), 'Europe/Berlin')).toBe('2024-10-27T02:30');
    expect(wallTimeAt(Date.parse('2024-10-27T01:30:00Z'), 'Europe/Berlin')).toBe('2024-10-27T02:30');
  });
});

describe('addWall', () => {
  it.each([
    ['2024-03-30T02:30', { hours: 8 }, 3, '2024-03-31T02:30'],
    ['2024-03-30T02:30', { days: 1 }, 1, '2024-03-31T02:30'],
    ['2024-02-26T09:00', { weeks: 2 }, -3, '2024-01-15T09:00'],
    ['2024-01-31T09:00', { months: 1 }, 1, '2024-02-29T09:00'],
    ['2024-01-31T09:00', { months: 1 }, 2, '2024-03-31T09:00'],
    ['2024-01-31T09:00', { months: 3 }, -1, '2023-10-31T09:00'],
    ['2024-01-31T09:00', { days: 1 }, 0, '2024-01-31T09:00'],
  ])('%s plus %o × %i is %s', (local, step, k, sum) => {
    expect(addWall(local, step, k)).toBe(sum);
  });
});

describe('wallStepsBetween', () => {
  it.each([
    ['2024-01-01T09:00', '2024-01-15T08:59', { weeks: 1 }, 1],
    ['2024-01-01T09:00', '2024-01-15T09:00', { weeks: 1 }, 2],
    ['2024-01-15T09:00', '2024-01-01T09:01', { weeks: 1 }, -1],
    ['2024-01-01T00:00', '2024-12-31T00:00', { months: 2 }, 5],
    ['2024-03-30T00:00', '2024-03-31T12:00', { hours: 5 }, 7],
  ])('from %s to %s fit %o', (from, to, step, count) => {
    expect(wallStepsBetween(from, to, step)).toBe(count);
  });
});
