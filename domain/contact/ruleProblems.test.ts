import { describe, expect, it } from 'vitest';
import type { NotificationRule, NotificationRules } from './notificationRule';
import { isSlow, ruleProblems, tidied, withoutMethod } from './ruleProblems';

const methods = [{ id: 'phone', kind: 'phone', verified: true }, { id: 'mail', kind: 'email', verified: true }, { id: 'new', kind: 'phone', verified: false }] as const;
const channels = { push: true, sms: true, voice: true, email: true };
const known = { methods, channels };
const push = (delaySeconds = 0): NotificationRule => ({ channel: 'push', methodId: null, delaySeconds });
const by = (channel: 'sms' | 'voice' | 'email', methodId: string, delaySeconds = 0): NotificationRule => ({ channel, methodId, delaySeconds });
const high = (...rules: NotificationRule[]): NotificationRules => ({ high: rules, low: null });

describe('rules', () => {
  it.each([
    [high(push())], [high(by('sms', 'phone'))], [high(by('voice', 'phone', 3600))], [high(by('email', 'mail'), push(30))], [{ high: null, low: null }],
    [{ high: null, low: [by('email', 'mail')] }],
  ])('that can wake somebody are good: %j', (rules) => {
    expect(ruleProblems(rules, known)).toEqual([]);
  });

  it.each([
    ['a method that is gone', by('sms', 'gone'), /gone/], ['one that is not verified', by('sms', 'new'), /Verify/], ['an address for an SMS', by('sms', 'mail'), /An SMS needs a phone number/],
    ['an address for a call', by('voice', 'mail'), /A call needs/], ['a phone for a mail', by('email', 'phone'), /An e-mail needs an e-mail address/],
  ])('name the field of %s', (_, wrong, sentence) => {
    expect(ruleProblems(high(push(), wrong), known)).toEqual([{ path: 'rules.high.1.methodId', message: expect.stringMatching(sentence) as string }]);
    expect(ruleProblems({ high: null, low: [wrong] }, known).map(({ path }) => path)).toEqual(['rules.low.0.methodId']);
  });

  it('of high urgency need what can wake: a mail does not, nor a phone where nothing is sent to phones', () => {
    expect(ruleProblems(high(by('email', 'mail')), known).map(({ path }) => path)).toEqual(['rules.high']);
    const noPhones = { methods, channels: { ...channels, sms: false, voice: false } };
    expect(ruleProblems(high(by('sms', 'phone'), by('voice', 'phone')), noPhones).map(({ path }) => path)).toEqual(['rules.high']);
    expect(ruleProblems(high(by('sms', 'phone'), push()), noPhones)).toEqual([]);
  });

  it('are kept in the order of time, each once', () => {
    expect(tidied({ high: [push(60), by('sms', 'phone', 30), push(), push(60)], low: null })).toEqual({ high: [push(), by('sms', 'phone', 30), push(60)], low: null });
  });

  it('are slow without something loud in the first minute', () => {
    expect([isSlow(high(push(61), by('email', 'mail')), known), isSlow(high(push(60)), known), isSlow({ high: null, low: null }, known)]).toEqual([true, false, false]);
  });
});

describe('a method that is removed', () => {
  it('leaves the rules that named it', () => {
    const rules = { high: [push(), by('sms', 'phone', 60), by('voice', 'phone', 90)], low: [push()] };
    expect(withoutMethod(rules, 'phone', known)).toEqual({ rules: { high: [push()], low: [push()] }, left: ['high'], defaults: [] });
  });

  it('brings the defaults back where nothing is left, or nothing that can wake', () => {
    expect(withoutMethod({ high: [by('email', 'mail'), by('sms', 'phone')], low: [by('sms', 'phone')] }, 'phone', known)).toEqual({
      rules: { high: null, low: null }, left: ['high', 'low'], defaults: ['high', 'low'],
    });
    expect(withoutMethod({ high: null, low: [by('email', 'mail'), by('sms', 'phone')] }, 'phone', known)).toEqual({
      rules: { high: null, low: [by('email', 'mail')] }, left: ['low'], defaults: [],
    });
  });
});
