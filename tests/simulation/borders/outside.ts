import type { Chance } from '../chance';
import type { Schedule } from '../schedule';

/** A message that reached a person. `token`: what its buttons carry; `code`: what an SMS is answered with; `from`: the number that would answer. */
export type Received = { userId: string; channel: 'push' | 'sms' | 'voice' | 'email'; from: string; notificationId: string; token: string; code: number; at: number };
/** Something left for a person. */
export type Sent = { notificationId: string; channel: Received['channel']; at: number; by: string };

/** What a provider's stand-in knows of the world around it. */
export type Outside = {
  schedule: Schedule; chance: Chance;
  onSend: (sent: Sent) => void; receive: (received: Received) => void;
  /** The provider reports how a message went, in its own word. */
  onStatus: (notificationId: string, channel: 'sms' | 'voice', word: string) => void;
  /** Every provider is out of order; and if so, whether it says nothing at all, or refuses. */
  isDown: () => boolean; isSilent: () => boolean;
};

export const failure = (code: string): Error => Object.assign(new Error(code), { code });
/** What `fetch` throws after AbortSignal.timeout. */
export const timedOut = (): Error => Object.assign(new Error('The operation was aborted due to timeout'), { name: 'TimeoutError' });
