import type { IncidentCommand } from '#domain/command/command';
import { Incident } from '#domain/incident/incident';
import { setRepeat } from '#domain/incident/repeat';
import type { Person } from '#domain/people/person';
import type { Acted } from '../../commit/actOnIncident';
import { at, read } from '../../store/documents';
import { act } from '../incident';
import { refusal } from '../refusal';

/** Marks an incident as a repeat. The earlier one is read beside the commit: it has ended, and what is taken of it does not change any more but by a reopen. */
export async function markRepeat(sent: Extract<IncidentCommand, { type: 'setRepeat' }>, sender: Person): Promise<Acted> {
  const earlier = sent.of === null ? null : read(Incident, await at.incident(sent.of).get());
  if (earlier === undefined) throw refusal('no-such-incident');
  return act(sent, sender, (incident, who, _facts, now) => setRepeat(incident, earlier, who, now));
}
