import { escalate } from '#domain/incident/take';
import type { Incident } from '#domain/incident/incident';
import { list } from '#domain/incident/words';
import type { useFacts } from '../../live/useFacts';

/** Whom an escalation wakes, by the server's own rule asked ahead: "Sam (secondary) is woken". */
export function escalateWords(incident: Incident, facts: ReturnType<typeof useFacts>): string {
  if (!facts.complete) return 'The next person is woken';
  const decision = escalate(incident, facts, Date.now());
  if (decision.kind !== 'done') return 'The next person is woken';
  const people = decision.turn.changes.flatMap((change) => (change.type === 'paged' || change.type === 'lastResort' ? change.people : []));
  if (people.length === 0) return 'Nobody further can be reached; those who are paged stay paged. It is tried';
  return `${list(people.map(({ name, why }) => `${name} (${why})`))} ${people.length === 1 ? 'is' : 'are'} woken`;
}
