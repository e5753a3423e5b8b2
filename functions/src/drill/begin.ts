import { logger } from 'firebase-functions';
import { Drill } from '#domain/drill/drill';
import { scenarios } from '#domain/drill/scenarios';
import { open } from '#domain/incident/open';
import type { IncidentId } from '#domain/incident/incident';
import { MINUTE } from '#domain/time/instant';
import { afterCommit } from '../commit/afterCommit';
import { transact } from '../commit/transact';
import { writeTurn } from '../commit/writeTurn';
import { idOf, incidentIdOf } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';

/** What was planned for ten in the morning wakes nobody at three, when the sweep had stood still in between. */
const latest = 15 * MINUTE;

/**
 * Begins a drill that is due: opens its incident by the pipeline of every other, in the name of who planned it. Once: the commit that opens it says that it runs, and a second call finds it begun.
 * Called off where its service is gone, or where it is more than a quarter of an hour late.
 */
export async function beginDrill(drillId: string): Promise<void> {
  const stored = read(Drill, await at.drill(drillId).get());
  if (stored === undefined) return;
  const remembered = await configuration();
  const facts = remembered.services[stored.serviceId] === undefined ? await configuration(true) : remembered;
  const service = facts.services[stored.serviceId];
  const policy = service === undefined ? undefined : facts.policies[service.policyId];

  const committed = await transact(async (transaction) => {
    const found = await transaction.get(at.drill(drillId));
    const drill = read(Drill, found);
    const now = found.readTime.toMillis();
    if (drill === undefined || drill.state !== 'scheduled' || drill.dueAt === null || drill.dueAt > now) return [];
    if (service === undefined || policy === undefined) {
      logger.warn(`drill ${drillId} is called off: its service is gone`);
      transaction.set(found.ref, toStored({ ...drill, state: 'cancelled', dueAt: null } satisfies Drill));
      return [];
    }
    if (now - drill.startsAt > latest) {
      logger.warn(`drill ${drillId} is called off: it is too late for it`);
      transaction.set(found.ref, toStored({ ...drill, state: 'cancelled', dueAt: null } satisfies Drill));
      return [];
    }
    const { name, title, description, severity, type } = scenarios[drill.scenario];
    const incidentId = await freeId(drillId, async (id) => !(await transaction.get(at.incident(id))).exists);
    const turn = open({
      id: incidentId, title, description, severity, type, links: [],
      startedAt: null, detectedAt: now, linkedTo: null, declaredBy: drill.createdBy, drill: { id: drillId, scenario: name },
    }, { ...facts, service, policy }, now);
    const actor = { kind: 'person', ...drill.createdBy } as const;
    const written = writeTurn(transaction, { turn, before: null, entryId: idOf('drill', drillId), actor, facts, now });
    transaction.set(found.ref, toStored({ ...drill, state: 'running', incidentId, dueAt: null } satisfies Drill));
    return [written];
  });
  await afterCommit(committed);
}

/** The incident's id follows from the drill's; the next one where another incident has drawn it. */
async function freeId(drillId: string, isFree: (id: IncidentId) => Promise<boolean>): Promise<IncidentId> {
  for (let draw = 0; ; draw += 1) {
    const id = incidentIdOf('drill', drillId, draw);
    if (await isFree(id)) return id;
  }
}
