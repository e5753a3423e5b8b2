import { describe, expect, it } from 'vitest';
import { Incident } from '#domain/incident/incident';
import { anIncident } from '../../incidentForTests';
import { kindWords, myRoleWords } from './headWords';
import { nowStage } from './nowPlan';
import { fewFirst, onTheWayWords, withReceipts } from './responderRows';
import { updateOwed } from './updateOwed';

const MINUTE = 60_000;
const owner = { userId: 'ada', name: 'Ada', at: 0 };

/** An incident that Ada has; `changes` may set any field of an acknowledged one. */
function acknowledged(changes: object = {}): Incident {
  const base = anIncident();
  const { policy, episode, round, step, reason } = base.escalation;
  const escalation = { policy, episode, round, step, reason, state: 'paused', was: 'paging', remainingMilliseconds: 0 };
  return Incident.parse({ ...base, clocks: { ...base.clocks, acknowledgedAt: 0 }, status: 'acknowledged', owner, leaseUntil: null, toldAt: null, escalation, ...changes });
}

describe('how much the Now tab shows', () => {
  it.each([
    ['nobody has it', anIncident(), ['scribe'], 'asked'],
    ['only its source has acknowledged it', acknowledged({ owner: { ...owner, userId: null } }), ['scribe'], 'asked'],
    ['somebody has it', acknowledged(), ['scribe'], 'worked'],
    ['nothing is proposed and nothing begun', acknowledged(), [], 'small'],
    ['nothing is proposed, but a decision is pinned', acknowledged({ decided: [{ id: 'd', text: 'Wait', by: 'Ada', at: 0 }] }), [], 'worked'],
  ] as const)('%s', (_, incident, proposed, stage) => {
    expect(nowStage(incident, proposed)).toBe(stage);
  });
});

describe('the update that the stakeholders are owed', () => {
  const at = 30 * MINUTE;
  it.each([
    [at - 11 * MINUTE, false, false, 'Update to stakeholders due in 11 min'],
    [at - 4 * MINUTE, true, false, 'Update to stakeholders due in 4 min'],
    [at - 4 * MINUTE - 59_000, true, false, 'Update to stakeholders due in 4 min'],
    [at - 1, true, false, 'Update to stakeholders due in 1 min'],
    [at, true, false, 'Update to stakeholders due now'],
    [at + 6 * MINUTE + 30_000, true, true, 'Update to stakeholders 6 min late'],
  ])('at %d', (now, isNear, isLate, words) => {
    expect(updateOwed(acknowledged({ cadenceMinutes: 30 }), now)).toEqual({ at, isNear, isLate, words });
  });

  it('stays late after somebody was reminded: nobody has been told yet', () => {
    expect(updateOwed(acknowledged({ cadenceMinutes: 30, updateRemindedAt: at }), at + 6 * MINUTE)?.words).toBe('Update to stakeholders 6 min late');
  });

  it('is none without a cadence, and none while nobody has it', () => {
    expect(updateOwed(acknowledged(), at)).toBeNull();
    expect(updateOwed({ ...anIncident(), cadenceMinutes: 30 }, at)).toBeNull();
  });
});

describe('the head', () => {
  it('says the sort quietly', () => {
    expect(kindWords({ type: 'outage', urgency: 'high' })).toBe('Outage · high urgency');
  });

  it('says what the reader is, and for whom they stand in', () => {
    const roles = [
      { role: 'incidentCommander', userId: 'ada', name: 'Ada', deputy: null, since: 0 }, { role: 'scribe', userId: 'sam', name: 'Sam', deputy: { userId: 'ada', name: 'Ada' }, since: 0 },
    ] as const;
    expect(myRoleWords({ roles: [...roles] }, 'ada')).toBe('You are incident commander. You stand in for Sam (scribe).');
    expect(myRoleWords({ roles: [...roles] }, 'sam')).toBe('You are scribe.');
    expect(myRoleWords({ roles: [...roles] }, 'noa')).toBe('');
  });
});

describe('responders', () => {
  const responder = (userId: string) => ({ userId, name: userId, state: 'paged', at: 0 }) as const;
  const many = (count: number) => Array.from({ length: count }, (_, index) => responder(`r${index}`));

  it('folds what is beyond six, keeps the order, and never folds the reader away', () => {
    expect(fewFirst(many(7), 'r0').rest).toEqual([]);
    expect(fewFirst(many(10), 'r8').first.map(({ userId }) => userId)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r8']);
    expect(fewFirst(many(10), 'r8').rest.map(({ userId }) => userId)).toEqual(['r6', 'r7', 'r9']);
  });

  it('whose page was opened has seen it, before the incident says so', () => {
    expect(withReceipts(responder('ada'), [{ userId: 'ada', seenAt: 5 }]).state).toBe('seen');
    expect(withReceipts(responder('ada'), [{ userId: 'sam', seenAt: 5 }]).state).toBe('paged');
    expect(withReceipts({ ...responder('ada'), state: 'acknowledged' }, [{ userId: 'ada', seenAt: 5 }]).state).toBe('acknowledged');
  });

  it.each([
    [15, 0, 'On the way since 00:00, here in about 15 min'], [15, 13 * MINUTE + 1, 'On the way since 00:00, here in about 1 min'], [15, 14 * MINUTE + 1, 'On the way since 00:00, expected now'],
    [15, 15 * MINUTE, 'On the way since 00:00, expected now'], [15, 20 * MINUTE, 'On the way since 00:00, expected 5 min ago'], [0, MINUTE, 'On the way since 00:00'],
  ])('on the way for %d min, at %d', (minutes, now, words) => {
    expect(onTheWayWords({ onTheWay: { at: 0, minutes } }, 'UTC', now)).toBe(words);
  });
});
