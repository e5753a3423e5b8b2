import type { CommandAnswer } from '#domain/command/answer';
import type { ContactCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import type { Subscription } from '#domain/update/subscription';
import { transact } from '../../commit/transact';
import { at } from '../../store/documents';
import { toStored } from '../../store/instants';

/** What the sender follows from now on; the whole of it, so that saving it twice is saving it once. */
export async function saveSubscription({ services, incidents, by }: Extract<ContactCommand, { type: 'saveSubscription' }>, sender: Person): Promise<CommandAnswer> {
  const ref = at.subscription(sender.id);
  await transact(async (transaction) => {
    const now = (await transaction.get(ref)).readTime.toMillis();
    transaction.set(ref, toStored({ userId: sender.id, services, incidents, by: [...new Set(by)], changedAt: now } satisfies Subscription));
  });
  return { outcome: 'done', code: 'saveSubscription', message: by.length === 0 ? 'You are told of no update.' : 'Saved.' };
}
