import { type HandOver, handOvers, isOffered, leaverTelling } from '#domain/handOver/handOver';
import { Incident } from '#domain/incident/incident';
import { ask as askToTake } from '#domain/incident/requests';
import { actOnIncident } from '../commit/actOnIncident';
import { idOf } from '../identity/identity';
import type { Configuration } from '../store/configuration';
import { read } from '../store/documents';
import { ask } from '../store/queries';
import { each, tellAll } from './tell';

/** Offers what somebody whose shift ended within `(from, now]` still has to whoever is on call next, once each; until they accept, it stays. */
export async function handOverShifts(facts: Configuration, from: number, now: number): Promise<void> {
  await each(handOvers(facts, from, now), async (handOver) => {
    const held = (await openOf(handOver.leaverId)).filter((incident) => isOffered(incident, handOver, facts));
    await each(held, ({ id }) => offer(id, handOver));
    await tellAll([leaverTelling(handOver, held.map(({ id }) => id), facts, now)]);
  });
}

async function openOf(userId: string): Promise<Incident[]> {
  const found = await Promise.all(['acknowledged', 'monitoring'].map((status) => ask('incidentsOfOwner', [userId, status]).limit(100).get()));
  return found.flatMap(({ docs }) => docs.flatMap((snapshot) => read(Incident, snapshot) ?? []));
}

/** The timeline's entry is named by shift and incident, so that a second try finds it. */
async function offer(incidentId: string, handOver: HandOver): Promise<void> {
  const { scheduleId, leaverId, endedAt, nextIds } = handOver;
  if (nextIds.length === 0) return;
  const entryId = idOf('handOver', scheduleId, leaverId, endedAt, incidentId);
  await actOnIncident({
    incidentId, userId: leaverId, entryId,
    decide: (incident, who, facts, now) => (isOffered(incident, handOver, facts)
      ? askToTake(incident, 'take', nextIds.map((userId) => ({ kind: 'person', userId })), who, facts, entryId, now)
      : { kind: 'unchanged', code: 'already-so' }),
  });
}
