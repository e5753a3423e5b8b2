import type { ChannelResult } from '../channelResult';
import { createAtTwilio } from '../twilio/twilio';

/** Sends one SMS. `to`: E.164; `statusUrl`: where Twilio reports what became of it, empty where Rouse can't be reached from outside. */
export async function sendSms({ to, text, statusUrl }: { to: string; text: string; statusUrl: string }): Promise<ChannelResult> {
  return createAtTwilio('Messages', ({ from }) => new URLSearchParams({
    To: to, Body: text, ...(statusUrl === '' ? {} : { StatusCallback: statusUrl }), [from.startsWith('MG') ? 'MessagingServiceSid' : 'From']: from,
  }));
}
