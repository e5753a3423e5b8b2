import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, samplePerson, sampleService } from '../samples';
import type { Reach } from '../contact/reach';
import type { NotificationRule } from '../contact/notificationRule';
import type { Responder } from '../incident/incident';
import { HOUR, MINUTE, SECOND } from '../time/instant';
import { chainRequests, isInChain } from './chain';

const asked = { kind: 'page', what: 'page', to: { userId: 'priya' }, cause: '0.0', why: 'primary', expiresAt: noon + MINUTE } as const;
const reachOf = (high: NotificationRule[] | null = null, fields: Partial<Reach> = {}): Reach => ({
  methods: [{ id: 'phone', kind: 'phone', verified: true }], pushDevices: 1, rules: { high, low: null }, quietHours: { start: '22:00', end: '07:00' },
  channels: { push: true, sms: true, voice: true, email: true }, ...fields,
});
const begin = (reach: Reach | undefined, now = noon, urgency: 'high' | 'low' = 'high', again = false, fields = {}) =>
  chainRequests(asked, { urgency, again, serviceId: 'checkout', facts: sampleFacts({ ...(reach === undefined ? {} : { reach: { priya: reach } }), ...fields }) }, now);
const push = (delaySeconds: number): NotificationRule => ({ channel: 'push', methodId: null, delaySeconds });
const sms = (delaySeconds: number): NotificationRule => ({ channel: 'sms', methodId: 'phone', delaySeconds });
const voice = (delaySeconds: number): NotificationRule => ({ channel: 'voice', methodId: 'phone', delaySeconds });

describe('a page begins', () => {
  it('with the first link, which the second follows at its time', () => {
    expect(begin(reachOf())).toEqual({
      requests: [{ ...asked, dueAt: noon, link: { rule: '0', channel: 'push', methodId: null, chainAt: noon, followAt: noon + 30 * SECOND } }], endsAt: noon + 240 * SECOND,
    });
  });

  it('with everything that is due at once, of which the last is followed', () => {
    const { requests } = begin(reachOf([push(0), sms(0), voice(60)]));
    expect(requests.map(({ link, dueAt }) => [link?.rule, link?.channel, link?.methodId, link?.followAt, dueAt])).toEqual([
      ['0', 'push', null, null, noon], ['1', 'sms', 'phone', noon + MINUTE, noon],
    ]);
  });

  it('late, where its first link is late; the second keeps its time', () => {
    const { requests, endsAt } = begin(reachOf([sms(60), voice(90)]));
    expect(requests).toMatchObject([{ dueAt: noon + MINUTE, link: { rule: '0', chainAt: noon, followAt: noon + 90 * SECOND } }]);
    expect(endsAt).toBe(noon + 90 * SECOND);
  });

  it('with pushes, where nothing is known of the person', () => {
    expect(begin(undefined)).toMatchObject({ requests: [{ link: { channel: 'push', followAt: noon + 30 * SECOND } }], endsAt: noon + 2 * MINUTE });
  });

  it('beside a chain that runs, as one push that nothing follows', () => {
    expect(begin(reachOf([sms(0), voice(60)]), noon, 'high', true).requests).toEqual([
      { ...asked, dueAt: noon, link: { rule: 'again', channel: 'push', methodId: null, chainAt: noon, followAt: null } },
    ]);
  });
});

describe('low urgency', () => {
  const night = Date.UTC(2026, 10, 21, 23, 0);
  const monday = Date.UTC(2026, 10, 23, 9, 0);
  const hours = { timeZone: 'UTC', windows: [{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], start: '09:00', end: '17:00' }], holidayCalendarId: 'de' } satisfies NonNullable<ReturnType<typeof sampleService>['supportHours']>;
  const services = { checkout: sampleService({ supportHours: hours }) };

  it('waits for the end of the quiet hours, with its whole chain', () => {
    const { requests, endsAt } = begin(reachOf(null, { rules: { high: null, low: [push(0), sms(60)] } }), night, 'low');
    expect(requests).toMatchObject([{ dueAt: night + 8 * HOUR, link: { chainAt: night + 8 * HOUR, followAt: night + 8 * HOUR + MINUTE } }]);
    expect(endsAt).toBe(night + 8 * HOUR + MINUTE);
  });

  it('by the person\'s own quiet hours, in the zone of their profile', () => {
    const berlin = { people: { ...sampleFacts().people, priya: samplePerson('priya', { timeZone: 'Europe/Berlin' }) } };
    expect(begin(reachOf(null, { quietHours: { start: '23:30', end: '05:00' } }), night, 'low', false, berlin).requests[0]?.dueAt).toBe(Date.UTC(2026, 10, 22, 4, 0));
    expect(begin(reachOf(null, { quietHours: { start: '12:00', end: '12:00' } }), night, 'low').requests[0]?.dueAt).toBe(night);
  });

  it('waits for the support hours of its service, past a holiday', () => {
    expect(begin(reachOf(), noon, 'low', false, { services }).requests[0]?.dueAt).toBe(monday);
    expect(begin(reachOf(), noon, 'low', false, { services, holidays: { de: ['2026-11-23'] } }).requests[0]?.dueAt).toBe(monday + 24 * HOUR);
  });

  it('high waits for neither', () => {
    expect(begin(reachOf(), night, 'high', false, { services }).requests[0]?.dueAt).toBe(night);
  });

  // A push that has run out before it is due is sent with ten seconds to live: a phone that sleeps never gets it.
  it('is still worth sending when it is due', () => {
    const { requests: [page] } = chainRequests({ ...asked, expiresAt: noon + 12 * HOUR }, { urgency: 'low', again: false, serviceId: 'checkout', facts: sampleFacts({ services }) }, noon);
    expect(page?.dueAt).toBe(monday);
    expect(page?.expiresAt).toBeGreaterThanOrEqual(monday + HOUR);
  });
});

describe('whether a chain runs', () => {
  const responder = (fields: Partial<Responder> = {}): Responder => ({ userId: 'priya', name: 'Priya', state: 'paged', at: noon, chainEndsAt: noon + MINUTE, ...fields });
  it.each<[string, Responder | undefined, boolean]>([
    ['before its last link', responder(), true], ['that the person has seen', responder({ state: 'seen' }), true], ['at its last link', responder({ chainEndsAt: noon }), false],
    ['of somebody who has acknowledged', responder({ state: 'acknowledged' }), false], ['of nobody', undefined, false],
    ['of a page without one', { userId: 'priya', name: 'Priya', state: 'paged', at: noon }, false],
  ])('%s', (_what, given, runs) => {
    expect(isInChain(given, noon)).toBe(runs);
  });
});
