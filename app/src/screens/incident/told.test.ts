import { describe, expect, it } from 'vitest';
import { Notification } from '#domain/notification/notification';
import type { TimelineEntry } from '#domain/incident/timeline';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { acknowledge } from '#domain/incident/take';
import { anIncident, facts } from '../../incidentForTests';
import { notTold, overrideWords, pagingNotes, toldOf } from './told';

const sent = (id: string, userId: string | null, createdAt: number, changes: Partial<Notification> = {}): Notification => Notification.parse({
  id, incidentId: 'INC-K7Q2MD', episode: 1, cause: '0.0', rule: '0', kind: 'page', channel: 'push', userId, userName: userId ?? '#ops', urgency: 'high',
  title: '', body: '', status: 'sent', createdAt, dueAt: createdAt, expiresAt: 99_000, sendingAt: createdAt, leaseUntil: null, sentAt: createdAt,
  deliveredAt: null, seenAt: null, failedAt: null, cancelledAt: null, attempts: 1, reason: null, provider: 'fcm', tokenHashes: [], tokenExpiresAt: null, ...changes,
});

describe('who was told', () => {
  it('is in the order in which they were, each oldest first, destinations last', () => {
    const told = toldOf([sent('c', 'sam', 3_000), sent('d', null, 500, { destinationId: 'ops', channel: 'slack', kind: 'notice' }), sent('b', 'ada', 2_000), sent('a', 'ada', 1_000)]);
    expect(told.map(({ name, notifications }) => [name, notifications.map(({ id }) => id).join('')])).toEqual([['ada', 'ab'], ['sam', 'c'], ['#ops', 'd']]);
  });
});

describe('who was not told', () => {
  const toldAda = toldOf([sent('a', 'ada', 1_000)]);
  it('is waiting for their turn while it pages', () => {
    expect(notTold(anIncident(), facts, toldAda)).toEqual([{ userId: 'sam', name: 'Sam', why: 'secondary: their turn has not come yet' }]);
  });
  it('was spared by whoever took it', () => {
    const decision = acknowledge(anIncident(), { userId: 'ada', name: 'Ada' }, defaultSeverityPolicy, 1_000);
    if (decision.kind !== 'done') throw new Error(decision.code);
    expect(notTold(decision.turn.incident, facts, toldAda)[0]?.why).toBe('secondary: Ada had it before their turn came');
  });
  it('is nobody once all were', () => expect(notTold(anIncident(), facts, toldOf([sent('a', 'ada', 1), sent('b', 'sam', 2)]))).toEqual([]));
  it('was not on call where paging has been at their step', () => {
    const incident = anIncident();
    if (incident.status !== 'triggered') throw new Error(incident.status);
    expect(notTold({ ...incident, escalation: { ...incident.escalation, step: 1 } }, facts, toldAda)[0]?.why).toMatch(/not on call/);
  });
});

it('the timeline tells of paging what notifications can not', () => {
  const entries: TimelineEntry[] = [
    { id: 'e', at: 5, actor: { kind: 'rouse' }, changes: [{ type: 'triggered', title: 'x', severity: 'SEV1', linkedTo: null }, { type: 'stepSkipped', round: 0, step: 1, targets: ['Shop'] }] },
    { id: 'f', at: 9, actor: { kind: 'rouse' }, changes: [{ type: 'handedOff', policy: 'Everyone' }] },
  ];
  expect(pagingNotes(entries).map(({ at, words }) => [at, words])).toEqual([[5, 'Nobody to page for secondary (Shop): skipped'], [9, 'Handed off to the policy Everyone']]);
});

it('overrides that held when it was triggered say why somebody else was on call', () => {
  const incident = anIncident();
  const escalation = { ...incident.escalation, policy: { ...incident.escalation.policy, steps: [{ targets: [{ kind: 'schedule' as const, scheduleId: 's' }], delaySeconds: 60 }] } };
  if (incident.status !== 'triggered' || escalation.state === 'paused') throw new Error(incident.status);
  const span = { startAt: 0, endAt: 10 };
  const schedule = {
    id: 's', name: 'Shop', timeZone: 'UTC', layers: [], temporary: [], holidayCalendarId: null,
    overrides: [{ id: 'o', kind: 'replace' as const, addUserId: 'sam', removeUserId: 'ada', ...span }, { id: 'p', kind: 'remove' as const, removeUserId: 'ada', startAt: 5, endAt: 10 }],
  };
  const bySchedule = { ...incident, escalation };
  expect(overrideWords(bySchedule, { ...facts, schedules: { s: schedule } })).toEqual(['Sam stood in for Ada on Shop, by an override.']);
  const planned = { ...schedule, temporary: [{ id: 't', name: 'Holidays', ...span, shifts: [] }] };
  expect(overrideWords(bySchedule, { ...facts, schedules: { s: planned } })).toEqual(['Shop went by the temporary plan “Holidays”.']);
});
