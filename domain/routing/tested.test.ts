import { describe, expect, it } from 'vitest';
import { defaultSeverityPolicy } from '../incident/severity';
import type { ParsedAlert } from '../ingest/parsed';
import { noon, sampleParsedAlert } from '../samples';
import { MINUTE } from '../time/instant';
import { TestedAlert } from './evidence';
import { RoutingRule } from './rule';
import { type StoredAlert, tested } from './tested';

const stored = (eventId: string, minute: number, fields: Partial<ParsedAlert> = {}): StoredAlert => ({
  eventId, receivedAt: noon + minute * MINUTE, alert: sampleParsedAlert({ severityWord: 'warning', labels: { env: 'staging' }, ...fields }),
  source: 'alertmanager', integrationName: 'Prometheus',
});
const rule = (atLeast: RoutingRule['when']['atLeast'] = null): RoutingRule => RoutingRule.parse({
  id: 'a', name: 'Staging', enabled: true, when: { match: 'all', tests: [{ field: 'label.env', operator: 'is', values: ['staging'] }], during: null, atLeast },
  then: { kind: 'route', severity: null, incidentType: null, urgency: 'low', serviceId: null, dedupKey: null, groupKey: null, tags: [], runbookId: null, holdOffSeconds: 60 },
});

describe('tested', () => {
  it('says of each alert, newest first, which rule decided, why, and what becomes of it', () => {
    const answers = tested([stored('e1', 0), stored('e2', 5, { labels: {}, status: 'resolved' }), stored('e3', 3, { labels: {}, severityWord: null })], [rule()], defaultSeverityPolicy);
    expect(answers.map(({ eventId, outcome }) => `${eventId} ${outcome}`)).toEqual(['e2 Resolves its alert', 'e3 SEV2', 'e1 SEV3, low urgency, held 60 s']);
    expect(answers[2]).toEqual({
      eventId: 'e1', receivedAt: noon, title: 'Checkout is answering 503', status: 'firing', source: 'alertmanager', labels: { env: 'staging' }, ruleId: 'a',
      ruleName: 'Staging', why: 'label.env is staging', outcome: 'SEV3, low urgency, held 60 s', severity: 'SEV3', urgency: 'low', suppressed: false, holdOffSeconds: 60,
    });
    expect(answers[1]).toMatchObject({ ruleId: null, ruleName: null, why: '' });
    for (const answer of answers) expect(TestedAlert.safeParse(answer).success).toBe(true);
  });

  it('counts in the order in which they came, whatever the order given', () => {
    const history = [2, 0, 1].map((minute) => stored(`e${minute}`, minute));
    expect(tested(history, [rule({ count: 3, withinMinutes: 10 })], defaultSeverityPolicy).map(({ eventId, ruleId }) => [eventId, ruleId])).toEqual([['e2', 'a'], ['e1', null], ['e0', null]]);
  });

  it('keeps the alerts of one event in its order', () => {
    const history = ['x', 'y', 'z'].map((title) => stored('e', 0, { title }));
    expect(tested(history, [], defaultSeverityPolicy).map(({ title }) => title)).toEqual(['z', 'y', 'x']);
  });

  it('names what only acknowledges or amends', () => {
    const amends = { title: 'New', description: null, severityWord: null, note: null };
    const history = [stored('e1', 0, { status: 'acknowledged' }), stored('e2', 1, { amends })];
    expect(tested(history, [rule()], defaultSeverityPolicy).map(({ outcome }) => outcome)).toEqual(['Amends its alert', 'Acknowledges its alert']);
  });
});
