import type { NotificationRequest } from '#domain/notification/notification';
import { phaseOf } from '#domain/incident/phase';
import { sendUpdate, toldBy, toldWords } from '#domain/update/send';
import type { StatusUpdate } from '#domain/update/statusUpdate';
import { Subscription } from '#domain/update/subscription';
import { draftOf } from '#domain/update/templates';
import { db } from '../../firebase';
import { channelsSetUp } from '../../send/channels';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { changeIncident } from '../changeIncident';
import type { Doing } from '../claim';
import type { Did } from '../did';

/** Tells those who follow the incident, in the words of the template, with times in the zone of the service's support hours. A drill says first that it is one. */
export async function postUpdate(doing: Doing): Promise<Did> {
  const { incident: { serviceId }, step, facts } = doing;
  const { docs } = await db().collection('subscriptions').get();
  const subscriptions = docs.flatMap((found) => read(Subscription, found) ?? []);
  const zone = facts.services[serviceId]?.supportHours?.timeZone ?? 'UTC';
  const id = `plan-${step.id}`;
  let told: NotificationRequest[] = [];
  let update: Omit<StatusUpdate, 'at'> | undefined;
  const end = await changeIncident(doing, {
    decide: (incident, now) => {
      const phase = phaseOf(incident);
      const words = draftOf(incident, phase, false, facts, now, zone);
      const text = incident.drillId === null ? words : `DRILL: this is an exercise, and nothing is wrong.\n\n${words}`;
      told = toldBy(incident, { id, phase, text, by: step.by?.userId ?? '' }, subscriptions, facts, channelsSetUp(), now);
      update = { id, by: step.by?.name ?? 'Rouse', phase, severity: incident.severity, text, final: false };
      return sendUpdate(incident, { phase, text, final: false }, told, now);
    },
    besides: (transaction, incident, now) => {
      if (update !== undefined) transaction.create(at.statusUpdate(incident.id, id), toStored({ ...update, at: now }));
    },
    result: 'The first update is sent.', already: 'It was sent already.',
  });
  return end.outcome.kind === 'done' && update !== undefined ? { ...end, outcome: { ...end.outcome, result: toldWords(told) } } : end;
}
