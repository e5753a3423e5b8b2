import { Timestamp } from 'firebase-admin/firestore';
import { actOnIncident } from '../../functions/src/commit/actOnIncident';
import { acknowledge } from '#domain/incident/take';
import { db } from '../../functions/src/firebase';
import { at } from '../../functions/src/store/documents';
import { messaging } from '../../functions/src/send/push/transport';
import { setDevices } from '../../tests/store';
import type { FakeFcm } from '../../tests/fakes/fcm';
import { type Counts, type countDocuments, sum } from '../../tests/writes';
import { firstPageAt, median, newGround, seen, send } from './ground';

type Bench = {
  origin: string;
  /** When the handler was entered last. */
  entry: { at: number };
  counter: ReturnType<typeof countDocuments>; fcm: FakeFcm; say: (line: string) => void;
  row: (name: string, value: string, goal: string, met: boolean) => void;
};
const times = 40;

/** The rows of one page's cost: handler to channel, and the documents of a new incident, a duplicate and an acknowledge. */
export async function measureRows(bench: Bench): Promise<void> {
  bench.say('A new incident, a duplicate, an acknowledge: documents by kind.');
  await documents(bench);
  bench.say(`Handler entry to the channel being called, ${times} times, and the same bare commits.`);
  await handlerToChannel(bench);
}

async function documents({ origin, counter, row }: Bench): Promise<void> {
  await setDevices('primary', []);
  const ground = await newGround();
  await send(origin, (await newGround()).key, { title: 'Warm', severity: 'critical' });
  counter.reset();
  const alert = { title: 'Measured', dedupKey: 'measured', groupKey: 'group', severity: 'critical' };
  const { incidentId } = await send(origin, ground.key, alert);
  await seen(() => firstOver(incidentId), 20_000);
  const deciding = counter.touched.commits.find((commit) => 'incidents' in commit && 'events' in commit) ?? {};
  // 1 alert and 1 responder: 6 + 2 + 1.
  row('new incident: the deciding commit', said(deciding), '<= 9 (6 + 2 per alert + 1 per responder)', sum(deciding) <= 9);
  const after = counter.touched.commits.slice(counter.touched.commits.indexOf(deciding) + 1).reduce((all, commit) => all + sum(commit, ['drains']), 0);
  row('new incident: after it, without the drain\'s lease', `${after} ${JSON.stringify(counter.touched.commits.slice(counter.touched.commits.indexOf(deciding) + 1))}`, '<= 2 per notification', after <= 2);
  console.log(`        reads by kind: ${JSON.stringify(counter.touched.reads)}`);

  counter.reset();
  await send(origin, ground.key, alert);
  const decision = counter.touched.commits.findIndex((commit) => 'events' in commit && 'incidents' in commit);
  const before = counter.touched.commits.slice(0, decision).reduce<Counts>((all, commit) => ({ ...all, ...commit }), {});
  row('duplicate: on the request path, beside the drain\'s lease', said(before), '1 (the event)', sum(before, ['drains']) === 1 && 'events' in before);
  console.log(`        and its decision: ${JSON.stringify(counter.touched.commits.slice(decision))}`);

  counter.reset();
  await actOnIncident({
    incidentId: incidentId ?? '', userId: 'primary', entryId: 'bench-acknowledge', decide: (incident, who, facts, now) => acknowledge(incident, who, facts.severities, now),
  });
  const critical = counter.touched.commits.find((commit) => 'incidents' in commit) ?? {};
  row('acknowledge: the critical commit', said(critical), '<= 3', sum(critical) <= 3 && sum(critical) > 0);
}

const said = (commit: Counts) => `${sum(commit)} ${JSON.stringify(commit)}`;

async function firstOver(incidentId: string | null): Promise<true | undefined> {
  const { docs } = await db().collection('notifications').where('incidentId', '==', incidentId).get();
  return docs.some((page) => page.get('sentAt') !== null || page.get('failedAt') !== null) ? true : undefined;
}

/** Remembers when the channel was called last: the SDK's own `sendEach`, whatever it then does. */
function listenToChannel(): { at: number } {
  const called = { at: 0 };
  const channel = messaging();
  const sendEach = channel.sendEach.bind(channel);
  channel.sendEach = (...sent) => {
    called.at = performance.now();
    return sendEach(...sent);
  };
  return called;
}

/** From the request's arrival in the handler to the push channel being called, and the same bare commits; HTTP is reported apart. */
async function handlerToChannel({ origin, entry, fcm, row }: Bench): Promise<void> {
  const called = listenToChannel();
  const pushToken = 'bench-token-0123456789';
  await setDevices('primary', [{ id: 'bench-device', platform: 'web', pushToken }]);
  const measured: number[] = [];
  const floors: number[] = [];
  const overHttp: number[] = [];
  for (let index = 0; index < times + 5; index += 1) {
    const { key, serviceId } = await newGround();
    // So that a configuration that has to be read anew is not measured.
    await send(origin, key, { title: 'Warm', dedupKey: 'warm', severity: 'info' });
    await seen(() => firstPageAt(serviceId).then((found) => found ?? true), 5_000);
    const known = new Set(fcm.messages);
    const heard = fcm.next((message) => message.token === pushToken && !known.has(message), 20_000);
    const answered = await send(origin, key, { title: 'Measured', dedupKey: 'measured', severity: 'critical' });
    await heard;
    const took = called.at - entry.at;
    const floor = await bareCommits();
    if (index >= 5) {
      measured.push(took);
      floors.push(floor);
      overHttp.push(answered.milliseconds);
    }
  }
  const [took, floor] = [median(measured), median(floors)];
  row('handler entry → channel called (median)', `${took.toFixed(1)} ms, floor ${floor.toFixed(1)} ms: ${(took / floor).toFixed(2)} x`, '<= 1.3 x the bare commits', took / floor <= 1.3);
  console.log(`        apart from HTTP; a sender has its answer after ${median(overHttp).toFixed(1)} ms (median)`);
  await setDevices('primary', []);
}

let bare = 0;
/** The same commits and reads without any of Rouse: the event, the lease, one transaction of 1 query, 5 reads and 8 writes, and the addresses to send to. */
async function bareCommits(): Promise<number> {
  const id = `bare${process.pid}x${(bare += 1)}`;
  const filler = { title: 'Measured', description: '', at: Timestamp.now(), state: 'undecided', drainId: id, text: 'x'.repeat(400) };
  const began = performance.now();
  await at.event(id).create({ ...filler, receivedAt: Timestamp.now() });
  await at.drain(id).create({ leaseUntil: Timestamp.now() });
  await db().runTransaction(async (transaction) => {
    await transaction.get(db().collection('events').where('drainId', '==', id).where('state', '==', 'undecided').orderBy('receivedAt').limit(200));
    await transaction.getAll(at.open(`${id}a`), at.open(`${id}b`), at.recent(`${id}a`));
    transaction.create(at.incident(id), filler);
    transaction.create(at.timelineEntry(id, id), filler);
    transaction.set(at.alert(id, id), filler);
    transaction.set(at.open(`${id}a`), { incidentId: id });
    transaction.set(at.notification(id), filler);
    transaction.update(at.event(id), { state: 'decided' });
  });
  await Promise.all([at.contact('primary').get(), at.notification(id).get()]);
  const took = performance.now() - began;
  await Promise.all([at.incident(id), at.notification(id), at.event(id), at.drain(id), at.timelineEntry(id, id), at.alert(id, id), at.open(`${id}a`)].map((ref) => ref.delete()));
  return took;
}
