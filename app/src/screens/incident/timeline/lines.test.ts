import { describe, expect, it } from 'vitest';
import type { Change, TimelineEntry } from '#domain/incident/timeline';
import { Notification } from '#domain/notification/notification';
import { linesOf, shownLines } from './lines';

const entry = (id: string, at: number, ...changes: Change[]): TimelineEntry => ({ id, at, actor: { kind: 'person', userId: 'ada', name: 'Ada' }, changes });
const note = (happenedAt?: number): Change => ({ type: 'note', text: 'x', ...(happenedAt === undefined ? {} : { happenedAt }) });
const push = Notification.parse({
  id: 'n', incidentId: 'INC-K7Q2MD', episode: 1, cause: '0.0', rule: '0', kind: 'page', channel: 'push', userId: 'ada', userName: 'Ada', urgency: 'high',
  title: '', body: '', status: 'sent', createdAt: 15, dueAt: 15, expiresAt: 99, sendingAt: 15, leaseUntil: null, sentAt: 15,
  deliveredAt: null, seenAt: null, failedAt: null, cancelledAt: null, attempts: 1, reason: null, provider: 'fcm', tokenHashes: [], tokenExpiresAt: null,
});
const triggered: Change = { type: 'triggered', title: 't', severity: 'SEV1', linkedTo: null };
const entries = [
  entry('a', 10, triggered, { type: 'paged', round: 0, step: 0, people: [] }), entry('b', 20, { type: 'acknowledged' }), entry('c', 30, note(5)), entry('d', 40, note()),
  entry('e', 50, { type: 'updateSent', phase: 'identified', text: 'x', final: false }), entry('f', 60, { type: 'stepTicked', runbookId: 'r', runbook: 'R', step: 's', state: 'done' }),
];

describe('the lines of a timeline', () => {
  it('stand under when it happened, and say when they were added', () => {
    const lines = linesOf(entries, [], 'all');
    expect(lines.map(({ key }) => key).join('')).toBe('cabdef');
    expect(lines[0]).toMatchObject({ at: 5, addedLater: 30 });
    expect(lines[3]).toMatchObject({ at: 40, addedLater: null });
  });
  it.each([['people', 'b'], ['alerts', 'a'], ['status', 'ab'], ['notes', 'cd'], ['runbook', 'f'], ['updates', 'e']] as const)('of %s are %s', (filter, keys) => {
    expect(linesOf(entries, [push], filter).map(({ key }) => key).join('')).toBe(keys);
  });
  it('have the messages among the pages, and of an entry only what is about them', () => {
    const lines = linesOf(entries, [push], 'pages');
    expect(lines.map(({ key }) => key)).toEqual(['a', 'message n']);
    expect(lines[0]).toMatchObject({ changes: [{ type: 'paged' }] });
  });
});

describe('a long timeline', () => {
  const long = linesOf(Array.from({ length: 500 }, (_, index) => entry(String(index), index, note())), [], 'all');
  it('shows the newest, newest first', () => {
    const { shown, earlier } = shownLines(long, 100, false);
    expect([shown.length, shown[0]?.key, shown.at(-1)?.key, earlier]).toEqual([100, '499', '400', 400]);
  });
  it('shows the same ones oldest first', () => expect(shownLines(long, 100, true).shown[0]?.key).toBe('400'));
  it('has nothing earlier once all are shown', () => expect(shownLines(long, 600, false).earlier).toBe(0));
  it('leaves the lines as they were', () => {
    shownLines(long, 100, false);
    expect(long[0]?.key).toBe('0');
  });
});
