import { describe, expect, it } from 'vitest';
import { MINUTE } from '#domain/time/instant';
import { agoAt, emptyReport, reportErrors, reportWish } from './reportDraft';

const now = 1_000 * MINUTE;
const draft = { ...emptyReport, title: ' Checkout answers 503 ' };

describe('a report', () => {
  it('needs no more than a title and a service', () => {
    expect(reportErrors(draft, 'checkout', now)).toEqual({});
    expect(reportWish(draft, 'checkout', true)).toEqual({ type: 'reportIncident', title: 'Checkout answers 503', serviceId: 'checkout' });
  });

  it('says at the field what is missing or wrong', () => {
    expect(Object.keys(reportErrors({ ...emptyReport, logs: 'x'.repeat(20_001), links: ['not an address'], started: { choice: 'time', local: '', at: null } }, '', now)))
      .toEqual(['title', 'service', 'logs', 'links', 'started']);
    expect(reportErrors({ ...draft, started: { choice: 'time', local: '', at: now + 2 * MINUTE } }, 'checkout', now).started).toBe('This is in the future.');
    expect(reportErrors({ ...draft, links: ['javascript:alert(1)'] }, 'checkout', now).links).toContain('is not an address');
  });

  it('sends what was filled in, logs as they were pasted', () => {
    const filled = {
      ...draft, severity: 'SEV1' as const, incidentType: 'outage' as const, description: ' since the deployment ', logs: '  at Checkout.pay\n',
      links: ['grafana.example.com/d/checkout', ' '], started: agoAt(15, now),
    };
    expect(reportWish(filled, 'checkout', true)).toEqual({
      type: 'reportIncident', title: 'Checkout answers 503', serviceId: 'checkout', description: 'since the deployment', logs: '  at Checkout.pay\n', severity: 'SEV1',
      incidentType: 'outage', links: [{ href: 'https://grafana.example.com/d/checkout', text: 'grafana.example.com' }], startedAt: now - 15 * MINUTE,
    });
  });

  it('leaves the severity to a responder where the sender may not rate', () => {
    expect(reportWish({ ...draft, severity: 'SEV1' }, 'checkout', false)).not.toHaveProperty('severity');
  });
});
