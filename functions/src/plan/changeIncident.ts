import type { Transaction } from 'firebase-admin/firestore';
import type { Decision } from '#domain/incident/decision';
import { Incident } from '#domain/incident/incident';
import { andThen } from '#domain/incident/turn';
import { afterCommit } from '../commit/afterCommit';
import { transact } from '../commit/transact';
import { type Committed, writeTurn } from '../commit/writeTurn';
import { refusal } from '../command/refusal';
import { at, read } from '../store/documents';
import { actorOf, type Doing, entryIdOf, stepChange } from './claim';
import { type Did, did } from './did';

type Changing = {
  decide: (incident: Incident, now: number) => Decision;
  /** What was done, as a sentence; and what to say where it was so already. */
  result: string; already: string;
  /** Writes what belongs to it and lies beside the incident, in the same commit. */
  besides?: (transaction: Transaction, incident: Incident, now: number) => void;
};

/** Does a step that changes the incident: a turn on it as any other, with one timeline entry that says which step it was. */
export async function changeIncident({ incident: { id }, step, facts }: Doing, { decide, result, already, besides }: Changing): Promise<Did> {
  const entryId = entryIdOf({ ...step, state: 'done' });
  const { end, committed } = await transact<{ end: Did; committed: Committed[] }>(async (transaction) => {
    const [found, earlier] = await transaction.getAll(at.incident(id), at.timelineEntry(id, entryId));
    const incident = found === undefined ? undefined : read(Incident, found);
    const nothing = (end: Did) => ({ end, committed: [] });
    // Committed by a try that died before it could say so.
    if (earlier?.exists === true) return nothing({ outcome: { kind: 'done', result }, isTold: true });
    if (found === undefined || incident === undefined) return nothing(did('skipped', 'The incident is gone.'));
    const now = found.readTime.toMillis();
    const decision = decide(incident, now);
    switch (decision.kind) {
      case 'unchanged': return nothing(did('already', already));
      case 'refused': return nothing(did('failed', refusal(decision.code).message));
      case 'done': {
        const turn = andThen(decision.turn, decision.turn.incident, [stepChange(step, 'done', result)]);
        const written = writeTurn(transaction, { turn, before: incident, entryId, actor: actorOf(step), facts, now });
        besides?.(transaction, turn.incident, now);
        return { end: { outcome: { kind: 'done', result }, isTold: true }, committed: [written] };
      }
      default: return decision satisfies never;
    }
  });
  await afterCommit(committed);
  return end;
}
