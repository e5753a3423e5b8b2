import type { Request } from 'firebase-functions/https';
import type { Reply } from '../http/reply';
import type { Params } from '../http/router';
import { smsAnswer } from '../send/voice/twiml';
import type { Doors } from './doors';
import { fromTwilio, twimlReply } from './signed';

/**
 * What Twilio's words mean for us; undefined: on its way, nothing to write. `sent` is the carrier's word, not the phone's. A call that was picked up
 * has arrived, though it may have been a mailbox: only a key pressed is a person.
 * twilio.com/docs/messaging/api/message-resource#message-status-values and twilio.com/docs/voice/api/call-resource#call-status-values
 */
const meanings: Readonly<Record<string, 'delivered' | 'failed'>> = {
  delivered: 'delivered', read: 'delivered', undelivered: 'failed', failed: 'failed', canceled: 'failed',
  'in-progress': 'delivered', answered: 'delivered', completed: 'delivered', busy: 'failed', 'no-answer': 'failed',
};

/** `POST /v1/twilio/status/:notificationId`: what became of an SMS or a call. */
export const takeStatus = ({ recordProviderStatus }: Pick<Doors, 'recordProviderStatus'>) => async (request: Request, { notificationId = '' }: Params): Promise<Reply> => {
  const signed = fromTwilio(request);
  if (!signed.ok) return signed.problem;
  const word = signed.fields.get('MessageStatus') ?? signed.fields.get('CallStatus') ?? '';
  const status = Object.hasOwn(meanings, word) ? meanings[word] : undefined;
  // The id becomes part of a document's path.
  if (status !== undefined && /^[\w-]{1,64}$/.test(notificationId)) await recordProviderStatus(notificationId, status);
  return twimlReply(smsAnswer(null));
};
