import { logger } from 'firebase-functions';
import type { Handshake } from '#domain/ingest/parsed';
import type { Integration } from '#domain/service/service';
import { at } from '../store/documents';
import { confirmSubscription, fetchCertificate, verifySns } from './authenticity/sns';

/**
 * A message about the subscription itself. A subscription is confirmed only when SNS has signed the request for it, and for the topic that the
 * integration names, where it names one. What became of it is told on the event, for the admins. A farewell's link is never visited: it would subscribe again.
 */
export async function answerHandshake(eventId: string, handshake: Handshake, { signature }: Integration, message: unknown): Promise<void> {
  await at.event(eventId).update({ note: await outcome(handshake, signature, message) }).catch((error: unknown) => logger.warn('handshake', error));
}

async function outcome(handshake: Handshake, signature: Integration['signature'], message: unknown): Promise<string> {
  switch (handshake.kind) {
    case 'ping': return 'The tool said hello. It is connected.';
    case 'unsubscribe': return `The topic ${handshake.topicArn} was unsubscribed: it sends nothing any more.`;
    case 'subscribe': {
      const expected = signature.kind === 'sns' ? signature.topicArn : null;
      const verified = await verifySns(message, fetchCertificate);
      return verified.ok ? (await confirmSubscription(handshake, { topicArn: expected })).reason : `Not confirmed: ${verified.reason}`;
    }
    default: return handshake satisfies never;
  }
}
