import { describe, expect, it } from 'vitest';
import { resolveWallTime } from '../time/zone';
import { shiftAt, shiftsFrom } from './rotation';
import type { Shift } from './rotation';
import type { Rotation } from './schedule';

// An independent second opinion: read what the clock shows in every single minute around a change of clocks, find each
// boundary in that list by rule, and compare. It shares no code with the engine: Intl shows, UTC arithmetic counts.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PEOPLE = ['ann', 'ben', 'cy', 'dee', 'eve'];

const CHANGES: [zone: string, around: string][] = [
  ['Europe/Berlin', '2024-03-31T01:00Z'],
  ['Europe/Berlin', '2024-10-27T01:00Z'],
  ['America/New_York', '2024-03-10T07:00Z'],
  ['America/New_York', '2024-11-03T06:00Z'],
  ['Australia/Lord_Howe', '2024-04-06T15:00Z'],
  ['Australia/Lord_Howe', '2024-10-05T15:30Z'],
  ['America/Santiago', '2024-04-07T03:00Z'],
  ['America/Santiago', '2024-09-08T04:00Z'],
  ['Africa/Cairo', '2024-04-25T22:00Z'],
  ['Africa/Cairo', '2024-10-31T21:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
];
const ROTATIONS: Pick<Rotation, 'type' | 'length'>[] = [
  { type: 'hourly', length: 1 },
  { type: 'hourly', length: 5 },
  { type: 'hourly', length: 24 },
  { type: 'daily', length: 1 },
  { type: 'daily', length: 2 },
];
const STARTS = ['00:00', '00:30', '01:15', '02:00', '02:20', '23:45'];

type Occurrences = { first: number; last: number };
type Clock = { minutes: number[]; shown: string[]; seen: Map<string, Occurrences> };

/** What the clock of a zone shows, minute by minute, from four days before `around` to four days after it. */
function readClock(zone: string, around: number): Clock {
  const show = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const minutes = Array.from({ length: 8 * 24 * 60 + 1 }, (_, i) => around - 96 * HOUR + i * MINUTE);
  const shown = minutes.map((at) => show.format(at).replace(' ', 'T'));
  const seen = new Map<string, Occurrences>();
  minutes.forEach((at, i) => {
    const wall = shown[i] ?? '';
    seen.set(wall, { first: seen.get(wall)?.first ?? at, last: at });
  });
  return { minutes, shown, seen };
}

/** The rule, read literally: the occurrences of a wall time, or else the first minute that shows a later one. */
function occurrences({ minutes, shown, seen }: Clock, local: string): Occurrences {
  const after = () => minutes[shown.findIndex((wall) => wall > local)] ?? Number.NaN;
  return seen.get(local) ?? { first: after(), last: after() };
}

/** Every shift that starts within three days of the change, zero-length ones left out. */
function expectedShifts(clock: Clock, around: number, rotation: Rotation): Shift[] {
  const anchor = Date.parse(`${rotation.startLocal}Z`);
  const length = rotation.length * (rotation.type === 'hourly' ? HOUR : 24 * HOUR);
  const firstWall = clock.shown[0] ?? '';
  const lastWall = clock.shown.at(-1) ?? '';
  const shifts: Shift[] = [];
  for (let k = Math.ceil((Date.parse(`${firstWall}Z`) - anchor) / length); ; k += 1) {
    const [start, end] = [k, k + 1].map((n) => new Date(anchor + n * length).toISOString().slice(0, 16));
    if (start === undefined || end === undefined || end > lastWall) return shifts;
    const startAt = occurrences(clock, start).first;
    const endAt = occurrences(clock, end).first;
    const userId = PEOPLE[((k % PEOPLE.length) + PEOPLE.length) % PEOPLE.length] ?? '';
    if (endAt > startAt && Math.abs(startAt - around) <= 72 * HOUR) shifts.push({ userId, startAt, endAt });
  }
}

describe.each(CHANGES)('around the change of clocks in %s at %s', (zone, changeAt) => {
  const around = Date.parse(changeAt);
  const clock = readClock(zone, around);
  const day = 24 * HOUR;

  it('really has a change of clocks there', () => {
    const shownMinutes = clock.shown.map((wall) => Date.parse(`${wall}Z`) / MINUTE);
    const jumps = shownMinutes.filter((minute, i) => i > 0 && minute - (shownMinutes[i - 1] ?? 0) !== 1);
    expect(jumps).toHaveLength(1);
  });

  it('resolves the wall time of every quarter of an hour', () => {
    const locals = new Set<string>();
    const startWall = Date.parse(`${clock.shown[2 * 24 * 60] ?? ''}Z`);
    for (let passed = 0; passed <= 4 * day; passed += 15 * MINUTE) {
      // Both what the clock shows and what it would show without the change: the latter meets the skipped times.
      locals.add(clock.shown[(2 * day + passed) / MINUTE] ?? '');
      locals.add(new Date(startWall + passed).toISOString().slice(0, 16));
    }
    const rows = [...locals].map((local) => ({ local, ...occurrences(clock, local) }));
    const resolved = [...locals].map((local) => ({
      local,
      first: resolveWallTime(local, zone, 'first'),
      last: resolveWallTime(local, zone, 'last'),
    }));
    expect(resolved).toEqual(rows);
  });

  it.each(ROTATIONS)('hands over $type × $length at the scanned minutes', ({ type, length }) => {
    STARTS.forEach((start, i) => {
      // Anchored a year later or 100 days earlier, in turn: the cycle is checked backwards and forwards.
      const anchorDay = new Date(around + (i % 2 === 0 ? 366 * day : -100 * day)).toISOString().slice(0, 10);
      const rotation: Rotation = { type, length, startLocal: `${anchorDay}T${start}` };
      const expected = expectedShifts(clock, around, rotation);
      expect(expected.length).toBeGreaterThan(1);

      const walked: Shift[] = [];
      for (const shift of shiftsFrom(rotation, PEOPLE, zone, expected[0]?.startAt ?? around)) {
        if (walked.push(shift) === expected.length) break;
      }
      expect(walked).toEqual(expected);
      expect(expected.map(({ startAt }) => shiftAt(rotation, PEOPLE, zone, startAt))).toEqual(expected);
      expect(expected.map(({ endAt }) => shiftAt(rotation, PEOPLE, zone, endAt - 1))).toEqual(expected);
    });
  });
});
