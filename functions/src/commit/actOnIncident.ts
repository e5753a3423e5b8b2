import type { Transaction } from 'firebase-admin/firestore';
import type { Decision, UnchangedCode, Who } from '#domain/incident/decision';
import { Incident } from '#domain/incident/incident';
import { TimelineEntry } from '#domain/incident/timeline';
import { isMember, Person } from '#domain/people/person';
import { configuration, type Configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { reclaimOpenKeys } from '../store/openKeys';
import { afterCommit } from './afterCommit';
import { transact } from './transact';
import { type Committed, writeTurn } from './writeTurn';

export type Acted =
  | { kind: 'done'; incident: Incident; person: Person; doneAt: number }
  /** This very command was done before; the incident may have moved on since. */
  | { kind: 'repeated'; incident: Incident; person: Person; doneAt: number }
  | { kind: 'unchanged'; code: UnchangedCode; incident: Incident; person: Person }
  | { kind: 'refused'; code: Extract<Decision, { kind: 'refused' }>['code']; incident: Incident }
  | { kind: 'noIncident' } | { kind: 'notAllowed'; code: 'person-inactive' | 'not-allowed' } | { kind: 'idUsed' };

export type Acting = {
  incidentId: string; userId: string;
  /** The timeline entry's id: a command's own id, or one made of the token's notification. It makes a retry harmless. */
  entryId: string;
  decide: (incident: Incident, who: Who, facts: Configuration, now: number) => Decision;
  /** When the person did it, by their own clock (ms since epoch). */
  tappedAt?: number;
  /** Writes what belongs to it and lies beside the incident, in the same commit. */
  besides?: (transaction: Transaction, incident: Incident, now: number) => void;
};

/**
 * One person acts on one incident: person, incident and an earlier try are read in the transaction that commits, so of two in the same instant one
 * acts and the other is told. Writes the incident, one timeline entry and what the turn asks to be sent.
 */
export async function actOnIncident({ incidentId, userId, entryId, decide, tappedAt, besides }: Acting): Promise<Acted> {
  const facts = await configuration();
  const { acted, committed } = await transact<{ acted: Acted; committed: Committed[] }>(async (transaction) => {
    const [found, earlier, whoever] = await transaction.getAll(at.incident(incidentId), at.timelineEntry(incidentId, entryId), at.person(userId));
    const nothing = (acted: Acted) => ({ acted, committed: [] });
    const person = whoever === undefined ? undefined : read(Person, whoever);
    if (person === undefined || !person.active) return nothing({ kind: 'notAllowed', code: 'person-inactive' });
    if (!isMember(person)) return nothing({ kind: 'notAllowed', code: 'not-allowed' });
    const incident = found === undefined ? undefined : read(Incident, found);
    if (found === undefined || incident === undefined) return nothing({ kind: 'noIncident' });
    const entry = earlier === undefined ? undefined : read(TimelineEntry, earlier);
    if (entry !== undefined) {
      const own = entry.actor.kind === 'person' && entry.actor.userId === userId;
      return nothing(own ? { kind: 'repeated', incident, person, doneAt: entry.at } : { kind: 'idUsed' });
    }
    const now = found.readTime.toMillis();
    const decision = decide(incident, { userId, name: person.name }, facts, now);
    switch (decision.kind) {
      case 'refused': return nothing({ kind: 'refused', code: decision.code, incident });
      case 'unchanged': return nothing({ kind: 'unchanged', code: decision.code, incident, person });
      case 'done': {
        const opensAgain = incident.status === 'resolved' && decision.turn.incident.status !== 'resolved';
        if (opensAgain) await reclaimOpenKeys(transaction, incidentId);
        const actor = { kind: 'person', userId, name: person.name } as const;
        const written = writeTurn(transaction, { turn: decision.turn, before: incident, entryId, actor, facts, now, ...(tappedAt === undefined ? {} : { tappedAt }) });
        besides?.(transaction, decision.turn.incident, now);
        return { acted: { kind: 'done', incident: decision.turn.incident, person, doneAt: now }, committed: [written] };
      }
      default: return decision satisfies never;
    }
  });
  await afterCommit(committed);
  return acted;
}
