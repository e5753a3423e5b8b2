import { updateIdOf } from '#domain/update/send';
import { StatusUpdate } from '#domain/update/statusUpdate';
import { at, read } from '../../store/documents';
import { addressOf } from '../address';
import { appUrl } from '../channels';
import type { ChannelResult } from '../channelResult';
import type { ToSend } from '../outbox';
import { sendMail } from './mail';
import { type MailedUpdate, updateMail } from './updateMail';

/** Mails an update to somebody who follows, with those that waited beside it, oldest first; the whole of each text, which the notification has only in short. */
export async function mailUpdate(toSend: ToSend): Promise<ChannelResult> {
  const to = await addressOf(toSend);
  if (to === undefined) return { kind: 'failed', reason: 'noAddress' };
  const publicUrl = appUrl();
  if (publicUrl === undefined) return { kind: 'failed', reason: 'notConfigured' };
  const inOrder = [toSend, ...toSend.bundled].sort((a, b) => a.notification.createdAt - b.notification.createdAt);
  const [first, ...more] = (await Promise.all(inOrder.map(mailed))).flatMap((update) => update ?? []);
  // Written in the commit that asked for this mail, so it is there for whoever asks again.
  if (first === undefined) return { kind: 'retry', why: 'the update could not be read' };
  return sendMail(updateMail({ to, notificationId: toSend.notification.id, publicUrl, updates: [first, ...more] }));
}

async function mailed({ notification, incident, isPrivate }: ToSend): Promise<MailedUpdate | undefined> {
  const updateId = updateIdOf(notification);
  if (incident === null || updateId === null) return undefined;
  const update = read(StatusUpdate, await at.statusUpdate(incident.id, updateId).get());
  return update && { incidentId: incident.id, severity: update.severity, serviceName: incident.serviceName, phase: update.phase, text: update.text, isPrivate, isDrill: incident.drillId !== null };
}
