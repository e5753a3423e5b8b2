import { itemsToAsk, withAsked } from '#domain/postMortem/edit';
import { PostMortem } from '#domain/postMortem/postMortem';
import { itemTellings } from '#domain/postMortem/reminders';
import { transact } from '../commit/transact';
import { configuration, type Configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { ask } from '../store/queries';
import { each, tellAll } from './tell';

const atOnce = 100;

/** Asks the owners of action items: the day before, on the day, and from then on every three days until they are done. */
export async function watchActionItems(now: number): Promise<void> {
  const { docs } = await ask('dueActionItems', [now]).limit(atOnce).get();
  if (docs.length === 0) return;
  const facts = await configuration();
  await each(docs, ({ id }) => askFor(id, facts, now));
}

/** Told first, then noted: a run that dies between the two tells nothing twice, because the cause names the time for which it is asked. */
async function askFor(incidentId: string, facts: Configuration, now: number): Promise<void> {
  const postMortem = read(PostMortem, await at.postMortem(incidentId).get());
  if (postMortem === undefined) return;
  const asking = itemsToAsk(postMortem, now);
  await tellAll(asking.flatMap(({ item, forAt }) => itemTellings(postMortem, item, forAt, facts, now)));
  const asked = new Map(asking.map(({ item, forAt }) => [item.id, forAt]));
  await transact(async (transaction) => {
    const stored = read(PostMortem, await transaction.get(at.postMortem(incidentId)));
    if (stored !== undefined) transaction.set(at.postMortem(incidentId), toStored(withAsked(stored, asked, now)));
  });
}
