import { hook, unique } from './rouse';
import { db, notificationsOf } from './store';

export type Taken = { action: string; incidentId: string | null; dedupKey: string };

/** Sends one alert, a generic one with a key of its own unless it says otherwise; it must be taken. Answers what became of it. */
export async function send(key: string, alert: Record<string, unknown>, source = 'generic'): Promise<Taken> {
  const { status, body } = await hook(source, source === 'generic' ? { title: 'Alert', dedupKey: unique(), ...alert } : alert, key);
  const [result] = body.results;
  if (status !== 202 || result === undefined) throw new Error(`not taken: ${status} ${JSON.stringify(body)}`);
  return result;
}

/** Whom an incident has paged so far, in order. */
export const pagesOf = async (incidentId: string): Promise<string[]> =>
  (await notificationsOf(incidentId, () => true)).filter(({ kind }) => kind === 'page').flatMap(({ userId }) => userId ?? []);

/** The ids of a service's incidents. */
export const incidentsOf = async (serviceId: string): Promise<string[]> =>
  (await db().collection('incidents').where('serviceId', '==', serviceId).get()).docs.map(({ id }) => id);
