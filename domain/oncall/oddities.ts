import { DAY, MINUTE } from '../time/instant';
import { resolveWall, type Wall, wallAt } from '../time/wallClock';
import { type Weekday, weekdayOf } from '../time/weeklyWindow';
import { durationWords } from '../time/words';
import type { TimeZone } from '../time/zone';
import { handoffAt, handoffWall, holdersOf, turnAt } from './rotation';
import type { Layer, Schedule } from './schedule';

/**
 * What a change of clocks does to a layer's shifts, at an instant `at` (ms since epoch):
 * - `gapMoved`: the handoff's wall time is skipped that day, and it comes at the first instant after.
 * - `repeatedHour`: the wall time comes twice, and the handoff is at the first.
 * - `longer`, `shorter`: the shift that starts then lasts `minutes` more or less than the others. One of no length at all is left out of the rotation.
 */
export type Oddity = { layerId: string; at: number; wall: Wall; zone: TimeZone } & (
  | { kind: 'gapMoved' | 'repeatedHour' }
  | { kind: 'longer' | 'shorter'; userIds: string[]; minutes: number; isDropped: boolean }
);

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Every layer's oddities of handoffs and shifts that start within `[from, to)` (ms since epoch), by time. A layer that never changes hands has none. */
export function oddities(schedule: Schedule, from: number, to: number): Oddity[] {
  return schedule.layers.flatMap((layer) => layerOddities(layer, layer.timeZone ?? schedule.timeZone, from, to)).sort((a, b) => a.at - b.at);
}

function layerOddities(layer: Layer, zone: TimeZone, from: number, to: number): Oddity[] {
  const { id: layerId, rotation, participants } = layer;
  if (new Set(participants).size < 2) return [];
  const found: Oddity[] = [];
  for (let k = turnAt(rotation, zone, from).k; ; k += 1) {
    const [at, wall] = [handoffAt(rotation, zone, k), handoffWall(rotation, k)];
    if (at >= to) return found;
    if (at < from) continue;
    const about = { layerId, at, wall, zone };
    if (wallAt(at, zone) !== wall) found.push({ ...about, kind: 'gapMoved' });
    else if (resolveWall(wall, zone, 'last') !== at) found.push({ ...about, kind: 'repeatedHour' });
    const endAt = handoffAt(rotation, zone, k + 1);
    const more = endAt - at - (handoffWall(rotation, k + 1) - wall);
    if (more === 0) continue;
    const userIds = [...new Set(holdersOf(participants, k, layer.atOnce))];
    found.push({ ...about, kind: more > 0 ? 'longer' : 'shorter', userIds, minutes: Math.abs(more) / MINUTE, isDropped: endAt === at });
  }
}

const names: Record<Weekday, string> = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' };

/** An oddity for people, with the date and the clock of the rotation's zone: `On Sunday 2024-03-31 clocks skip 02:30: the handoff is at 03:00.` */
export function oddityWords(oddity: Oddity): string {
  const { at, wall, zone } = oddity;
  const [year, month, date] = new Date(wall).toISOString().slice(0, 10).split('-').map(Number);
  const day = `${names[weekdayOf(Math.floor(wall / DAY))]} ${date} ${months[(month ?? 1) - 1]} ${year}`;
  const [meant, shown] = [wall, wallAt(at, zone)].map((one) => new Date(one).toISOString().slice(11, 16));
  switch (oddity.kind) {
    case 'gapMoved':
      return `On ${day} clocks skip ${meant}: the handoff is at ${shown}.`;
    case 'repeatedHour':
      return `On ${day} clocks show ${meant} twice: the handoff is at the first.`;
    case 'longer':
    case 'shorter':
      if (oddity.isDropped) return `On ${day} clocks skip the whole shift from ${meant}: nobody has it.`;
      return `The shift from ${day} ${shown} is ${durationWords(oddity.minutes * MINUTE)} ${oddity.kind}, as clocks change.`;
    default:
      return oddity satisfies never;
  }
}
