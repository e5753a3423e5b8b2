import { expect, it } from 'vitest';
import { differ, placeOf } from './zones';

const july = Date.UTC(2026, 6, 1);
it.each([['America/New_York', 'New York'], ['UTC', 'UTC'], ['America/Argentina/Buenos_Aires', 'Buenos Aires']])('%s is %s', (zone, place) => expect(placeOf(zone)).toBe(place));

it('asks only where the clocks differ', () => {
  expect(differ('Europe/Berlin', 'America/New_York', july)).toBe(true);
  expect(differ('Europe/Berlin', 'Europe/Vienna', july)).toBe(false);
  expect(differ('Europe/Berlin', 'Mars/Olympus', july)).toBe(false);
});
