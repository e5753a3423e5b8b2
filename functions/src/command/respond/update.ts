import type { CommandAnswer } from '#domain/command/answer';
import type { IncidentCommand } from '#domain/command/command';
import type { NotificationRequest } from '#domain/notification/notification';
import type { Person } from '#domain/people/person';
import { sendUpdate, toldBy, toldWords } from '#domain/update/send';
import type { StatusUpdate } from '#domain/update/statusUpdate';
import { Subscription } from '#domain/update/subscription';
import { db } from '../../firebase';
import { channelsSetUp } from '../../send/channels';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { act, answerTo } from '../incident';

/** Tells those who follow the incident: its update is a document that stakeholders may read, and a message to each of them, in one commit. Answers how many. */
export async function tellStakeholders(sent: Extract<IncidentCommand, { type: 'sendUpdate' }>, sender: Person): Promise<CommandAnswer> {
  const { phase, text, final, commandId } = sent;
  const { docs } = await db().collection('subscriptions').get();
  const subscriptions = docs.flatMap((found) => read(Subscription, found) ?? []);
  let told: NotificationRequest[] = [];
  const acted = await act(sent, sender, (incident, _who, facts, now) => {
    told = toldBy(incident, { id: commandId, phase, text, by: sender.id }, subscriptions, facts, channelsSetUp(), now);
    return sendUpdate(incident, { phase, text, final }, told, now);
  }, (transaction, incident, now) => {
    const update: StatusUpdate = { id: commandId, at: now, by: sender.name, phase, severity: incident.severity, text, final };
    transaction.create(at.statusUpdate(incident.id, commandId), toStored(update));
  });
  const answer = await answerTo(sent, acted);
  switch (acted.kind) {
    case 'done': return { ...answer, message: toldWords(told) };
    case 'repeated': return { ...answer, message: 'Sent already.' };
    default: return answer;
  }
}
