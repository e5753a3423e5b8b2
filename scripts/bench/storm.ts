import { Alert } from '#domain/incident/alert';
import { Incident } from '#domain/incident/incident';
import { db } from '../../functions/src/firebase';
import { fromStored } from '../../functions/src/store/instants';
import { setDevices } from '../../tests/store';
import { firstPageAt, newGround, seen, send } from './ground';

export type Storm = {
  requests: number; distinct: number; seconds: number; statuses: Record<string, number>; incidents: number; pages: number; firstPageMilliseconds: number;
  /** Every alert's count and the incident's are exactly what was answered with 2xx, and so long after the last answer (ms). */
  exact: boolean; settledMilliseconds: number;
  /** The page of another service's alert in mid-storm, from its POST to `sentAt`, and the same alone before. */
  otherAlone: number; otherInStorm: number;
};

/** One outage: `requests` reports of `distinct` alerts in one group, so many at a time; in the middle of it, an alert of another service. */
export async function storm(origin: string, { requests, distinct, atOnce }: { requests: number; distinct: number; atOnce: number }): Promise<Storm> {
  await setDevices('primary', [{ id: 'bench-device', platform: 'web', pushToken: 'bench-token-0123456789' }]);
  const [burning, other, quiet] = await Promise.all([newGround(), newGround(), newGround()]);
  const otherAlone = await pageOf(origin, quiet);
  const statuses: Record<string, number> = {};
  const taken = Array.from({ length: distinct }, () => 0);
  let next = 0;
  let inStorm: Promise<number> | undefined;
  const beganAt = Date.now();
  const began = performance.now();
  const worker = async () => {
    while (next < requests) {
      const index = next++;
      if (index === Math.floor(requests / 2)) inStorm = pageOf(origin, other);
      const alert = index % distinct;
      const { status } = await send(origin, burning.key, { title: `Host ${alert} is down`, dedupKey: `host-${alert}`, groupKey: 'the outage', severity: 'critical' });
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === 202) taken[alert] = (taken[alert] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - began) / 1_000;
  const answered = performance.now();
  const { docs } = await db().collection('incidents').where('serviceId', '==', burning.serviceId).get();
  const incidentId = docs[0]?.id ?? '';
  const total = taken.reduce((sum, one) => sum + one, 0);
  const exact = await seen(async () => {
    const incident = Incident.parse(fromStored((await db().doc(`incidents/${incidentId}`).get()).data()));
    if (incident.alertCounts.events !== total) return undefined;
    const alerts = (await db().collection(`incidents/${incidentId}/alerts`).get()).docs.map((alert) => Alert.parse(fromStored(alert.data())));
    return alerts.every(({ dedupKey, count }) => taken[Number(dedupKey.slice('host-'.length))] === count) && alerts.length === distinct ? true : undefined;
  }, 120_000, 250).catch(() => false);
  const settledMilliseconds = performance.now() - answered;
  const pages = (await db().collection('notifications').where('incidentId', '==', incidentId).get()).size;
  return {
    requests, distinct, seconds, statuses, incidents: docs.length, pages, exact, settledMilliseconds, otherAlone, otherInStorm: (await inStorm) ?? Number.NaN,
    firstPageMilliseconds: ((await firstPageAt(burning.serviceId)) ?? Number.NaN) - beganAt,
  };
}

/** From the POST of a first alert to its page being sent (ms). */
async function pageOf(origin: string, { key, serviceId }: { key: string; serviceId: string }): Promise<number> {
  const beganAt = Date.now();
  await send(origin, key, { title: 'Something else', dedupKey: 'else', severity: 'critical' });
  return (await seen(() => firstPageAt(serviceId), 60_000)) - beganAt;
}
