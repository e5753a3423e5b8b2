import { expect, it } from 'vitest';
import { noon } from '#domain/samples';
import type { Change } from '#domain/incident/timeline';
import { MINUTE, SECOND } from '#domain/time/instant';
import { Notification } from '#domain/notification/notification';
import { fromStored } from '../../functions/src/store/instants';
import { reached, type Setup } from './people';
import { readCode } from './simulate';
import { World } from './world';

const beginsAt = noon + 40 * SECOND;
const endsAt = beginsAt + 5 * MINUTE;

/** Priya, then Sam after two minutes, then Lee after two more; each by push, SMS, call and mail. */
const setupOf = (seed: number): Setup => ({
  people: { ada: reached(), priya: reached(), sam: reached(), lee: reached() }, team: [], lease: 10, seed,
  schedules: [{ participants: [], type: 'daily', off: 0 }, { participants: [], type: 'daily', off: 0 }],
  policies: [
    { rounds: 1, steps: (['priya', 'sam', 'lee'] as const).map((userId) => ({ targets: [{ kind: 'person', userId }], delaySeconds: 120 })) },
    { rounds: 1, steps: [{ targets: [{ kind: 'person', userId: 'ada' }], delaySeconds: 120 }] },
  ],
});

const fire = { what: { do: 'fire', service: 'checkout', key: 0, group: null, severity: 'critical' }, then: 0 } as const;
const later = Array.from({ length: 8 }, () => ({ what: { do: 'nothing' }, then: 130_000 } as const));

// Seeds decide the delays of every answer and task, and which process does what.
it.each([1, 2, 3, 4, 5, 6])('while no provider works, paging goes on, says so, and loses nothing (seed %i)', async (seed) => {
  const code = await readCode();
  const world = new World(code, setupOf(seed));
  world.chance.faults = false;
  world.borders.receipts = seed % 2 === 0 ? 'none' : 'most';
  world.borders.outage = { from: beginsAt, until: endsAt, isSilent: seed % 3 === 0 };
  const sentOf: { at: number }[] = [];
  const left = world.borders.onSend;
  world.borders.onSend = (sent) => { left(sent); sentOf.push(sent); };
  expect(await world.live([fire, ...later])).toBeUndefined();

  const [incidentId = ''] = world.incidents;
  const timeline = [...world.database.documents(`incidents/${incidentId}/timeline`)].map(({ fields, createTime }) => ({ at: createTime.toMillis(), changes: fields.changes as Change[] })); // As it is written.
  const said = timeline.flatMap(({ at, changes }) => changes.map((change) => ({ at, change })));

  // The escalation went on meanwhile: Sam after two minutes, Lee after four, both within the outage.
  const paged = said.flatMap(({ at, change }) => (change.type === 'paged' ? [{ after: Math.round((at - noon) / SECOND), who: change.people.map(({ userId }) => userId).join() }] : []));
  expect(paged.map(({ who }) => who)).toEqual(['priya', 'sam', 'lee']);
  expect(paged.map(({ after }, step) => after - step * 120).every((late) => late >= 0 && late <= 2)).toBe(true);
  expect(said.some(({ change }) => change.type === 'lastResort')).toBe(true);

  // The timeline says what did not get through, for each person and way that was tried.
  const pages = [...world.database.documents('notifications')].map(({ fields }) => Notification.parse(fromStored(fields))).filter(({ kind, createdAt }) => kind === 'page' && createdAt < endsAt);
  const delayed = said.flatMap(({ at, change }) => (change.type === 'deliveryDelayed' && at >= beginsAt && at < endsAt + 20 * SECOND ? [`${change.name} ${change.channel}`] : []));
  const tried = pages.filter(({ sendingAt }) => sendingAt !== null && sendingAt >= beginsAt && sendingAt < endsAt - 20 * SECOND).map(({ userName, channel }) => `${userName} ${channel}`);
  expect([...new Set(tried)].filter((one) => !delayed.includes(one))).toEqual([]);
  expect([...new Set(tried)].filter((one) => !one.startsWith('Ada'))).toEqual(expect.arrayContaining(['Priya voice', 'Sam push', 'Sam sms', 'Sam email', 'Lee push', 'Lee sms']));

  // Nothing left while nothing could, and nothing is lost: what was put out has left, once its provider was back.
  expect(sentOf.filter(({ at }) => at >= beginsAt && at < endsAt)).toEqual([]);
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.filter(({ sentAt }) => sentAt === null).map(({ id, channel, status, reason }) => ({ id, channel, status, reason }))).toEqual([]);
});
