import { addressOf } from '../address';
import { appUrl } from '../channels';
import type { ChannelResult } from '../channelResult';
import type { ToSend } from '../outbox';
import { placeCall } from './call';

/** Calls a person; what they are told is asked for when they pick up (`/v1/twilio/voice/{token}`). */
export async function callPhone(toSend: ToSend): Promise<ChannelResult> {
  const to = await addressOf(toSend);
  if (to === undefined) return { kind: 'failed', reason: 'noAddress' };
  const url = appUrl();
  if (url === undefined) return { kind: 'failed', reason: 'notConfigured' };
  return placeCall({ to, answerUrl: `${url}/v1/twilio/voice/${toSend.token}`, statusUrl: `${url}/v1/twilio/status/${toSend.notification.id}` });
}
