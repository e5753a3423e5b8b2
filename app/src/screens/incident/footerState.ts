import type { Command } from '#domain/command/command';
import type { Incident, ResponderRequest } from '#domain/incident/incident';
import { nudgeGrace } from '#domain/incident/incident';
import { openRequestOf } from '#domain/incident/requests';
import type { TokenAct } from '../../commands/tokenActs';

/** How long an acknowledge can be undone in its own spot, in ms (LOOK). */
export const UNDO_FOR = 10_000;
/** How long the answer to an acknowledge by token may be ahead of the incident that is read, in ms. */
const AHEAD = 10_000;

/** What the thumb's spot offers. Times are ms since epoch. */
export type FooterState =
  | { kind: 'unsent'; command: Command }
  /** Tapped on the page itself or on the lock screen, before all this was read. */
  | { kind: 'unsentByToken' }
  | { kind: 'sendingByToken' }
  | { kind: 'asked'; request: ResponderRequest }
  | { kind: 'acknowledge' }
  | { kind: 'undo'; until: number }
  | { kind: 'stillOnIt'; until: number }
  | { kind: 'endSnooze' }
  | { kind: 'runbook' }
  | { kind: 'nothing' };

/** Those whose wish is about who has it: until they are sent, nothing else may stand in their spot. */
const decisive: readonly Command['type'][] = ['acknowledge', 'release', 'answerRequest', 'snooze', 'endSnooze'];

/** The one thing to do now for this reader: an answer that somebody waits for comes before all that can wait. `byToken`: what became of an acknowledge by token. */
export function footerState(incident: Incident, unsent: readonly Command[], userId: string, now: number, byToken: TokenAct | null = null): FooterState {
  const command = unsent.find(({ type }) => decisive.includes(type));
  if (command) return { kind: 'unsent', command };
  if (incident.status === 'resolved') return { kind: 'nothing' };
  const request = openRequestOf(incident, userId);
  if (incident.status === 'triggered' || request) {
    if (byToken?.state === 'waiting') return { kind: 'unsentByToken' };
    // Answered, and the incident's own news of it is on its way: another Acknowledge there would be tapped.
    if (byToken?.state === 'sending' || (byToken?.state === 'done' && now - byToken.settledAt < AHEAD && byToken.at >= incident.clocks.triggeredAt)) return { kind: 'sendingByToken' };
  }
  if (request) return { kind: 'asked', request };
  if (incident.status === 'triggered') return { kind: 'acknowledge' };
  if (incident.status === 'acknowledged') {
    // What only its source acknowledged, no person has yet.
    if (incident.owner.userId === null) return { kind: 'acknowledge' };
    if (incident.owner.userId === userId) {
      if (now < incident.owner.at + UNDO_FOR) return { kind: 'undo', until: incident.owner.at + UNDO_FOR };
      if (incident.snoozedUntil !== null) return { kind: 'endSnooze' };
      if (incident.nudgedAt !== null) return { kind: 'stillOnIt', until: incident.nudgedAt + nudgeGrace };
    }
  }
  return incident.runbookId === null ? { kind: 'nothing' } : { kind: 'runbook' };
}
