import { titleAfterMark } from '#domain/drill/title';
import { placeSentence } from '#domain/notification/words';
import { addressOf } from '../address';
import { appUrl } from '../channels';
import type { ChannelResult } from '../channelResult';
import type { ToSend } from '../outbox';
import { sendMail } from './mail';
import { mailUpdate } from './mailUpdate';
import { digestMail, pageMail } from './pageMail';

/** Mails a page that can be acknowledged from the mail; several, or what asks for nothing, as a list. */
export async function mailPage(toSend: ToSend): Promise<ChannelResult> {
  const { notification, incident, bundled, token, isPrivate } = toSend;
  if (notification.subject === 'statusUpdate') return mailUpdate(toSend);
  const to = await addressOf(toSend);
  if (to === undefined) return { kind: 'failed', reason: 'noAddress' };
  const publicUrl = appUrl();
  if (publicUrl === undefined) return { kind: 'failed', reason: 'notConfigured' };
  const isPage = notification.kind === 'page' || notification.kind === 'request';
  if (incident !== null && isPage && bundled.length === 0) {
    const { severity, serviceName } = incident;
    const why = placeSentence(notification.why);
    return sendMail(pageMail({
      to, notificationId: notification.id, incidentId: incident.id, token, publicUrl, severity, serviceName, title: titleAfterMark(incident), isDrill: incident.drillId !== null, isPrivate, why, next: nextOf(notification.body, why),
    }));
  }
  const items = [toSend, ...bundled].map(({ notification: each }) => ({ incidentId: each.incidentId, subject: each.title, line: each.body, when: '' }));
  return sendMail(digestMail({ to, digestId: notification.id, publicUrl, items }));
}

/** The sentence after "You are primary.": who is paged next. */
function nextOf(body: string, why: string): string {
  const [, after] = why === '' ? [] : body.split(why);
  return after?.trim() ?? '';
}
