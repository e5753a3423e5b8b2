import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Schedule } from '#domain/oncall/schedule';
import { confirmed, readinessId, ShiftReadiness, shiftStartingAt } from '#domain/readiness/shiftReadiness';
import { configuration } from '../../functions/src/store/configuration';
import { read } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';
import { forgetLooks, runJob } from '../../functions/src/watch/job';
import { watchDevices } from '../../functions/src/watch/watchDevices';
import { watchNights } from '../../functions/src/watch/watchNights';
import { watchShifts } from '../../functions/src/watch/watchShifts';
import { testEnvironment } from '../../scripts/emulators/environment';
import { FakeFcm } from '../fakes/fcm';
import { command, signIn, trigger, unique } from '../rouse';
import { at, db, incidentNow, newService, setDevices, timelineOf } from '../store';

// The jobs run in this process, by a clock of the test's own; the suite's sweep may run them beside it, which must change nothing.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const fcm = new FakeFcm();
beforeAll(async () => {
  process.env.ROUSE_CONFIGURATION_AGE_MS ??= testEnvironment.ROUSE_CONFIGURATION_AGE_MS;
  process.env.ROUSE_FAKE_FCM ??= '127.0.0.1:9399';
  await fcm.listen();
});
afterAll(async () => {
  await fcm.close();
});
beforeEach(() => { forgetLooks(); });

type Fixed = { userId: string; startAt: number; endAt: number };

/** A service whose policy pages by a schedule with exactly these shifts. */
async function withShifts(shifts: readonly Fixed[]): Promise<{ scheduleId: string; key: string; schedule: Schedule; serviceId: string }> {
  const { serviceId, key } = await newService();
  const [startAt, endAt] = [Math.min(...shifts.map((shift) => shift.startAt)), Math.max(...shifts.map((shift) => shift.endAt))];
  const schedule = Schedule.parse({
    id: serviceId, name: `Schedule ${serviceId}`, timeZone: 'UTC', overrides: [], layers: [], temporary: [{ id: 'plan', name: 'Plan', startAt, endAt, shifts }],
  });
  await at.schedule(serviceId).set(toStored(schedule));
  await at.policy(serviceId).update({ steps: [{ targets: [{ kind: 'schedule', scheduleId: serviceId }], delaySeconds: 600 }] });
  await configuration(true);
  return { scheduleId: serviceId, key, schedule, serviceId };
}

/** What a person was told that has this word in it, oldest first. */
async function toldTo(userId: string, word: string): Promise<{ title: string; body: string; channel: string; url: string }[]> {
  const { docs } = await db().collection('notifications').where('userId', '==', userId).where('kind', '==', 'notice').get();
  return docs.map((notice) => ({ title: String(notice.get('title')), body: String(notice.get('body')), channel: String(notice.get('channel')), url: String(notice.get('url')) }))
    .filter(({ title, body }) => `${title} ${body}`.includes(word));
}

describe('the end of a shift', () => {
  it('offers what the leaver has to the next person, once; it stays until they accept, and the note goes along', async () => {
    // Ahead of the suite's own sweep, which must not come upon it half prepared.
    const handoff = Date.now() + minute;
    const { key, scheduleId, serviceId } = await withShifts([
      { userId: 'primary', startAt: handoff - 8 * hour, endAt: handoff }, { userId: 'secondary', startAt: handoff, endAt: handoff + 8 * hour },
    ]);
    const primary = await signIn('primary');
    const incidentId = await trigger(key);
    expect((await command(primary, { type: 'acknowledge', incidentId })).status).toBe(200);
    expect((await command(primary, { type: 'saveHandOverNote', scheduleId, text: `The queue is slow ${scheduleId}` })).status).toBe(200);

    await watchShifts(handoff + 1_000, null);
    await Promise.all([watchShifts(handoff + 2_000, null), watchShifts(handoff + minute, handoff)]);
    expect(await incidentNow(incidentId)).toMatchObject({
      status: 'acknowledged', owner: { userId: 'primary' }, requests: [{ kind: 'take', userId: 'secondary', state: 'asked', askedBy: { userId: 'primary' } }],
    });
    expect((await timelineOf(incidentId)).filter(({ changes }) => changes.some(({ type }) => type === 'asked'))).toHaveLength(1);
    expect(await toldTo('primary', incidentId)).toMatchObject([{ title: 'Your shift is over', body: `${incidentId} stays with you until Sam Weber takes over. They were asked.` }]);
    expect(await toldTo('secondary', serviceId)).toMatchObject([{ body: `You are primary for Service ${serviceId}. Priya Nair wrote: The queue is slow ${scheduleId}` }]);

    expect((await command(await signIn('secondary'), { type: 'answerRequest', incidentId, requestId: null, accept: true })).status).toBe(200);
    expect(await incidentNow(incidentId)).toMatchObject({ owner: { userId: 'secondary' } });
  });
});

describe('before a shift', () => {
  /** A shift of Sam's that begins at noon UTC in some days, by day in Berlin. */
  async function upcoming() {
    const startAt = Math.ceil(Date.now() / day) * day + 3 * day + 12 * hour;
    const made = await withShifts([{ userId: 'primary', startAt: startAt - 4 * day, endAt: startAt }, { userId: 'secondary', startAt, endAt: startAt + day }]);
    const id = readinessId({ scheduleId: made.scheduleId, userId: 'secondary', startAt });
    return { ...made, startAt, id, readiness: async () => read(ShiftReadiness, await at.readiness(id).get()) };
  }

  it('its person is asked once; silence goes to them by another way, then to the others', async () => {
    const { startAt, id, serviceId, readiness } = await upcoming();
    await watchShifts(startAt - 3 * hour - minute, startAt - 3 * hour - 2 * minute);
    expect(await readiness()).toBeUndefined();
    await watchShifts(startAt - 3 * hour, startAt - 3 * hour - minute);
    await watchShifts(startAt - 3 * hour + minute, startAt - 3 * hour);
    expect(await readiness()).toMatchObject({ askedAt: startAt - 3 * hour, confirmedAt: null, toldOtherwiseAt: null });
    expect(await toldTo('secondary', serviceId)).toMatchObject([{ url: `/shifts/${id}`, channel: 'push' }]);
    await watchShifts(startAt - hour, startAt - hour - minute);
    expect(await readiness()).toMatchObject({ toldOtherwiseAt: startAt - hour, toldTeamAt: null });
    await watchShifts(startAt, startAt - minute);
    expect(await readiness()).toMatchObject({ toldTeamAt: startAt });
    expect(await toldTo('primary', serviceId)).toMatchObject([{ title: 'Sam Weber has not said they are ready' }]);
  });

  it('who says they are ready hears no more of it', async () => {
    const { startAt, schedule, id, serviceId, readiness } = await upcoming();
    await watchShifts(startAt - 3 * hour, startAt - 3 * hour - minute);
    const shift = shiftStartingAt(schedule, 'secondary', startAt);
    const before = await readiness();
    if (shift === undefined || before === undefined) throw new Error('asked for that shift');
    await at.readiness(id).set(toStored(confirmed(before, shift, [], startAt - 2 * hour)));
    await watchShifts(startAt - hour, startAt - hour - minute);
    await watchShifts(startAt, startAt - minute);
    expect(await readiness()).toMatchObject({ confirmedAt: startAt - 2 * hour, toldOtherwiseAt: null, toldTeamAt: null });
    expect(await toldTo('primary', serviceId)).toEqual([]);
  });
});

it('a phone that can\'t ring during a shift is told its person, and 15 minutes later the others', async () => {
  // The seeded schedule has Priya on call at all times; in this one Sam is, and Priya is the other.
  const now = Date.now();
  const { serviceId } = await withShifts([{ userId: 'primary', startAt: now - 2 * hour, endAt: now - hour }, { userId: 'secondary', startAt: now - hour, endAt: now + 8 * hour }]);
  await at.job('trouble').delete();
  await setDevices('secondary', [{ id: 'device-lost', platform: 'web', pushToken: null }]);
  try {
    await watchDevices(now);
    await watchDevices(now + 5 * minute);
    const own = async () => (await toldTo('secondary', 'Your device has no address')).length;
    const toldOnce = await own();
    expect(toldOnce).toBeGreaterThan(0);
    expect(await toldTo('primary', 'Sam Weber\'s phone may not ring')).toEqual([]);
    await watchDevices(now + 16 * minute);
    expect(await own()).toBe(toldOnce);
    expect((await toldTo('primary', `Service ${serviceId}`)).map(({ title }) => title)).toContain('Sam Weber\'s phone may not ring');
  } finally {
    await setDevices('secondary', []);
    await at.schedule(serviceId).delete();
  }
});

it('who is paged three times in a night is offered the rest of it, once', async () => {
  const tonight = Math.floor(Date.now() / day) * day;
  // 02:30 in UTC is night in Berlin in summer and in winter.
  const now = tonight + 2.5 * hour;
  const { serviceId, scheduleId } = await withShifts([{ userId: 'secondary', startAt: now - day, endAt: now + day }]);
  await at.policy(serviceId).update({ steps: [{ targets: [{ kind: 'schedule', scheduleId }], delaySeconds: 600 }, { targets: [{ kind: 'person', userId: 'admin' }], delaySeconds: 600 }] });
  await configuration(true);
  const made = await Promise.all([1, 2, 3].map(async (index) => {
    const { key } = await newService([{ userIds: ['secondary'], delaySeconds: 600 }]);
    const incidentId = await trigger(key);
    const { docs: [page] } = await db().collection('notifications').where('incidentId', '==', incidentId).limit(1).get();
    if (page === undefined) throw new Error('nobody was paged');
    const moment = new Date(now - index * 10 * minute);
    await page.ref.update({ createdAt: moment, sentAt: moment, urgency: 'high', status: 'sent' });
    return page.ref;
  }));
  await watchNights(now);
  await watchNights(now + 5 * minute);
  const offers = (await toldTo('secondary', 'rest of the night')).filter(({ url }) => url.includes(scheduleId));
  expect(offers).toMatchObject([{ title: 'You were paged 3 times tonight', body: 'Ask Ada Okafor to take the rest of the night?' }]);
  await Promise.all(made.map((ref) => ref.delete()));
});

describe('a job', () => {
  it('runs once per interval, whoever asks, and is told what the one before it had done', async () => {
    const name = unique();
    const runs: (number | null)[] = [];
    const job = { name, every: minute, run: (_now: number, since: number | null) => { runs.push(since); return Promise.resolve(); } };
    const now = Date.now();
    await Promise.all([runJob(job, now), runJob(job, now), runJob(job, now)]);
    expect(runs).toEqual([null]);
    await runJob(job, now + minute - 1);
    expect(runs).toEqual([null]);
    forgetLooks();
    await runJob(job, now + minute);
    expect(runs).toEqual([null, now]);
  });
});
