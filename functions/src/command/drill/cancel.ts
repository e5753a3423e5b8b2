import { logger } from 'firebase-functions';
import type { CommandAnswer } from '#domain/command/answer';
import type { DrillCommand } from '#domain/command/drill';
import { Drill } from '#domain/drill/drill';
import { announcementsOf } from '#domain/drill/tellings';
import type { Person } from '#domain/people/person';
import { transact } from '../../commit/transact';
import { configuration } from '../../store/configuration';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { tellAll } from '../../watch/tell';
import { refusal } from '../refusal';

/** Calls a drill off that has not begun; who was told of it is told that too. */
export async function cancelDrill({ drillId }: Extract<DrillCommand, { type: 'cancelDrill' }>, sender: Person): Promise<CommandAnswer> {
  const { drill, now, isNew } = await transact(async (transaction) => {
    const found = await transaction.get(at.drill(drillId));
    const before = read(Drill, found);
    const now = found.readTime.toMillis();
    if (before === undefined) throw refusal('no-such-drill');
    switch (before.state) {
      case 'scheduled': {
        transaction.set(found.ref, toStored({ ...before, state: 'cancelled', dueAt: null } satisfies Drill));
        return { drill: before, now, isNew: true };
      }
      case 'cancelled': return { drill: before, now, isNew: false };
      case 'running': throw refusal('in-use', [], 'The drill has begun. End it instead.');
      case 'over': throw refusal('no-such-drill');
      default: return before.state satisfies never;
    }
  });
  if (isNew) {
    const tellings = announcementsOf(drill, 'cancelled', await configuration(), now).filter(({ userId }) => userId !== sender.id);
    await tellAll(tellings).catch((error: unknown) => logger.error(`drill ${drillId}`, error));
  }
  return { outcome: isNew ? 'done' : 'unchanged', code: isNew ? 'cancelDrill' : 'already-so', message: 'The drill is called off. Nobody is paged for it.', savedId: drillId };
}
