import type { Notification } from '#domain/notification/notification';
import { reasonWords } from '#domain/notification/words';

/** How far a test message is, in a sentence; `over`: nothing more comes of it. */
export function testWords({ status, reason, attempts }: Pick<Notification, 'status' | 'reason' | 'attempts'>, host: string): { text: string; over: boolean; arrived: boolean } {
  switch (status) {
    case 'pending': case 'sending':
      return { text: attempts > 1 ? `${host} did not take it yet. It is tried again for up to 2 min.` : `On its way to ${host}.`, over: false, arrived: false };
    case 'sent': case 'delivered': case 'seen': return { text: `${host} has taken it. Look whether it is there.`, over: true, arrived: true };
    case 'failed': case 'cancelled': return { text: `It did not arrive: ${reason === null ? 'the reason is not known' : reasonWords(reason)}.`, over: true, arrived: false };
    default: return status satisfies never;
  }
}
