import { Drill } from '#domain/drill/drill';
import { drillResult } from '#domain/drill/result';
import { outcomesOf } from '#domain/drill/tellings';
import { Incident } from '#domain/incident/incident';
import { Notification } from '#domain/notification/notification';
import { transact } from '../commit/transact';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { ask } from '../store/queries';
import { tellAll } from '../watch/tell';

/** Messages of one drill that are looked at: far more than any has. */
const mostMessages = 500;

/**
 * Writes down what a drill showed, once its incident has ended, and tells who planned it and who was paged; nothing for an incident that is no drill. Done again an hour later, it holds what has
 * arrived since, and tells nobody twice.
 */
export async function tellDrill(incidentId: string): Promise<void> {
  const told = await transact(async (transaction) => {
    const incident = read(Incident, await transaction.get(at.incident(incidentId)));
    if (incident?.status !== 'resolved' || incident.drillId === null) return null;
    const [stored, messages] = await Promise.all([transaction.get(at.drill(incident.drillId)), transaction.get(ask('notificationsOfIncident', [incidentId]).limit(mostMessages))]);
    const drill = read(Drill, stored);
    if (drill === undefined) return null;
    const result = drillResult(incident, messages.docs.flatMap((snapshot) => read(Notification, snapshot) ?? []));
    const over: Drill = { ...drill, state: 'over', dueAt: null, result };
    transaction.set(stored.ref, toStored(over));
    return over;
  });
  if (told !== null) await tellAll(outcomesOf(told));
}
