/**
 * `npm run bench:oncall`: what a year of a schedule of 12 people in 3 layers with windows costs, beside its floor in the same run: as many wall
 * times resolved bare. Exit code 1 when it takes longer than its goal.
 */
import { coverage } from '#domain/oncall/coverage';
import { onCallAt, shiftsBetween } from '#domain/oncall/oncall';
import { Schedule } from '#domain/oncall/schedule';
import { DAY, HOUR } from '#domain/time/instant';
import { resolveWall } from '#domain/time/wallClock';

const goalMilliseconds = 15;
const times = 60;
const zone = 'America/Chicago';
const from = Date.UTC(2026, 0, 1);
const to = from + 365 * DAY;
const people = Array.from({ length: 12 }, (_, i) => `person-${i}`);
const workdays = ['MO', 'TU', 'WE', 'TH', 'FR'];
const everyDay = [...workdays, 'SA', 'SU'];

const schedule = Schedule.parse({
  id: 'bench', name: 'Bench', timeZone: zone, overrides: [],
  layers: [
    { id: 'days', name: 'Days', participants: people.slice(0, 4), rotation: { type: 'weekly', length: 1, startLocal: '2025-01-08T09:00' }, priority: 1,
      windows: [{ days: workdays, start: '08:00', end: '20:00' }] },
    { id: 'nights', name: 'Nights', participants: people.slice(4, 8), rotation: { type: 'daily', length: 1, startLocal: '2025-01-01T20:00' }, priority: 1,
      windows: [{ days: everyDay, start: '20:00', end: '08:00' }] },
    { id: 'weekends', name: 'Weekends', participants: people.slice(8), rotation: { type: 'weekly', length: 1, startLocal: '2025-01-08T09:00' },
      windows: [{ days: ['SA', 'SU'], start: '08:00', end: '20:00' }] },
  ],
});

const median = (of: () => unknown): number => {
  const taken = Array.from({ length: times }, () => {
    const began = performance.now();
    of();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  return taken[Math.floor(times / 2)] ?? Number.NaN;
};

const began = performance.now();
const cuts = [...coverage(schedule, from, to)].length;
const cold = performance.now() - began;
const year = median(() => shiftsBetween(schedule, from, to));
const floor = median(() => {
  let sum = 0;
  for (let i = 0; i < cuts; i += 1) sum += resolveWall(from + i * 7 * HOUR, zone, 'first');
  return sum;
});
const single = median(() => {
  for (let i = 0; i < 1_000; i += 1) onCallAt(schedule, from + i * 8 * HOUR);
});

console.log(`a year, 12 people, 3 layers with windows: ${year.toFixed(2)} ms (${cuts} cuts; the first time ${cold.toFixed(1)} ms), goal < ${goalMilliseconds} ms`);
console.log(`as many wall times resolved bare: ${floor.toFixed(3)} ms: ${(year / floor).toFixed(1)} x`);
console.log(`who is on call at an instant: ${single.toFixed(2)} µs`);
process.exitCode = year < goalMilliseconds ? 0 : 1;
