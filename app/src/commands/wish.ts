import type { Command } from '#domain/command/command';

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;
/** A command before it has its id: what somebody wants. */
export type Wish = WithoutId<Command>;

/** The wish as a command, with a fresh id: one intent, one id, however often it is sent. */
export function asCommand(wish: Wish): Command {
  return { ...wish, commandId: crypto.randomUUID() };
}

const kept: readonly Command['type'][] = [
  'acknowledge', 'release', 'resolve', 'reopen', 'escalate', 'setSeverity', 'setMilestone', 'addNote', 'reportIncident',
  'snooze', 'endSnooze', 'askResponders', 'answerRequest',
];

/** Whether a command without an answer is kept and sent again. What somebody waits for on the screen (an invitation) is not. */
export function isKept(command: Pick<Command, 'type'>): boolean {
  return kept.includes(command.type);
}

/** How long after the tap a kept command still says what its sender wants, in ms. Notes and reports do not age. */
const STALE_AFTER = 15 * 60_000;

/** Whether this command is too old to be sent unasked: an acknowledge of an hour ago might silence another page. */
export function isStale(command: Pick<Command, 'type'>, queuedAt: number, now: number): boolean {
  return command.type !== 'addNote' && command.type !== 'reportIncident' && now - queuedAt > STALE_AFTER;
}
