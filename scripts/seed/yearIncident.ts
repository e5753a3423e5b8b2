import { advance } from '#domain/escalation/advance';
import type { EscalationPolicy } from '#domain/escalation/policy';
import type { Decision } from '#domain/incident/decision';
import { ended, reopen, resolve, setMilestone } from '#domain/incident/finish';
import type { Incident } from '#domain/incident/incident';
import { open, type Opening, type OpeningFacts } from '#domain/incident/open';
import type { VerdictKind } from '#domain/incident/parts';
import { acknowledge } from '#domain/incident/take';
import { type Turn, turnOf } from '#domain/incident/turn';
import { setVerdict } from '#domain/incident/verdict';
import type { Notification } from '#domain/notification/notification';
import type { SeededRandom } from '#domain/samples';
import type { Service } from '#domain/service/service';
import { MINUTE, SECOND } from '#domain/time/instant';
import { notificationOf } from '../../functions/src/send/outbox';
import type { Configuration } from '../../functions/src/store/configuration';

/** What is to become of an incident. Lengths in ms; `takenAfter` null: nobody took it, it ended by itself. */
export type Course = {
  opening: Opening; service: Service; policy: EscalationPolicy; triggeredAt: number; takenAfter: number | null; restoredAfter: number; lasted: number; reopens: boolean;
  verdict: VerdictKind | null;
};
export type Lived = { incident: Incident; messages: Notification[] };

/** An incident that went through the same transitions as a live one, only with past times, and the messages of its pages as they would have gone. */
export function live(course: Course, facts: Configuration, random: SeededRandom): Lived {
  const { opening, service, policy, triggeredAt, takenAfter, restoredAfter, lasted, reopens, verdict } = course;
  const known: OpeningFacts = { ...facts, service, policy };
  const messages: Notification[] = [];
  const first = open(opening, known, triggeredAt);
  // As its alert would have named it: "Disk above 90 %" is DiskAbove90.
  const alertName = opening.title.replace(/[^A-Za-z0-9]+(\w?)/g, (_, next: string) => next.toUpperCase());
  let turn: Turn = { ...first, incident: { ...first.incident, alertNames: [alertName] } };
  const told = (next: Turn, at: number) => {
    messages.push(...next.requests.map((request) => notificationOf(next.incident, request, facts, at)));
    turn = turnOf(next.incident);
  };
  const decided = (decision: Decision, at: number) => {
    if (decision.kind !== 'done') throw new Error(`${opening.id}: ${decision.code}`);
    told(decision.turn, at);
  };
  const untilTaken = (at: number) => {
    while (turn.incident.status === 'triggered' && turn.incident.wakeAt !== null && turn.incident.wakeAt < at) {
      const due = turn.incident.wakeAt;
      told(advance(turn.incident, known, due), due);
    }
  };
  const take = (at: number) => {
    untilTaken(at);
    const holder = random.pick(turn.incident.responders);
    const who = { userId: holder.userId, name: holder.name };
    decided(acknowledge(turn.incident, who, facts.severities, at), at);
    return who;
  };

  told(turn, triggeredAt);
  const over = triggeredAt + lasted;
  if (takenAfter === null || turn.incident.responders.length === 0) {
    untilTaken(over);
    told(ended(turn, null, 'source', over), over);
  } else {
    const who = take(triggeredAt + takenAfter);
    if (restoredAfter < lasted) decided(setMilestone(turn.incident, 'serviceRestored', who, facts.severities, triggeredAt + restoredAfter), triggeredAt + restoredAfter);
    decided(resolve(turn.incident, who, over), over);
    if (reopens) {
      const again = over + 20 * MINUTE;
      decided(reopen(turn.incident, facts, again), again);
      decided(resolve(turn.incident, take(again + 2 * MINUTE), again + 30 * MINUTE), again + 30 * MINUTE);
    }
    if (verdict !== null) decided(setVerdict(turn.incident, verdict, '', who, over + 60 * MINUTE), over + 60 * MINUTE);
  }
  const sent = messages.map((message) => sentOut(message, turn.incident, random));
  const firstSent = sent.flatMap(({ kind, sentAt }) => (kind === 'page' && sentAt !== null ? [sentAt] : [])).sort((a, b) => a - b)[0] ?? null;
  return { incident: { ...turn.incident, wakeAt: null, clocks: { ...turn.incident.clocks, notifiedAt: firstSent } }, messages: sent };
}

/** A message as it ended: sent in a second or so and nearly always received, or cancelled where somebody had the incident before it was due. */
function sentOut(message: Notification, incident: Incident, random: SeededRandom): Notification {
  const { acknowledgedAt, resolvedAt } = incident.clocks;
  const stopsAt = message.episode > 1 ? resolvedAt : (acknowledgedAt ?? resolvedAt);
  const rest = { ...message, followAt: null, leaseUntil: null, attempts: 1, provider: 'local' } as const;
  if (stopsAt !== null && message.dueAt > stopsAt) return { ...rest, attempts: 0, status: 'cancelled', cancelledAt: stopsAt, reason: acknowledgedAt === null ? 'resolved' : 'acknowledged' };
  // Most in less than a second, a few in many.
  const sentAt = message.dueAt + 150 + random.below(700) + (random.chance(0.03) ? random.below(20 * SECOND) : 0);
  if (random.chance(0.06)) return { ...rest, status: 'sent', sendingAt: message.dueAt, sentAt };
  const deliveredAt = sentAt + 300 + random.below(2_500) + (random.chance(0.05) ? random.below(40 * SECOND) : 0);
  return { ...rest, status: 'delivered', sendingAt: message.dueAt, sentAt, deliveredAt };
}
