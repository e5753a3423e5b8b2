import { describe, expect, it } from 'vitest';
import { Notification, type NotificationRequest } from '#domain/notification/notification';
import { noon, sampleFacts, sampleIncident, sampleNotification, samplePerson, samplePolicy } from '#domain/samples';
import { HOUR, MINUTE, SECOND } from '#domain/time/instant';
import { heldBy, notificationOf } from './outbox';
import { digestOf } from './push/digest';
import { messageFor } from './push/message';

const facts = sampleFacts({ destinations: { ops: { id: 'ops', name: '#ops', kind: 'slack', enabled: true, host: 'hooks.slack.com', serviceIds: [] } } });
const incident = sampleIncident();
const link = { rule: '0', channel: 'push', methodId: null, chainAt: noon, followAt: noon + 30 * SECOND } as const;
const page: NotificationRequest = { kind: 'page', what: 'page', to: { userId: 'priya' }, cause: '0.0', dueAt: noon, expiresAt: noon + MINUTE, why: 'primary', link };
const put = (fields: Partial<NotificationRequest> = {}, given = incident, now = noon) => notificationOf(given, { ...page, ...fields }, facts, now);

describe('the document of a request', () => {
  it('is one that the schema allows, waiting, with its link of the chain', () => {
    const notification = put();
    expect(Notification.safeParse(notification).success).toBe(true);
    expect(notification).toMatchObject({
      incidentId: incident.id, episode: 1, cause: '0.0', rule: '0', kind: 'page', channel: 'push', methodId: null, userId: 'priya', destinationId: null, userName: 'Priya', urgency: 'high',
      status: 'pending', attempts: 0, chainAt: noon, followAt: noon + 30 * SECOND, tokenHashes: [],
    });
  });

  it('the same request twice is one document, whenever it is asked for', () => {
    expect(put({}, incident, noon + HOUR).id).toBe(put().id);
  });

  it.each<[string, Partial<NotificationRequest>]>([
    ['another person', { to: { userId: 'sam' } }], ['another cause', { cause: '1.0' }], ['another link', { link: { ...link, rule: '1' } }],
    ['a destination', { to: { destinationId: 'ops', channel: 'slack' } }], ['a destination called like the person', { to: { destinationId: 'priya', channel: 'slack' } }],
  ])('%s has one of its own', (_what, fields) => {
    expect(put(fields).id).not.toBe(put().id);
  });

  it('another episode has one of its own', () => {
    expect(put({}, { ...incident, status: 'triggered', escalation: { policy: samplePolicy(), episode: 2, round: 0, step: 0, state: 'paging', nextAt: null, reason: null } }).id).not.toBe(put().id);
  });

  it('of a destination has its channel and name, and no chain', () => {
    const { link: _link, ...told } = page;
    const notification = notificationOf(incident, { ...told, kind: 'notice', to: { destinationId: 'ops', channel: 'slack' } }, facts, noon);
    expect(notification).toMatchObject({ channel: 'slack', userId: null, destinationId: 'ops', userName: '#ops', urgency: 'low', chainAt: null, followAt: null });
    expect(Notification.safeParse(notification).success).toBe(true);
  });

  it('is as loud as the incident; a request and what must be heard are loud at any urgency', () => {
    const quiet = sampleIncident({ severity: 'SEV4' });
    const { link: _link, ...notice } = { ...page, kind: 'notice' } as const;
    expect([put({}, quiet).urgency, put({ kind: 'request' }, quiet).urgency]).toEqual(['low', 'high']);
    expect([notificationOf(incident, notice, facts, noon).urgency, notificationOf(incident, { ...notice, loud: true }, facts, noon).urgency]).toEqual(['low', 'high']);
  });

  it('names neither service nor alert where the person wants that', () => {
    const hidden = { ...facts, people: { ...facts.people, priya: samplePerson('priya', { privateLockScreen: true }) } };
    const { title, body } = notificationOf(incident, page, hidden, noon);
    expect(`${title} ${body}`).not.toMatch(/Checkout|503/);
  });
});

describe('whoever holds a notification', () => {
  const held = (fields: Partial<Notification>, given: typeof incident | null = incident) => heldBy(sampleNotification(fields), 'random', { incident: given, isPrivate: false });

  it('has the token that its message carries, and a limited time', () => {
    const before = performance.now();
    const { token, heldUntil, bundled } = held({});
    expect(token).toBe('notification.random');
    expect(heldUntil - before).toBeGreaterThan(4 * SECOND);
    expect(heldUntil - before).toBeLessThan(6 * SECOND);
    expect(held({ channel: 'voice' }).heldUntil - before).toBeGreaterThan(14 * SECOND);
    expect(bundled).toEqual([]);
  });

  it('sends the first of an incident only where it pages a person and none has left', () => {
    expect(held({}).firstOfIncident).toBe(true);
    expect(held({ kind: 'request' }).firstOfIncident).toBe(false);
    expect(held({ userId: null, destinationId: 'ops' }).firstOfIncident).toBe(false);
    expect(held({}, { ...incident, clocks: { ...incident.clocks, notifiedAt: noon } }).firstOfIncident).toBe(false);
    expect(held({}, null).firstOfIncident).toBe(false);
  });
});

describe('several quiet pages as one push', () => {
  const pages = (count: number) => Array.from({ length: count }, (_, index) => sampleNotification({ id: `n${index}`, incidentId: `INC-00000${index}`, title: `SEV4 S${index}`, body: 'Disk is filling. You are primary.' }));
  const digest = (count: number) => {
    const [first, ...rest] = pages(count);
    if (first === undefined) throw new Error('none');
    return digestOf([first, ...rest]);
  };

  it('counts and names them, and leads to the list', () => {
    expect(digest(2)).toMatchObject({ id: 'n0', kind: 'notice', incidentId: null, title: '2 incidents wait for you', body: 'SEV4 S0: Disk is filling; SEV4 S1: Disk is filling.', url: '/incidents' });
    expect(digest(5).body).toMatch(/; and 2 more\.$/);
  });
});

it('a push lives until the next step, ten seconds at least', () => {
  const ttl = (now: number) => messageFor({ platform: 'web', pushToken: 'token-of-ten' }, sampleNotification({ expiresAt: noon + MINUTE }), 'token', now).webpush?.headers?.TTL;
  expect([ttl(noon), ttl(noon + 30 * SECOND), ttl(noon + 2 * MINUTE)]).toEqual(['60', '30', '10']);
});
