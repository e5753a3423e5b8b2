import { durationWords } from '../time/words';
import type { DrillReach, DrillResult } from './drill';

/** Whether a page got to somebody: a device had it, or they answered it, whatever the device said. */
export const wasReached = ({ receivedAt, acknowledgedAt }: Pick<DrillReach, 'receivedAt' | 'acknowledgedAt'>): boolean => receivedAt !== null || acknowledgedAt !== null;

/** A drill's result in a line: "Acknowledged in 41 s by Priya; 2 of 2 reached". */
export function resultWords({ triggeredAt, acknowledgedAt, acknowledgedBy, reach, escalations }: DrillResult): string {
  const answer = acknowledgedAt === null ? 'Nobody acknowledged' : `Acknowledged in ${durationWords(Math.max(0, acknowledgedAt - triggeredAt))}${acknowledgedBy === null ? '' : ` by ${acknowledgedBy}`}`;
  const reached = reach.length === 0 ? 'nobody was paged' : `${reach.filter(wasReached).length} of ${reach.length} reached`;
  return [answer, reached, ...(escalations === 0 ? [] : [`escalated ${escalations === 1 ? 'once' : `${escalations} times`}`])].join('; ');
}

/** How one person was reached: "Sent within 1 s, received after 3 s, acknowledged after 41 s"; all of it counts from `triggeredAt`. */
export function reachWords({ sentAt, receivedAt, acknowledgedAt }: DrillReach, triggeredAt: number): string {
  const after = (at: number) => (at - triggeredAt < 1_000 ? 'within 1 s' : `after ${durationWords(at - triggeredAt)}`);
  if (sentAt === null && receivedAt === null && acknowledgedAt === null) return 'The page did not leave';
  const parts = [
    // An open app shows what nobody sent it: it listens.
    ...(sentAt === null ? [] : [`sent ${after(sentAt)}`]),
    receivedAt === null ? 'no device said that it has it' : `received ${after(receivedAt)}`,
    acknowledgedAt === null ? 'not acknowledged' : `acknowledged ${after(acknowledgedAt)}`,
  ].join(', ');
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}`;
}
