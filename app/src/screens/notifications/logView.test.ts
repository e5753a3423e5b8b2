import { describe, expect, it } from 'vitest';
import { Notification } from '#domain/notification/notification';
import { filterOf, groupsOf, searchOf } from './logView';

const sent = (id: string, createdAt: number, changes: Partial<Notification> = {}): Notification => Notification.parse({
  id, incidentId: 'INC-AAAAAA', episode: 1, cause: '0.0', rule: '0', kind: 'page', channel: 'push', userId: 'ada', userName: 'Ada', urgency: 'high',
  title: 'SEV1 Checkout', body: '', status: 'sent', createdAt, dueAt: createdAt, expiresAt: 99_000, sendingAt: createdAt, leaseUntil: null, sentAt: createdAt,
  deliveredAt: null, seenAt: null, failedAt: null, cancelledAt: null, attempts: 1, reason: null, provider: 'fcm', tokenHashes: [], tokenExpiresAt: null, ...changes,
});
const all = [
  sent('a', 1_000), sent('b', 2_000, { incidentId: 'INC-BBBBBB', status: 'failed', reason: 'noDevice' }), sent('c', 3_000),
  sent('d', 2_500, { incidentId: null, kind: 'test', title: 'Test page' }),
];
const shown = (filter: Parameters<typeof groupsOf>[1]) => groupsOf(all, filter).map(({ incidentId, notifications }) => [incidentId, notifications.map(({ id }) => id).join('')]);

describe('the log', () => {
  it('is grouped by incident, what is newest first', () => {
    expect(shown({ kind: null, failedOnly: false })).toEqual([['INC-AAAAAA', 'ca'], [null, 'd'], ['INC-BBBBBB', 'b']]);
  });
  it('can be what failed alone, or one kind', () => {
    expect(shown({ kind: null, failedOnly: true })).toEqual([['INC-BBBBBB', 'b']]);
    expect(shown({ kind: 'test', failedOnly: false })).toEqual([[null, 'd']]);
  });
});

describe('its address', () => {
  it.each([
    [{ userId: 'ada', kind: null, failedOnly: false }, ''], [{ userId: null, kind: 'request', failedOnly: true }, 'who=all&kind=request&failed=1'], [{ userId: 'sam', kind: null, failedOnly: false }, 'who=sam'],
  ] as const)('%j', (filter, search) => {
    expect(searchOf(filter, 'ada').toString()).toBe(search);
    expect(filterOf(new URLSearchParams(search), 'ada')).toEqual(filter);
  });
  it('leaves out what nobody could have meant', () => expect(filterOf(new URLSearchParams('kind=nonsense&failed=yes'), 'ada')).toEqual({ userId: 'ada', kind: null, failedOnly: false }));
});
