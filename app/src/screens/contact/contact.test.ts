import { describe, expect, it } from 'vitest';
import type { ContactMethod } from '#domain/contact/contactMethod';
import { chainOf, pushAlone } from '#domain/contact/reach';
import type { Reach } from '#domain/contact/reach';
import { defaultQuietHours } from '#domain/contact/notificationRule';
import type { NotificationRule } from '#domain/contact/notificationRule';
import { withoutMethod } from '#domain/contact/ruleProblems';
import { anotherRule, delayChoices, ruleOf, tidyNumber, wayOf, waysOf } from './ruleDraft';
import { chainSentence, leftOut, momentsOf, removalWords, weakness } from './ruleWords';

const phone: ContactMethod = { id: 'p', kind: 'phone', address: '+4915112345678', verifiedAt: 1, proof: null };
const mail: ContactMethod = { id: 'm', kind: 'email', address: 'priya@example.com', verifiedAt: null, proof: null };
const everything = { push: true, sms: true, voice: true, email: true };
const reach = (changes: Partial<Reach> = {}): Reach => ({
  methods: [{ id: 'p', kind: 'phone', verified: true }, { id: 'm', kind: 'email', verified: false }], pushDevices: 1,
  rules: { high: null, low: null }, quietHours: defaultQuietHours, channels: everything, ...changes,
});

describe('a chain', () => {
  it('is read as a sentence, and says what comes again', () => {
    expect(chainSentence(chainOf(reach(), 'high'), [phone, mail])).toBe(
      'At once: push. After 30 s: push again. After 1 min: push again. After 2 min: push again. After 3 min: SMS to +49 … 678. After 4 min: call to +49 … 678.');
  });
  it('has one moment for what comes at once', () => {
    const rules: NotificationRule[] = [ruleOf({ channel: 'sms', methodId: 'p' }, 60), ruleOf({ channel: 'push', methodId: null }, 60)];
    expect(momentsOf(rules, [phone]).map(({ words }) => words)).toEqual(['SMS to +49 … 678 and push']);
  });
  it('is weak without a phone, and where the first minute is silent', () => {
    expect(weakness(reach())).toBeNull();
    expect(weakness(reach({ channels: pushAlone }))).toMatch(/off or silent/);
    expect(weakness(reach({ rules: { high: [ruleOf({ channel: 'sms', methodId: 'p' }, 120)], low: null } }))).toMatch(/first minute/);
  });
  it('says what is left out of it', () => {
    const rules = [ruleOf({ channel: 'push', methodId: null }, 0), ruleOf({ channel: 'email', methodId: 'm' }, 60)];
    expect(leftOut(rules, chainOf(reach({ rules: { high: rules, low: null } }), 'high'), [phone, mail])).toMatch(/^Left out for now: e-mail to p…@example.com\./);
    expect(leftOut(rules.slice(0, 1), rules, [phone, mail])).toBeNull();
  });
});

describe('a rule that is edited', () => {
  const ways = waysOf([phone, mail], { ...everything, voice: false }, []);
  it('can go by push and by what is verified, and says what is not set up', () => {
    expect(ways.map(({ words }) => words)).toEqual(['Push', 'SMS +49 … 678', 'Call +49 … 678 (not set up here)']);
  });
  it('tells two numbers apart whose ends are alike', () => {
    const other: ContactMethod = { ...phone, id: 'q', address: '+4917098765678' };
    expect(waysOf([phone, other], everything, []).map(({ words }) => words)).toContain('SMS +4917098765678');
  });
  it('keeps the way it had, though it can not be gone any more', () => {
    const named = ruleOf({ channel: 'email', methodId: 'm' }, 0);
    const all = waysOf([phone, mail], everything, [named]);
    expect(wayOf(named, all)?.words).toBe('E-mail p…@example.com (not verified)');
    expect(waysOf([], everything, [named]).at(-1)?.words).toBe('E-mail, what is gone');
  });
  it('is followed by the way that is not tried yet, a minute later', () => {
    expect(anotherRule([], ways)).toEqual({ channel: 'push', methodId: null, delaySeconds: 0 });
    expect(anotherRule([ruleOf({ channel: 'push', methodId: null }, 30)], ways)).toEqual({ channel: 'sms', methodId: 'p', delaySeconds: 90 });
  });
  it('offers the delay that it has', () => {
    expect(delayChoices(45).map(({ value }) => value)).toContain(45);
    expect(delayChoices(0)[0]).toEqual({ value: 0, words: 'At once' });
  });
});

describe('removing a contact method', () => {
  it('says what it takes out', () => {
    expect(removalWords(reach(), 'p', { left: [], defaults: [] })).toEqual(['Pages of high urgency do not go there any more.']);
    const rules = { high: [ruleOf({ channel: 'sms', methodId: 'p' }, 0)], low: null };
    expect(removalWords(reach({ rules }), 'p', withoutMethod(rules, 'p', reach()))).toEqual(['Your rules for high urgency can not go on without it: they go back to the defaults.']);
    expect(removalWords(reach(), 'm', { left: [], defaults: [] })).toEqual([]);
  });
});

it.each([['00 49 (151) 123-456', '+49151123456'], ['+49 151/123.456', '+49151123456'], ['0151', '0151']])('the number %s is %s', (typed, tidy) => {
  expect(tidyNumber(typed)).toBe(tidy);
});
