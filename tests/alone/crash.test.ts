import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { FakeFcm } from '../fakes/fcm';
import { makeQuiet } from '../quiet';
import { trigger, unique, hook, post, until } from '../rouse';
import { at, db, incidentBecomes, newService, notificationsOf, setDevices } from '../store';

const fcm = new FakeFcm();
// The chains of what other tests left open would page the phones of these.
beforeAll(() => Promise.all([fcm.listen(), makeQuiet()]));
afterAll(async () => {
  await setDevices('primary', []);
  await fcm.close();
});
afterEach(() => {
  expect(fcm.faults.splice(0)).toEqual([]);
});

/** Kills every worker of the functions emulator, as a cloud takes an instance away: at once. */
function killWorkers(): number {
  const pids = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
    .filter((line) => line.includes('functionsEmulatorRuntime')).map((line) => Number(line.trim().split(/\s+/)[0]));
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  return pids.length;
}

it('a worker killed between claim and answer: the page goes out again, under the same tag, and both tokens act', async () => {
  const pushToken = `push-token-${unique()}`;
  await setDevices('primary', [{ id: `device-${unique()}`, platform: 'web', pushToken }]);
  const { key, serviceId } = await newService();
  fcm.answerWith(pushToken, 'hold');
  const sending = hook('generic', { title: 'Crash', dedupKey: unique() }, key).catch(() => undefined);
  const own = ({ token, data }: { token: string; data?: Record<string, string> | undefined }) => token === pushToken && data?.title?.includes(serviceId) === true;
  const first = await fcm.next(own);
  expect(killWorkers()).toBeGreaterThan(0);
  await sending;

  const second = await fcm.next((message) => own(message) && message !== first, 25_000);
  expect(second.data?.tag).toBe(first.data?.tag);
  expect(second.data?.notificationId).toBe(first.data?.notificationId);
  const { docs } = await db().collection('incidents').where('serviceId', '==', serviceId).get();
  expect(docs).toHaveLength(1);
  // The first message may be the one that arrived.
  expect((await post<{ status: string }>(`/v1/ack/${first.data?.token ?? ''}`, '')).body.status).toBe('acknowledged');
  expect((await post<{ status: string }>(`/v1/ack/${second.data?.token ?? ''}`, '')).body.status).toBe('acknowledged');
});

// These two kill nothing, and wait beside each other, each for its own incident.
it.concurrent('a worker killed between commit and send: the claim\'s lease runs out and the sweep sends', async () => {
  await setDevices('primary', []);
  const id = await trigger((await newService()).key);
  const [failed] = await notificationsOf(id, (all) => all.some(({ status }) => status === 'failed'));
  // As the commit leaves it when the sender dies at once: claimed, its lease running, nothing sent.
  const pushToken = `push-token-${unique()}`;
  await setDevices('primary', [{ id: `device-${unique()}`, platform: 'web', pushToken }]);
  await at.notification(failed?.id ?? '').update({
    status: 'sending', failedAt: null, reason: null, sentAt: null, attempts: 1, leaseUntil: new Date(Date.now() + 2_000),
  });
  const message = await fcm.next((found) => found.token === pushToken && found.data?.incidentId === id, 20_000);
  expect(message.data?.tag).toBe(id);
  expect((await notificationsOf(id, (all) => all.some(({ status }) => status === 'sent')))[0]?.attempts).toBe(2);
});

it.concurrent('an accepted event whose worker died before the decision is decided by the sweep', async () => {
  const { key, integrationId, serviceId } = await newService();
  const first = await trigger(key, { dedupKey: 'one', groupKey: 'g' });
  const { docs: [event] } = await db().collection('events').where('integrationId', '==', integrationId).get();
  // As accept leaves it when the worker dies right after: durable, undecided, its drain's lease still held by the dead one.
  const drainId = String(event?.get('drainId'));
  const lost = { ...event?.data(), id: unique(), state: 'undecided', decidedCount: 0, decidedAt: null, results: [], receivedAt: new Date() };
  await db().doc(`drains/${drainId}`).set({ leaseUntil: new Date(Date.now() + 1_500) });
  await at.event(lost.id).set(lost);
  await db().doc(`incidents/${first}`).update({ 'alertCounts.events': 1 });
  await new Promise<void>((resolve) => {
    const stop = at.event(lost.id).onSnapshot((found) => { if (found.get('state') === 'decided') { stop(); resolve(); } });
  });
  const { docs } = await db().collection('incidents').where('serviceId', '==', serviceId).get();
  expect(docs.map((incident) => incident.get('alertCounts.events') as unknown)).toEqual([2]);
});

it('workers killed in mid-storm: no alert is lost or counted twice', async () => {
  await setDevices('primary', []);
  const { key, serviceId, integrationId } = await newService();
  const alerts = 8;
  let answered = 0;
  let next = 0;
  const worker = async () => {
    while (next < 320) {
      const index = next++;
      if (index === 120) expect(killWorkers()).toBeGreaterThan(0);
      // The emulator never answers a request whose worker was killed: the sender gives up, as a real one does.
      const { status } = await Promise.race([
        hook('generic', { title: `Host ${index % alerts}`, dedupKey: `host-${index % alerts}`, groupKey: 'outage' }, key).catch(() => ({ status: 0 })),
        wait(10_000).then(() => ({ status: 0 })),
      ]);
      if (status === 202) answered += 1;
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  expect(answered).toBeGreaterThan(200);

  // A sender whose worker died does not know whether its event is durable; what is durable counts, once.
  const events = (await db().collection('events').where('integrationId', '==', integrationId).count().get()).data().count;
  expect(events).toBeGreaterThanOrEqual(answered);
  const [found] = (await db().collection('incidents').where('serviceId', '==', serviceId).get()).docs;
  const incident = await incidentBecomes(found?.id ?? '', ({ alertCounts }) => alertCounts.events === events, 60_000);
  expect(incident.alertCounts).toMatchObject({ firing: alerts, total: alerts });
  await until(at.tally(incident.id), ([stored]) => (stored === undefined ? true : undefined), 30_000);
  const { docs } = await at.incident(incident.id).collection('alerts').get();
  expect(docs.reduce((all, alert) => all + Number(alert.get('count')), 0)).toBe(events);
  expect(docs).toHaveLength(alerts);
  expect((await db().collection('incidents').where('serviceId', '==', serviceId).get()).docs).toHaveLength(1);
}, 150_000);
