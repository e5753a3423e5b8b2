import { describe, expect, it } from 'vitest';
import { Incident } from '../incident/incident';
import { noon, sampleFacts, samplePolicy, sampleService } from '../samples';
import type { Integration } from '../service/service';
import { openUndecidable } from './undecidable';
import { recipientOf } from '../notification/notification';

const { people, schedules, severities } = sampleFacts();
const integration: Integration = {
  id: 'grafana', name: 'Grafana', serviceId: 'checkout', source: 'grafana', keyHint: '', enabled: true, removed: false, mapping: null, signature: { kind: 'none' }, limitPerMinute: null,
};
const whole: Parameters<typeof openUndecidable>[2] = { people, schedules, severities, integrations: { grafana: integration }, services: { checkout: sampleService() }, policies: { policy: samplePolicy() } };
const event = { eventId: 'event', integrationId: 'grafana', serviceId: 'checkout', headline: 'Disk full', receivedAt: noon - 1 };
const opened = (facts: Partial<typeof whole>) => {
  const { incident, requests } = openUndecidable('INC-K7Q2MD', event, { ...whole, ...facts }, noon);
  return { incident: Incident.parse(incident), pages: requests.map((request) => `${recipientOf(request)} ${request.cause}`) };
};

describe('an event that nothing could decide', () => {
  it('pages by the policy of its service, and says whose it is', () => {
    const { incident, pages } = opened({});
    expect(incident).toMatchObject({ title: "Rouse can't decide an event of Grafana: Disk full", severity: 'SEV2', urgency: 'high', serviceId: 'checkout' });
    expect(pages).toEqual(['priya 0.0']);
  });

  it.each<{ what: string; facts: Partial<typeof whole>; expected: string[] }>([
    { what: 'its integration is gone, by the service that it had', facts: { integrations: {} }, expected: ['priya 0.0'] },
    { what: 'its policy is gone', facts: { policies: {} }, expected: ['ada last-resort.0'] },
    { what: 'everything is gone', facts: { integrations: {}, services: {}, policies: {} }, expected: ['ada last-resort.0'] },
  ])('pages where $what', ({ facts, expected }) => {
    expect(opened(facts).pages).toEqual(expected);
  });
});
