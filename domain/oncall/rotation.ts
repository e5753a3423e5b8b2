import { addWall, resolveWallTime, wallStepsBetween, wallTimeAt } from '../time/zone';
import type { TimeZone, WallStep } from '../time/zone';
import type { Rotation } from './schedule';

/** One person's time on call, `[startAt, endAt)` in ms since epoch. */
export type Shift = { userId: string; startAt: number; endAt: number };

/**
 * The instant (ms since epoch) at which shift `k` starts and shift `k - 1` ends. Counted on the wall clock from the
 * anchor, never stepped from another shift and never in elapsed hours: a change of clocks moves the one boundary that
 * it hits and leaves no trace in later ones. Boundaries never run backwards, but two can meet in one instant.
 */
export function handoffAt(rotation: Rotation, zone: TimeZone, k: number): number {
  return resolveWallTime(addWall(rotation.startLocal, stepOf(rotation), k), zone, 'first');
}

/**
 * The shift of a rotation that runs at `now` (ms since epoch), before the anchor too. Where boundaries meet in one
 * instant (their wall times fall into the same gap of the clock), the shifts between them have no length: nobody ever
 * sees them, and their people wait for their next turn. Undefined only when there are no participants.
 */
export function shiftAt(
  rotation: Rotation,
  participants: readonly string[],
  zone: TimeZone,
  now: number,
): Shift | undefined {
  for (const shift of shiftsFrom(rotation, participants, zone, now)) return shift;
  return undefined;
}

/** The shift that runs at `from` (ms since epoch) and all after it, without end: the caller stops. */
export function* shiftsFrom(
  rotation: Rotation,
  participants: readonly string[],
  zone: TimeZone,
  from: number,
): Generator<Shift, void> {
  const running = runningShift(rotation, zone, from);
  for (let { k, startAt, endAt } = running; ; k += 1, startAt = endAt, endAt = handoffAt(rotation, zone, k + 1)) {
    const userId = participants[modulo(k, participants.length)];
    if (userId === undefined) return;
    if (endAt > startAt) yield { userId, startAt, endAt };
  }
}

/** The number of the shift that runs at `now`, and its ends: the largest k whose boundary is not after `now`. */
function runningShift(rotation: Rotation, zone: TimeZone, now: number): { k: number; startAt: number; endAt: number } {
  // The wall clock gives a first guess. It can be off by a step or two: it counts towards zero, shows the hour after a
  // fold twice, and calls the end of a short month a whole one. The boundaries themselves settle it.
  let k = wallStepsBetween(rotation.startLocal, wallTimeAt(now, zone), stepOf(rotation));
  let startAt = handoffAt(rotation, zone, k);
  while (startAt > now) {
    k -= 1;
    startAt = handoffAt(rotation, zone, k);
  }
  let endAt = handoffAt(rotation, zone, k + 1);
  while (endAt <= now) {
    k += 1;
    startAt = endAt;
    endAt = handoffAt(rotation, zone, k + 1);
  }
  return { k, startAt, endAt };
}

function stepOf(rotation: Rotation): WallStep {
  switch (rotation.type) {
    case 'hourly':
      return { hours: rotation.length };
    case 'daily':
      return { days: rotation.length };
    case 'weekly':
      return { weeks: rotation.length };
    case 'monthly':
      return { months: rotation.length };
    default:
      return rotation satisfies never;
  }
}

/** The remainder that is never negative, so that the cycle runs backwards before the anchor. */
function modulo(k: number, size: number): number {
  return ((k % size) + size) % size;
}
