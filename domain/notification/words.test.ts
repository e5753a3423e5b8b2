import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, sampleNotification, samplePerson, samplePolicy } from '../samples';
import { advance } from '../escalation/advance';
import { MINUTE, SECOND } from '../time/instant';
import type { Incident } from '../incident/incident';
import type { OpeningFacts } from '../incident/open';
import { type NotificationRequest, NotificationReason } from './notification';
import { answered, claimed, received } from './lifecycle';
import { lockScreen, notificationWords, placeSentence } from './words';

const policy = samplePolicy({ steps: samplePolicy().steps.map((step) => ({ ...step, delaySeconds: 120 })) });
const facts = sampleFacts({ policy });
const request = (fields: Partial<NotificationRequest> = {}): NotificationRequest => ({
  kind: 'page', what: 'page', to: { userId: 'priya' }, cause: '0.0', dueAt: noon, expiresAt: noon + MINUTE, why: 'primary', ...fields,
});
const show = (incident: Incident, fields: Partial<NotificationRequest> = {}, now = noon, isPrivate = false, given: OpeningFacts = facts) =>
  lockScreen(incident, request(fields), given, now, isPrivate);

describe('the lock screen', () => {
  it('says what is wrong, why me, and who is next when', () => {
    expect(show(sampleIncident({ title: 'Answering 503' }, facts))).toEqual({
      title: 'SEV1 Checkout', body: 'Answering 503. You are primary. Sam is paged in 2 min.',
    });
  });

  it('ends a title that ends with a full stop only once', () => {
    expect(show(sampleIncident({ title: 'Answering 503. ' }, facts)).body).toMatch(/^Answering 503\. You/);
  });

  it('says neither service nor alert in the private variant', () => {
    const shown = show(sampleIncident({ title: 'Answering 503' }, facts), {}, noon, true);
    expect(shown).toEqual({ title: 'SEV1 page', body: 'Open Rouse to read it. You are primary. Sam is paged in 2 min.' });
  });

  it('of a drill says so before everything else, also in the private variant', () => {
    const drill = sampleIncident({ title: 'DRILL: Payments fail', drill: { id: 'd', scenario: 'Payment failure' } }, facts);
    expect(show(drill).title).toBe('DRILL SEV1 Checkout');
    expect(show(drill, {}, noon, true).title).toBe('DRILL SEV1 page');
    expect(show(drill, { kind: 'notice', what: 'statusUpdate' }, noon, true).title).toBe('DRILL SEV1 update');
  });

  it('counts whole minutes above one and a half, and tens of seconds below', () => {
    const incident = sampleIncident({ title: 'Answering 503' }, facts);
    const waits = [31, 72, 75, 115].map((seconds) => show(incident, {}, noon + seconds * SECOND).body.match(/ is paged in (.*)\.$/)?.[1]);
    expect(waits).toEqual(['1 min 30 s', '50 s', '50 s', '10 s']);
  });

  it('tells the last one in a loop that they are paged again', () => {
    const alone = sampleFacts({ policy: samplePolicy({ steps: [{ targets: [{ kind: 'person', userId: 'priya' }], delaySeconds: 300 }] }) });
    expect(show(sampleIncident({ title: 'Answering 503' }, alone), {}, noon, false, alone).body).toBe('Answering 503. You are primary. You are paged again in 5 min.');
  });

  it('names the first of several, and counts the others', () => {
    const both = sampleFacts({ policy: samplePolicy({ steps: [
      { targets: [{ kind: 'person', userId: 'priya' }], delaySeconds: 600 },
      { targets: [{ kind: 'person', userId: 'sam' }, { kind: 'person', userId: 'ada' }], delaySeconds: 600 },
    ] }) });
    expect(show(sampleIncident({ title: 'Answering 503' }, both), {}, noon, false, both).body).toMatch(/Sam and 1 more are paged in 10 min\.$/);
  });

  it('says when nobody else can be reached', () => {
    const alone = sampleFacts({ policy: samplePolicy({ rounds: 1, steps: [{ targets: [{ kind: 'person', userId: 'priya' }], delaySeconds: 60 }] }) });
    const given = { ...alone, people: { priya: samplePerson('priya') } };
    expect(show(sampleIncident({ title: 'Answering 503' }, given), {}, noon, false, given).body).toBe('Answering 503. You are primary. Nobody else can be reached.');
  });

  it('at low urgency promises nobody else', () => {
    expect(show(sampleIncident({ title: 'Disk at 80 %', severity: 'SEV4' }, facts))).toEqual({ title: 'SEV4 Checkout', body: 'Disk at 80 %. You are primary.' });
  });

  it('tells the owner quietly of a new alert', () => {
    const incident = sampleIncident({}, facts);
    const fields = { kind: 'notice', what: 'alertJoined', why: 'Cards are failing.' } as const;
    expect(show(incident, fields).body).toBe('A new alert joined what you have: Cards are failing.');
    expect(show(incident, fields, noon, true)).toEqual({ title: 'SEV1 page', body: 'A new alert joined what you have.' });
  });

  it('gives each place in the policy its sentence', () => {
    expect(['primary', 'secondary', 'step 3', 'last resort'].map(placeSentence)).toEqual([
      'You are primary.', 'You are secondary.', 'You are at step 3.', 'You are the last resort.',
    ]);
  });

  it('of the next step says what is next from there', () => {
    const next = advance(sampleIncident({ title: 'Answering 503' }, facts), facts, noon + 2 * MINUTE);
    expect(show(next.incident, { to: { userId: 'sam' }, why: 'secondary' }, noon + 2 * MINUTE).body).toBe('Answering 503. You are secondary. Priya is paged in 2 min.');
  });
});

describe("a notification's life in words", () => {
  const sent = answered(claimed(sampleNotification(), 'h', noon), { kind: 'sent', provider: 'fcm' }, noon + SECOND);
  it.each([
    { words: 'waiting to be sent', notification: sampleNotification() },
    { words: 'being sent', notification: claimed(sampleNotification(), 'h', noon) },
    { words: 'sent after 1 s, not received yet', notification: sent },
    { words: 'shown to the open app, not seen yet', notification: { ...sent, provider: 'local' as const } },
    { words: 'received after 2 s', notification: received(sent, 'delivered', noon + 2 * SECOND) },
    { words: 'seen after 3 s', notification: received(sent, 'seen', noon + 3 * SECOND) },
    { words: 'not sent: no device is registered', notification: answered(sent, { kind: 'failed', reason: 'noDevice' }, noon) },
  ])('$words', ({ words, notification }) => {
    const shown = notification.reason === 'noDevice' ? { ...notification, sentAt: null, status: 'failed' as const } : notification;
    expect(notificationWords(shown)).toBe(words);
  });

  it('has a sentence for every reason', () => {
    for (const reason of NotificationReason.options) {
      expect(notificationWords(sampleNotification({ status: 'cancelled', cancelledAt: noon, reason }))).toMatch(/^not sent: \w+ .*\w$/);
    }
  });
});
