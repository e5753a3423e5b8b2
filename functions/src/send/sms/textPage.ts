import { titleAfterMark } from '#domain/drill/title';
import { addressOf } from '../address';
import { appUrl } from '../channels';
import type { ChannelResult } from '../channelResult';
import type { ToSend } from '../outbox';
import { sendSms } from './sms';
import { pageText, plainText, replyCodeOf, type SmsPage } from './text';

/** Sends a page, with those bundled into it, as one SMS that can be answered; anything else as plain words. */
export async function textPage(toSend: ToSend): Promise<ChannelResult> {
  const { notification, bundled } = toSend;
  const to = await addressOf(toSend);
  if (to === undefined) return { kind: 'failed', reason: 'noAddress' };
  const url = appUrl();
  const statusUrl = url === undefined ? '' : `${url}/v1/twilio/status/${notification.id}`;
  const first = smsPageOf(toSend);
  const more = bundled.length === 0 ? '' : ` And ${bundled.length} more.`;
  // Without an address of our own no reply can arrive.
  const text = first === undefined || url === undefined || !isAnswerable(toSend)
    ? plainText(`${notification.title}: ${notification.body}${more}`)
    : pageText([first, ...bundled.flatMap((each) => smsPageOf(each) ?? [])], replyCodeOf(notification.id));
  return sendSms({ to, text, statusUrl });
}

function isAnswerable({ notification: { kind } }: ToSend): boolean {
  return kind === 'page' || kind === 'request';
}

function smsPageOf({ incident, isPrivate }: ToSend): SmsPage | undefined {
  return incident === null ? undefined : { severity: incident.severity, serviceName: incident.serviceName, title: titleAfterMark(incident), isPrivate, isDrill: incident.drillId !== null };
}
