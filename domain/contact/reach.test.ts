import { describe, expect, it } from 'vitest';
import { noon } from '../samples';
import { Contact } from '../people/person';
import { ContactMethod, hinted } from './contactMethod';
import type { NotificationRules } from './notificationRule';
import { chainOf, defaultRules, pushAlone, type Reach, reachOf } from './reach';

const every: Reach['channels'] = { push: true, sms: true, voice: true, email: true };
const phone = { id: 'phone', kind: 'phone', verified: true } as const;
const email = { id: 'email', kind: 'email', verified: true } as const;
const reach = (fields: Partial<Reach> = {}): Reach => ({ methods: [phone, email], pushDevices: 1, rules: { high: null, low: null }, quietHours: { start: '22:00', end: '07:00' }, channels: every, ...fields });
const said = (given: Reach | undefined, urgency: 'high' | 'low' = 'high') => chainOf(given, urgency).map(({ channel, delaySeconds }) => `${channel} ${delaySeconds}`);

describe('the chain of a person who set no rules', () => {
  it('is push at 0, 30, 60 and 120 s, then an SMS, then a call', () => {
    expect(said(reach({ methods: [phone] }))).toEqual(['push 0', 'push 30', 'push 60', 'push 120', 'sms 180', 'voice 240']);
  });

  it('is pushes alone without a verified phone, or where nothing is known', () => {
    expect(said(reach({ methods: [{ ...phone, verified: false }] }))).toEqual(['push 0', 'push 30', 'push 60', 'push 120']);
    expect(said(undefined)).toEqual(['push 0', 'push 30', 'push 60', 'push 120']);
    expect(said(reach({ channels: pushAlone }))).toEqual(['push 0', 'push 30', 'push 60', 'push 120']);
  });

  it('takes the first verified phone', () => {
    const rules = defaultRules('high', { methods: [{ ...phone, id: 'old', verified: false }, { ...phone, id: 'new' }, { ...phone, id: 'other' }] });
    expect(rules.flatMap(({ methodId }) => methodId ?? [])).toEqual(['new', 'new']);
  });

  it('at low urgency is one push', () => {
    expect(said(reach(), 'low')).toEqual(['push 0']);
    expect(said(undefined, 'low')).toEqual(['push 0']);
  });

  // What follows a push that was not received is the first link that goes another way: an e-mail there would wake nobody.
  it('has an e-mail beside the SMS, not before it', () => {
    const chain = chainOf(reach(), 'high');
    const [sms, mail] = ['sms', 'email'].map((channel) => chain.find((rule) => rule.channel === channel));
    expect(chain.find(({ channel }) => channel !== 'push')?.channel).toBe('sms');
    expect(mail?.delaySeconds).toBeGreaterThanOrEqual(sms?.delaySeconds ?? Infinity);
  });
});

describe('the chain of a person with rules of their own', () => {
  const own = { high: [
    { channel: 'voice', methodId: 'phone', delaySeconds: 60 }, { channel: 'push', methodId: null, delaySeconds: 60 }, { channel: 'sms', methodId: 'phone', delaySeconds: 0 },
    { channel: 'email', methodId: 'email', delaySeconds: 10 },
  ], low: [{ channel: 'email', methodId: 'email', delaySeconds: 0 }] } satisfies NotificationRules;

  it('is in the order of time; rules of the same time keep theirs', () => {
    expect(said(reach({ rules: own }))).toEqual(['sms 0', 'email 10', 'voice 60', 'push 60']);
    expect(said(reach({ rules: own }), 'low')).toEqual(['email 0']);
  });

  it.each<[string, Partial<Reach>, string[]]>([
    ['a channel that is not set up', { channels: { ...every, sms: false } }, ['email 10', 'voice 60', 'push 60']],
    ['a phone that is not verified', { methods: [{ ...phone, verified: false }, email] }, ['email 10', 'push 60']],
    ['a method that is gone', { methods: [phone] }, ['sms 0', 'voice 60', 'push 60']],
    ['a method of another kind', { methods: [{ ...email, id: 'phone' }, email] }, ['email 10', 'push 60']],
  ])('leaves out %s', (_what, fields, chain) => {
    expect(said(reach({ rules: own, ...fields }))).toEqual(chain);
  });

  it('is never empty: a push is tried where nothing else can be', () => {
    expect(said(reach({ rules: own, methods: [] }), 'low')).toEqual(['push 0']);
    expect(said(reach({ rules: { high: own.high.slice(2, 3), low: null }, channels: pushAlone }))).toEqual(['push 0']);
    expect(said(reach({ rules: { high: [], low: [] }, pushDevices: 0 }))).toEqual(['push 0']);
  });
});

describe('what is known of a person\'s ways', () => {
  const device = { id: 'device-1', name: 'Pixel', platform: 'android', pushToken: 'token-of-ten', permission: 'granted', installed: true, soundAllowed: true, registeredAt: noon, lastOpenedAt: noon, lastReceiptAt: null } as const;
  const contact = Contact.parse({
    email: 'priya@rouse.test', devices: [device, { ...device, id: 'device-2', pushToken: null }, { ...device, id: 'device-3', permission: 'denied' }],
    methods: [{ id: 'phone', kind: 'phone', address: '+4915112345678', verifiedAt: null, proof: null }, { id: 'email', kind: 'email', address: 'priya@example.com', verifiedAt: noon, proof: null }],
  });

  it('holds no address', () => {
    expect(reachOf(contact, every)).toEqual({ ...reach(), methods: [{ ...phone, verified: false }, email], pushDevices: 1, iosWebOnly: false });
    expect(JSON.stringify(reachOf(contact, every))).not.toMatch(/4915|example/);
  });

  it('an address is shown by its ends alone', () => {
    expect(contact.methods.map(hinted)).toEqual(['+49 … 678', 'p…@example.com']);
    expect(ContactMethod.safeParse({ ...contact.methods[0], address: '0151 1234' }).success).toBe(false);
  });
});
