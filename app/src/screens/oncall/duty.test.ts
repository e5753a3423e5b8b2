import { describe, expect, it } from 'vitest';
import type { EscalationPolicy } from '#domain/escalation/policy';
import { samplePerson, sampleSchedule } from '#domain/samples';
import { stepsNow } from './board';
import { dutyOf, dutySentence } from './duty';

const HOUR = 3_600_000;
// Ada and Sam change every day at midnight UTC, Ada first, from 1 January 1970.
const base = sampleSchedule('days', ['ada', 'sam'], { timeZone: 'UTC' });
const schedule = { ...base, layers: base.layers.map((layer) => ({ ...layer, rotation: { type: 'daily' as const, length: 1, startLocal: '1970-01-01T00:00' } })) };
const policy: EscalationPolicy = {
  id: 'checkout', name: 'Checkout', rounds: 1,
  steps: [
    { targets: [{ kind: 'schedule', scheduleId: 'days' }], delaySeconds: 60 },
    { targets: [{ kind: 'person', userId: 'priya' }], delaySeconds: 60 },
    { targets: [{ kind: 'team', teamId: 'shop' }], delaySeconds: 60 },
  ],
};
const facts = { schedules: { days: schedule }, teams: { shop: { id: 'shop', name: 'Shop', memberIds: ['tom'] } }, people: { ada: samplePerson('ada', { name: 'Ada' }), sam: samplePerson('sam', { name: 'Sam' }) } };
const duty = (userId: string) => dutyOf(userId, [policy], facts, 9 * HOUR);

describe('dutyOf', () => {
  it('says that somebody is on call, at which step, and until when', () => {
    expect(duty('ada')).toEqual({ state: 'running', place: 'primary', until: 24 * HOUR });
  });
  it('says when somebody is next on call', () => {
    expect(duty('sam')).toEqual({ state: 'upcoming', place: 'primary', at: 24 * HOUR });
  });
  it('says that somebody named by the policy, or by a team of it, is always on call', () => {
    expect(duty('priya')).toEqual({ state: 'running', place: 'secondary', until: undefined });
    expect(duty('tom')).toEqual({ state: 'running', place: 'step 3', until: undefined });
  });
  it('says that nothing names somebody', () => {
    expect(duty('nora')).toEqual({ state: 'none' });
  });
  it('does not count a step outside its hours', () => {
    const branch = { when: 'outside' as const, timeZone: 'UTC', windows: [{ days: ['TH' as const], start: '08:00', end: '18:00' }] };
    const outside = { ...policy, steps: policy.steps.map((step) => ({ ...step, branch })) };
    expect(dutyOf('priya', [outside], facts, 9 * HOUR)).toEqual({ state: 'none' });
    expect(dutyOf('priya', [outside], facts, 20 * HOUR)).toEqual({ state: 'running', place: 'secondary', until: undefined });
  });
});

it('is a sentence in the reader\'s zone', () => {
  expect(dutySentence(duty('ada'), 9 * HOUR, 'Europe/Berlin')).toBe('You are primary until Fri 01:00.');
  expect(dutySentence(duty('sam'), 9 * HOUR, 'UTC')).toBe('You are next on call Fri 00:00 (primary).');
  expect(dutySentence(duty('priya'), 9 * HOUR, 'UTC')).toBe('You are secondary.');
});

it('says of a step who is on call, until when, and who then', () => {
  expect(stepsNow(policy, facts, 9 * HOUR)[0]).toMatchObject({ names: ['Ada'], until: 24 * HOUR, then: ['Sam'], counts: true });
});
