import { describe, expect, it } from 'vitest';
import { Drill, DrillResult } from '#domain/drill/drill';
import type { Preview } from '#domain/proof/proof';
import { firstAndNext } from './firstAndNext';
import { drillWords, groupsOf, isShown } from './groups';

const noon = Date.UTC(2026, 10, 21, 12, 0);
const hour = 3_600_000;
const drill = (id: string, fields: Partial<Drill> = {}): Drill => Drill.parse({
  id, scenario: 'paymentFailure', serviceId: 'checkout', serviceName: 'Checkout', startsAt: noon + hour, isSurprise: false, createdBy: { userId: 'ada', name: 'Ada' }, createdAt: noon,
  state: 'scheduled', incidentId: null, dueAt: null, result: null, ...fields,
});
const result = DrillResult.parse({
  endedAt: noon + hour, triggeredAt: noon, acknowledgedAt: noon + 41_000, acknowledgedBy: 'Priya', restoredAt: null, escalations: 0,
  reach: [{ userId: 'priya', name: 'Priya', sentAt: noon, receivedAt: noon + 1000, acknowledgedAt: noon + 41_000 }, { userId: 'sam', name: 'Sam', sentAt: noon, receivedAt: noon, acknowledgedAt: null }],
});

describe('the list of drills', () => {
  it('has what runs, what comes with the next first, what is over with the newest first', () => {
    const all = [drill('late', { startsAt: noon + 5 * hour }), drill('soon'), drill('old', { state: 'over', startsAt: noon - 9 * hour }), drill('off', { state: 'cancelled', startsAt: noon - hour }), drill('on', { state: 'running' })];
    const { running, planned, past } = groupsOf(all, { userId: 'sam', role: 'responder' });
    expect([running, planned, past].map((some) => some.map(({ id }) => id))).toEqual([['on'], ['soon', 'late'], ['off', 'old']]);
  });

  it.each([['responder', 'sam', false], ['responder', 'ada', true], ['admin', 'kim', true]] as const)('shows a surprise that is to come to %s %s: %s', (role, userId, expected) => {
    expect(isShown(drill('d', { isSurprise: true }), { role, userId })).toBe(expected);
    for (const state of ['running', 'over', 'cancelled'] as const) expect(isShown(drill('d', { isSurprise: true, state }), { role, userId })).toBe(true);
  });

  it('says each in a line', () => {
    expect(drillWords(drill('d', { isSurprise: true }), noon, 'UTC')).toBe('Checkout · 13:00 · a surprise');
    expect(drillWords(drill('d', { state: 'over', result, startsAt: noon }), noon + hour, 'UTC')).toBe('Checkout · 12:00 · Acknowledged in 41 s by Priya; 2 of 2 reached');
    expect(drillWords(drill('d', { state: 'cancelled' }), noon, 'UTC')).toBe('Checkout · 13:00 · called off');
  });
});

describe('who is paged now', () => {
  const message = (userId: string, at: number, step = 0): Preview['messages'][number] => ({ at, userId, name: userId, why: '', channel: 'push', methodId: null, round: 0, step, lastResort: false });

  it('is everybody of the first step, each once whatever the ways, then whom the next one adds', () => {
    const messages = [message('priya', noon), message('priya', noon + 30_000), message('sam', noon), message('ada', noon + 60_000, 1), message('priya', noon + 60_000, 1)];
    expect(firstAndNext({ messages }, 'sam')).toEqual({ first: ['priya', 'You'], next: ['ada'], after: 60_000 });
    expect(firstAndNext({ messages: messages.slice(0, 3) }, 'kim')).toEqual({ first: ['priya', 'sam'], next: [], after: 0 });
    expect(firstAndNext({ messages: [] }, 'kim')).toEqual({ first: [], next: [], after: 0 });
  });
});
