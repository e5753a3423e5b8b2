import type { Command } from '#domain/command/command';
import { isOfIncident, kindOf } from './kinds';

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;
/** A command before it has its id: what somebody wants. */
export type Wish = WithoutId<Command>;

/**
 * The wish as a command, with a fresh id: one intent, one id, however often it is sent. One that may be sent late says when it was meant (`tappedAt`, by this
 * device's clock); the timeline shows it where that was long before.
 */
export function asCommand(wish: Wish, now: number = Date.now()): Command {
  const commandId = crypto.randomUUID();
  return isKept(wish) && isOfIncident(wish.type) ? ({ ...wish, commandId, tappedAt: now } as Command) // Every command of an incident has the field; the union's spread forgets which it was.
    : { ...wish, commandId };
}

/** Whether a command without an answer is kept and sent again. What somebody waits for on the screen (an invitation) is not. */
export function isKept(command: Pick<Command, 'type'>): boolean {
  return kindOf(command).kept;
}

/** How long after the tap a kept command still says what its sender wants, in ms. Notes, ticks and reports do not age. */
export const STALE_AFTER = 15 * 60_000;

/** Whether this command is too old to be sent unasked: an acknowledge of an hour ago might silence another page. */
export function isStale(command: Pick<Command, 'type'>, queuedAt: number, now: number): boolean {
  return kindOf(command).ages && now - queuedAt > STALE_AFTER;
}
