import { describe, expect, it } from 'vitest';
import type { EscalationPolicy } from '#domain/escalation/policy';
import type { Schedule } from '#domain/oncall/schedule';
import { dutyOf, dutySentence } from './duty';

const HOUR = 3_600_000;
// Ada and Sam change every day at midnight UTC, Ada first, from 1 January 1970.
const schedule: Schedule = {
  id: 'days', name: 'Days', timeZone: 'UTC', overrides: [],
  layers: [{ id: 'one', name: 'One', participants: ['ada', 'sam'], rotation: { type: 'daily', length: 1, startLocal: '1970-01-01T00:00' } }],
};
const policy: EscalationPolicy = {
  id: 'checkout', name: 'Checkout', rounds: 1,
  steps: [
    { targets: [{ kind: 'schedule', scheduleId: 'days' }], delaySeconds: 60 },
    { targets: [{ kind: 'person', userId: 'priya' }], delaySeconds: 60 },
  ],
};
const duty = (userId: string) => dutyOf(userId, [policy], { days: schedule }, 9 * HOUR);

describe('dutyOf', () => {
  it('says that somebody is on call, at which step, and until when', () => {
    expect(duty('ada')).toEqual({ state: 'running', place: 'primary', until: 24 * HOUR });
  });
  it('says when somebody is next on call', () => {
    expect(duty('sam')).toEqual({ state: 'upcoming', place: 'primary', at: 24 * HOUR });
  });
  it('says that somebody named by the policy is always on call', () => {
    expect(duty('priya')).toEqual({ state: 'running', place: 'secondary', until: undefined });
  });
  it('says that nothing names somebody', () => {
    expect(duty('nora')).toEqual({ state: 'none' });
  });
});

it('is a sentence in the reader\'s zone', () => {
  expect(dutySentence(duty('ada'), 9 * HOUR, 'Europe/Berlin')).toBe('You are primary until Fri 01:00.');
  expect(dutySentence(duty('sam'), 9 * HOUR, 'UTC')).toBe('You are next on call Fri 00:00 (primary).');
  expect(dutySentence(duty('priya'), 9 * HOUR, 'UTC')).toBe('You are secondary.');
});
