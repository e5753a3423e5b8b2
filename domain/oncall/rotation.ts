import { DAY, HOUR } from '../time/instant';
import { addMonths, monthsBetween, resolveWall, type Wall, wallAt, wallOf } from '../time/wallClock';
import type { TimeZone } from '../time/zone';
import type { Rotation } from './schedule';

/** One person's time on call, `[startAt, endAt)` in ms since epoch. */
export type Shift = { userId: string; startAt: number; endAt: number };

/** The time of shift `k` of a rotation, whoever has it: `[startAt, endAt)` in ms since epoch. */
export type Turn = { k: number; startAt: number; endAt: number };

/**
 * The instant (ms since epoch) at which shift `k` starts and shift `k - 1` ends. Counted on the wall clock from the
 * anchor, never stepped from another shift and never in elapsed hours: a change of clocks moves the one boundary that
 * it hits and leaves no trace in later ones. Boundaries never run backwards, but two can meet in one instant.
 */
export function handoffAt(rotation: Rotation, zone: TimeZone, k: number): number {
  return resolveWall(handoffWall(rotation, k), zone, 'first');
}

/** The wall time that handoff `k` is meant for, whether or not clocks show it that day. */
export function handoffWall(rotation: Rotation, k: number): Wall {
  const anchor = wallOf(rotation.startLocal);
  return rotation.type === 'monthly' ? addMonths(anchor, rotation.length * k) : anchor + lengthOf(rotation) * k;
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
  for (const { k, startAt, endAt } of turnsFrom(rotation, zone, from)) {
    const [userId] = holdersOf(participants, k, 1);
    if (userId === undefined) return;
    yield { userId, startAt, endAt };
  }
}

/** The turn that runs at `from` (ms since epoch) and all after it that have a length, without end: the caller stops. */
export function* turnsFrom(rotation: Rotation, zone: TimeZone, from: number): Generator<Turn, void> {
  const running = turnAt(rotation, zone, from);
  for (let { k, startAt, endAt } = running; ; k += 1, startAt = endAt, endAt = handoffAt(rotation, zone, k + 1)) {
    if (endAt > startAt) yield { k, startAt, endAt };
  }
}

/** The turn that runs at `now` (ms since epoch): the largest k whose boundary is not after it. */
export function turnAt(rotation: Rotation, zone: TimeZone, now: number): Turn {
  // The wall clock gives a first guess. It can be off by a step or two: it shows the hour after a fold twice, and
  // the months of the calendar count before their day is reached. The boundaries themselves settle it.
  const [anchor, wall] = [wallOf(rotation.startLocal), wallAt(now, zone)];
  let k = rotation.type === 'monthly'
    ? Math.floor(monthsBetween(anchor, wall) / rotation.length)
    : Math.floor((wall - anchor) / lengthOf(rotation));
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

/** Who has turn `k` when so many consecutive participants are on call at once. Nobody where nobody takes part. */
export function holdersOf(participants: readonly string[], k: number, atOnce: number): string[] {
  const holders: string[] = [];
  for (let i = k * atOnce; i < (k + 1) * atOnce; i += 1) {
    const userId = participants[modulo(i, participants.length)];
    if (userId !== undefined) holders.push(userId);
  }
  return holders;
}

/** The length of a shift on the wall clock, in ms. */
function lengthOf(rotation: Exclude<Rotation, { type: 'monthly' }>): number {
  switch (rotation.type) {
    case 'hourly':
      return rotation.length * HOUR;
    case 'daily':
      return rotation.length * DAY;
    case 'weekly':
      return rotation.length * 7 * DAY;
    default:
      return rotation satisfies never;
  }
}

/** The remainder that is never negative, so that the cycle runs backwards before the anchor. */
function modulo(k: number, size: number): number {
  return ((k % size) + size) % size;
}
