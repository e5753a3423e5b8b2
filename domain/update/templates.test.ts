import { describe, expect, it } from 'vitest';
import type { Incident } from '../incident/incident';
import { defaultSeverityPolicy } from '../incident/severity';
import { noon, sampleIncident } from '../samples';
import { HOUR, MINUTE } from '../time/instant';
import { draftOf } from './templates';

const facts = { severities: defaultSeverityPolicy };
const sample = sampleIncident();
/** A SEV1 outage that began 40 min before noon UTC; what alerts and people wrote of it must stay inside. */
const incident: Incident = {
  ...sample, title: 'db-7.internal refuses connections', description: 'Priya broke it', severity: 'SEV1', type: 'outage', serviceName: 'Checkout', cadenceMinutes: 30,
  clocks: { ...sample.clocks, startedAt: noon - 40 * MINUTE },
  impact: { answers: { affected: 'many', money: 'stopped', security: 'exposed', compliance: 'broken' }, people: 12_000, note: 'see db-7.internal', by: 'Priya', at: noon },
};
const ended: Incident = { ...incident, clocks: { ...incident.clocks, mitigatedAt: noon - 5 * MINUTE, resolvedAt: noon } };
const draft = (given: Incident, phase: Parameters<typeof draftOf>[1], final = false, zone = 'Europe/Berlin') => draftOf(given, phase, final, facts, noon, zone);

describe('a draft', () => {
  it.each([
    ['investigating', 'Checkout has not been working since 12:20 CET. A major feature fails for many; sales or payments stand still; 12,000 people.\n\nWe are looking for the cause. The next update comes by 13:30 CET.'],
    ['identified', 'Checkout has not been working since 12:20 CET. A major feature fails for many; sales or payments stand still; 12,000 people.\n\nWe know the cause and are working on a fix. The next update comes by 13:30 CET.'],
    ['monitoring', 'A fix is in place, and Checkout should work again. It began at 12:20 CET.\n\nWe are watching that it stays so. The next update comes by 13:30 CET.'],
  ] as const)('while it is %s', (phase, text) => {
    expect(draft(incident, phase)).toBe(text);
  });

  it('says since when it works again', () => {
    expect(draft(ended, 'monitoring')).toContain('Checkout has worked again since 12:55 CET.');
  });

  it('of the end says what it was, how long, that it is over, and that a review follows', () => {
    expect(draft(ended, 'resolved', true)).toBe('It is over: Checkout works again. Checkout was not working from 12:20 CET to 12:55 CET, 35 min in all. A major feature failed for many: 12,000 people.\n\n'
      + 'We will review what happened, and what keeps it from happening again, within 5 days. This is the last update.');
  });

  it('promises no review that the severity does not ask for, and no update that nobody owes', () => {
    expect(draft({ ...ended, severity: 'SEV3' }, 'resolved', true)).not.toContain('review');
    expect(draft({ ...incident, cadenceMinutes: null }, 'investigating')).toContain('We will write again when something changes.');
    expect(draft(incident, 'identified', true)).toContain('This is the last update unless something changes.');
    expect(draft(ended, 'resolved')).toContain('We will write again if anything changes.');
  });

  it.each(['outage', 'degradation', 'defect', 'security', 'other'] as const)('of a %s names no person, no host, no law and nothing that an alert said', (type) => {
    const all = (['investigating', 'identified', 'monitoring', 'resolved'] as const).flatMap((phase) => [draft({ ...incident, type }, phase), draft({ ...ended, type }, phase, true)]).join('\n');
    expect(all).toContain('Checkout');
    expect(all).not.toMatch(/Priya|db-7|connections|exposed|contract|undefined|null|NaN|SEV|!/);
    expect(all).not.toMatch(/ {2}|\.\./);
  });

  it('without an assessment says nothing of the impact', () => {
    expect(draft({ ...incident, impact: null }, 'investigating')).toMatch(/^Checkout has not been working since 12:20 CET\.\n/);
    expect(draft({ ...ended, impact: null }, 'resolved', true)).not.toContain('affected');
  });

  it('names the day and the zone for readers elsewhere', () => {
    expect(draft({ ...incident, clocks: { ...incident.clocks, startedAt: noon - 30 * HOUR } }, 'investigating', false, 'UTC')).toMatch(/since \w{3} 06:00 UTC\./);
    expect(draft(incident, 'investigating', false, 'Asia/Kolkata')).toContain('by 18:00 GMT+5:30');
  });
});
