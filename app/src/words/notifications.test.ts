import { describe, expect, it } from 'vitest';
import { Notification } from '#domain/notification/notification';
import { lifeWords, linkWords, testWords, whyWords } from './notifications';

const sent = (changes: Partial<Notification> = {}): Notification => Notification.parse({
  id: 'n', incidentId: 'INC-K7Q2MD', episode: 1, cause: '0.0', rule: '0', kind: 'page', channel: 'push', userId: 'ada', userName: 'Ada', urgency: 'high',
  why: 'primary', title: '', body: '', status: 'sent', createdAt: 1_000, dueAt: 1_000, expiresAt: 9_000, sendingAt: 1_000, leaseUntil: null, sentAt: 1_400,
  deliveredAt: null, seenAt: null, failedAt: null, cancelledAt: null, attempts: 1, reason: null, provider: 'fcm', tokenHashes: [], tokenExpiresAt: null, ...changes,
});

describe('which link of the chain it was', () => {
  it.each([
    [{}, 'Push'], [{ channel: 'sms', rule: '2' }, 'SMS, 3rd try'], [{ channel: 'voice', rule: '5' }, 'Call, 6th try'], [{ rule: 'again' }, 'Push, once more'],
    [{ channel: 'slack', rule: '0', userId: null, destinationId: 'd' }, 'Slack'], [{ kind: 'test', channel: 'email', rule: '1' }, 'E-mail'],
  ] as const)('%j is %s', (changes, words) => expect(linkWords(sent(changes))).toBe(words));
});

describe('its life', () => {
  it.each([
    [{}, 'sent after 0 s, not received yet'], [{ status: 'pending', sentAt: null, dueAt: 60_000 }, 'waits until 00:01'],
    [{ channel: 'email', provider: 'smtp' }, 'handed to the mail server after 0 s'], [{ bundleId: 'other' }, 'told together with another one'],
    [{ status: 'failed', reason: 'noDevice' }, 'not sent: no device is registered'],
  ] as const)('%j is %s', (changes, words) => expect(lifeWords(sent(changes), 2_000, 'UTC')).toBe(words));
});

describe('why it went out', () => {
  it.each([
    [{}, 'primary'], [{ cause: '1.0' }, 'primary, round 2'], [{ cause: 'last-resort.0', why: 'last resort' }, 'last resort'],
    [{ kind: 'request', subject: 'askedToTake', cause: 'request.x', why: 'asked by Sam' }, 'asked by Sam, to take it over'],
    [{ kind: 'request', subject: 'called', cause: 'request.x', why: 'asked by Sam' }, 'called by Sam'],
    [{ kind: 'notice', subject: 'page', channel: 'slack', why: '' }, 'told by Slack'], [{ kind: 'notice', subject: 'nudge', why: '' }, 'asked whether still on it'],
  ] as const)('%j is %s', (changes, words) => expect(whyWords(sent(changes))).toBe(words));
});

describe('a test of a way', () => {
  it('says in tenths how long it took', () => {
    expect(testWords(sent({ status: 'delivered', deliveredAt: 2_200 }))).toEqual({ text: 'Received after 1.2 s.', tone: 'good' });
    expect(testWords(sent({ status: 'seen', seenAt: 31_000 }))).toEqual({ text: 'Seen after 30 s.', tone: 'good' });
  });
  it('says what went wrong', () => {
    expect(testWords(sent({ status: 'failed', reason: 'addressRefused' }))).toEqual({ text: 'Not sent: the address was refused.', tone: 'bad' });
  });
  it('does not take what was sent for what arrived', () => {
    expect(testWords(null).tone).toBe('waiting');
    expect(testWords(sent({ channel: 'sms' })).tone).toBe('waiting');
    expect(testWords(sent())).toEqual({ text: 'Sent after 0.4 s. No device has confirmed it yet.', tone: 'waiting' });
  });
});
