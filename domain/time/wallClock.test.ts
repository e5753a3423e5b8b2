import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from './instant';
import { addMonths, dateOf, monthsBetween, resolveWall, wallAt, wallOf } from './wallClock';

/** Zones with every kind of change: whole and half hours, at midnight, twice a year more than elsewhere, a day that was skipped or came twice, and none. */
const zones = [
  'America/Chicago', 'Europe/London', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Pacific/Apia', 'Africa/Casablanca', 'Africa/Cairo',
  'America/Havana', 'America/St_Johns', 'Asia/Tehran', 'Asia/Kathmandu', 'Atlantic/Azores', 'Europe/Dublin', 'Pacific/Kwajalein', 'Antarctica/Troll', 'UTC',
];
const text = (wall: number) => new Date(wall).toISOString().slice(0, 16);

/** The rule, asked of Temporal alone: an answer that shows another wall time was in a gap, which ends at the next change of clocks. */
function byTemporal(wall: number, zone: string, occurrence: 'first' | 'last'): number | undefined {
  const plain = Temporal.PlainDateTime.from(text(wall));
  const first = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!first.toPlainDateTime().equals(plain)) return first.getTimeZoneTransition('next')?.epochMilliseconds;
  return occurrence === 'first' ? first.epochMilliseconds : plain.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
}

describe.each(zones)('the clock of %s', (zone) => {
  it('is that of Temporal around every change of clocks from 1992 to 2032', () => {
    let change = Temporal.Instant.from('1992-01-01T00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
    let changes = 0;
    for (; change !== null && change.year < 2032; change = change.getTimeZoneTransition('next')) {
      changes += 1;
      const at = change.epochMilliseconds;
      for (const away of [-26 * HOUR, -HOUR, -30 * MINUTE, -1, 0, 29 * MINUTE, HOUR, 25 * HOUR]) {
        const shown = Temporal.Instant.fromEpochMilliseconds(at + away).toZonedDateTimeISO(zone);
        expect(wallAt(at + away, zone)).toBe(at + away + shown.offsetNanoseconds / 1_000_000);
      }
      for (let wall = wallAt(at, zone) - 150 * MINUTE; wall <= wallAt(at, zone) + 150 * MINUTE; wall += 15 * MINUTE) {
        const found = [text(wall), resolveWall(wall, zone, 'first'), resolveWall(wall, zone, 'last')];
        expect(found).toEqual([text(wall), byTemporal(wall, zone, 'first'), byTemporal(wall, zone, 'last')]);
      }
    }
    expect(changes > 0).toBe(!['UTC', 'Asia/Kathmandu'].includes(zone));
  });

  it('is that of Temporal at any other time, decades away too', () => {
    // A step that shares no factor with a day, and that crosses every border between stretches of years somewhere else.
    for (let wall = wallOf('1960-01-01T00:00'); wall < wallOf('2060-01-01T00:00'); wall += 97 * DAY + 7 * HOUR + 13 * MINUTE) {
      expect(resolveWall(wall, zone, 'first')).toBe(byTemporal(wall, zone, 'first'));
      expect(resolveWall(wall, zone, 'last')).toBe(byTemporal(wall, zone, 'last'));
    }
  });
});

describe('a day that a zone skipped', () => {
  it('resolves to the first instant after it', () => {
    const saturday = Date.parse('2011-12-30T10:00Z');
    for (const local of ['2011-12-30T00:00', '2011-12-30T12:00', '2011-12-30T23:59', '2011-12-31T00:00']) {
      expect(resolveWall(wallOf(local), 'Pacific/Apia', 'first')).toBe(saturday);
      expect(resolveWall(wallOf(local), 'Pacific/Apia', 'last')).toBe(saturday);
    }
  });
});

it('no number is no time', () => {
  expect(() => resolveWall(Number.NaN, 'UTC', 'first')).toThrow(RangeError);
  expect(() => wallAt(Infinity, 'UTC')).toThrow(RangeError);
});

it('a date is that of its midnight and of its last minute', () => {
  expect([dateOf(wallOf('2024-02-29')), dateOf(wallOf('2024-02-29T23:59'))]).toEqual(['2024-02-29', '2024-02-29']);
});

it.each([
  ['2024-01-31T09:30', 1, '2024-02-29T09:30'], ['2024-01-31T09:30', 2, '2024-03-31T09:30'], ['2024-01-31T09:30', -2, '2023-11-30T09:30'],
  ['2024-12-15T00:00', 1, '2025-01-15T00:00'], ['1969-12-31T23:59', -12, '1968-12-31T23:59'],
])('%s plus %i months is %s', (local, months, sum) => {
  expect(text(addMonths(wallOf(local), months))).toBe(sum);
  expect(monthsBetween(wallOf(local), wallOf(sum))).toBe(months);
});
