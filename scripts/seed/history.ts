import type { EscalationPolicy } from '#domain/escalation/policy';
import { advance } from '#domain/escalation/advance';
import { resolve, setMilestone } from '#domain/incident/finish';
import type { Decision } from '#domain/incident/decision';
import { open } from '#domain/incident/open';
import type { Severity } from '#domain/incident/severity';
import { acknowledge } from '#domain/incident/take';
import type { Actor, TimelineEntry } from '#domain/incident/timeline';
import type { Turn } from '#domain/incident/turn';
import { monthOf } from '#domain/metrics/row';
import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import { db } from '../../functions/src/firebase';
import { incidentIdOf } from '../../functions/src/identity/identity';
import { configuration } from '../../functions/src/store/configuration';
import { at } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';
import { demoServices } from './services';

type Past = { daysAgo: number; hour: number; serviceIndex: number; severity: Severity; title: string; description: string; acknowledgedAfter: number; by: 'primary' | 'secondary'; lasted: number };

/** What happened before: each goes through the same transitions as a live incident, only with past times. */
const history: readonly Past[] = [
  { daysAgo: 1, hour: 2, serviceIndex: 0, severity: 'SEV2', title: 'Payment confirmations are slow', description: 'p95 of /checkout/confirm above 4 s for 5 minutes.', acknowledgedAfter: 1.5, by: 'primary', lasted: 41 },
  { daysAgo: 3, hour: 15, serviceIndex: 1, severity: 'SEV3', title: 'Login errors above 5 %', description: 'Wrong clock on one of the session hosts.', acknowledgedAfter: 0.6, by: 'primary', lasted: 22 },
  { daysAgo: 6, hour: 4, serviceIndex: 2, severity: 'SEV1', title: 'Search answers nothing', description: 'The index was empty after the nightly import.', acknowledgedAfter: 2.2, by: 'secondary', lasted: 73 },
  { daysAgo: 11, hour: 23, serviceIndex: 0, severity: 'SEV1', title: 'Checkout is answering 503', description: 'Connection pool exhausted after deployment 4698.', acknowledgedAfter: 0.4, by: 'primary', lasted: 35 },
  { daysAgo: 19, hour: 9, serviceIndex: 2, severity: 'SEV3', title: 'Prices older than an hour', description: 'The price feed was late.', acknowledgedAfter: 3, by: 'secondary', lasted: 96 },
];

/** Writes the resolved history of `--demo`. */
export async function seedHistory(policy: EscalationPolicy, now: number): Promise<void> {
  const facts = await configuration(true);
  for (const [index, past] of history.entries()) {
    const service = demoServices[past.serviceIndex];
    const who = facts.people[past.by];
    if (service === undefined || who === undefined) continue;
    const opened = startOfDay(now) - past.daysAgo * DAY + past.hour * HOUR + 7 * MINUTE;
    const acknowledged = opened + past.acknowledgedAfter * MINUTE;
    const id = incidentIdOf('seed', `history-${index}`, 0);
    const person = { userId: who.id, name: who.name };
    const actor: Actor = { kind: 'person', ...person };
    let turn: Turn = open({
      id, title: past.title, description: past.description, severity: past.severity, type: 'degradation', links: [], startedAt: opened - 2 * MINUTE,
      detectedAt: opened, linkedTo: null, declaredBy: null,
    }, { ...facts, service, policy }, opened);
    const entries: TimelineEntry[] = [entry('1', opened, { kind: 'source', integrationId: 'checkout', name: 'Checkout monitoring' }, turn)];
    while (turn.incident.wakeAt !== null && turn.incident.wakeAt < acknowledged) {
      const due = turn.incident.wakeAt;
      turn = advance(turn.incident, facts, due);
      entries.push(entry(String(entries.length + 1), due, { kind: 'rouse' }, turn));
    }
    const steps: readonly (readonly [number, (at: number) => Decision])[] = [
      [acknowledged, (when) => acknowledge(turn.incident, person, facts.severities, when)],
      [opened + past.lasted * 0.6 * MINUTE, (when) => setMilestone(turn.incident, 'rootCauseIdentified', person, facts.severities, when)],
      [opened + past.lasted * 0.9 * MINUTE, (when) => setMilestone(turn.incident, 'serviceRestored', person, facts.severities, when)],
      [opened + past.lasted * MINUTE, (when) => resolve(turn.incident, person, when)],
    ];
    for (const [when, decide] of steps) {
      const decision = decide(Math.round(when));
      if (decision.kind !== 'done') throw new Error(`history ${index}: ${decision.code}`);
      turn = decision.turn;
      entries.push(entry(String(entries.length + 1), Math.round(when), actor, turn));
    }
    const batch = db().batch();
    batch.set(at.incident(id), toStored({ ...turn.incident, clocks: { ...turn.incident.clocks, notifiedAt: opened + 400 } }));
    for (const each of entries) batch.set(at.timelineEntry(id, `seed-${each.id}`), toStored(each));
    // The sweep counts it and drafts its post-mortem, as of one that has just ended.
    batch.set(at.afterwards(id), toStored({ month: monthOf(turn.incident.clocks.triggeredAt), dueAt: now, isSecond: true }));
    await batch.commit();
  }
}

const startOfDay = (now: number) => now - (now % DAY);
const entry = (id: string, when: number, actor: Actor, { changes }: Turn): TimelineEntry => ({ id, at: when, actor, changes });
