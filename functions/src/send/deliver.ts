import { retryAfter, type SendResult } from '#domain/notification/lifecycle';
import type { ChannelResult } from './channelResult';
import { callPhone } from './voice/callPage';
import { mailPage } from './email/mailPage';
import type { ToSend } from './outbox';
import { push } from './push/push';
import { tellDestination } from './chat/tellDestination';
import { textPage } from './sms/textPage';

/** Sends one message, with what is bundled into it, by the channel of its notification. */
export async function deliver(toSend: ToSend): Promise<SendResult> {
  const { notification } = toSend;
  switch (notification.channel) {
    case 'push': return push(toSend);
    case 'sms': return settledBy(await textPage(toSend), toSend);
    case 'voice': return settledBy(await callPhone(toSend), toSend);
    case 'email': return settledBy(await mailPage(toSend), toSend);
    case 'slack': case 'teams': case 'webhook': return settledBy(await tellDestination(toSend), toSend);
    default: return notification.channel satisfies never;
  }
}

function settledBy(result: ChannelResult, { notification }: ToSend): SendResult {
  switch (result.kind) {
    case 'sent': return { kind: 'sent', provider: result.provider, providerId: result.providerId };
    case 'failed': return { kind: 'failed', reason: result.reason };
    case 'retry': return { kind: 'retry', retryAt: Date.now() + Math.max(result.afterMs ?? 0, retryAfter(notification.attempts)) };
    default: return result satisfies never;
  }
}
