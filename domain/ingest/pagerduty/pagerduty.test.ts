import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert, ParsedChange } from '../parsed';
import { pagerduty, routingKeyOf } from './pagerduty';

const key = 'K7Q2MD'.repeat(5) + 'K7';
const payload = (fields: object = {}) => ({
  summary: 'Queue of orders-2 is not drained', source: 'orders-2.test', severity: 'error', timestamp: '2026-11-21T03:12:00.500+0100', component: 'orders',
  group: 'shop', class: 'queue length', custom_details: { waiting: 4200, 'oldest job': '11 min', jobs: [{ id: 1 }], retried: false }, ...fields,
});
const trigger = (fields: object = {}) => ({ routing_key: key, event_action: 'trigger', dedup_key: 'orders/queue', payload: payload(), ...fields });
const first = (fields: object = {}) => ({ service_key: key, event_type: 'trigger', incident_key: 'backup', description: 'backup is DOWN', ...fields });

function parsed(given: unknown) {
  const result = pagerduty.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const one of result.alerts) ParsedAlert.parse(one);
  for (const one of result.changes) ParsedChange.parse(one);
  return result;
}
const one = (given: unknown) => parsed(given).alerts[0];
const messages = (given: unknown) => {
  const result = pagerduty.parse(given, sampleHints);
  return result.ok ? [] : result.issues.map(({ message }) => message);
};

describe('an event', () => {
  it('that triggers becomes an alert', () => {
    const links = [{ href: 'https://wiki.test/queue', text: 'Runbook' }, { href: 'javascript:alert(1)', text: 'x' }, null];
    expect(parsed(trigger({ links, client: 'Cron', client_url: 'https://cron.test' }))).toEqual({
      ok: true, truncated: 0, groupEnded: null, test: false, changes: [], handshake: null, alerts: [{
        dedupKey: 'orders/queue', groupKey: null, status: 'firing', title: 'Queue of orders-2 is not drained', description: '', severityWord: 'error',
        name: 'queue length', service: 'orders', startedAt: Date.UTC(2026, 10, 21, 2, 12, 0, 500), endedAt: null,
        links: [{ href: 'https://wiki.test/queue', text: 'Runbook' }, { href: 'https://cron.test', text: 'Cron' }],
        labels: { source: 'orders-2.test', component: 'orders', group: 'shop', class: 'queue length', waiting: '4200', 'oldest job': '11 min', retried: 'false' },
      }],
    });
  });

  it.each(['critical', 'error', 'warning', 'info', 'CRITICAL'])('of severity %s keeps that word', (severity) => {
    expect(one(trigger({ payload: payload({ severity }) }))?.severityWord).toBe(severity.toLowerCase());
  });

  it('without a dedup key is given one', () => {
    for (const dedup_key of [undefined, null, ' ']) expect(one(trigger({ dedup_key }))?.dedupKey).toBe('assigned-key');
  });

  it.each([
    { action: 'acknowledge', status: 'acknowledged' }, { action: 'resolve', status: 'resolved' },
  ])('that says $action needs its key alone, and may repeat everything', ({ action, status }) => {
    const bare = { routing_key: key, event_action: action, dedup_key: 'orders/queue' };
    expect(one(bare)).toMatchObject({ dedupKey: 'orders/queue', status, title: 'orders/queue', startedAt: null, endedAt: null, severityWord: null });
    expect(one({ ...bare, payload: payload() })).toMatchObject({ status, title: 'Queue of orders-2 is not drained', startedAt: null, endedAt: null });
    expect(one({ ...bare, payload: { severity: 'loud' } })?.status).toBe(status);
  });

  it.each([
    [{ description: 'It is full', firing: 'x' }, 'It is full'], [{ firing: 'Labels:\n - a = b\n' }, 'Labels:\n - a = b'], ['Just text', 'Just text'],
    [{ firing: [{ labels: {} }] }, ''], [null, ''], [[1], ''],
  ])('whose details are %j is described by %j', (custom_details, description) => {
    expect(one(trigger({ payload: payload({ custom_details }) }))?.description).toBe(description);
  });

  it('whose details speak of a source keeps its own', () => {
    expect(one(trigger({ payload: payload({ custom_details: { source: 'other', group: 'other' } }) }))?.labels).toMatchObject({ source: 'orders-2.test', group: 'shop' });
  });

  it('of any size is cut to what a screen can show', () => {
    const huge = 'x'.repeat(100_000);
    const cut = one(trigger({ dedup_key: huge, payload: payload({ summary: huge, component: huge, class: huge, custom_details: { description: huge } }) }));
    expect([cut?.dedupKey.length, cut?.title.length, cut?.description.length, cut?.service?.length]).toEqual([1000, 300, 4000, 300]);
  });
});

describe('a change event', () => {
  it('is kept as a change and is no alert', () => {
    const { summary, source, timestamp } = payload({ summary: 'Deployed 4.2' });
    const { alerts, changes } = parsed({ routing_key: key, payload: { summary, source, timestamp, custom_details: { build: 4711 } }, links: [{ href: 'https://ci.test/4711' }] });
    expect(alerts).toEqual([]);
    expect(changes).toEqual([{
      title: 'Deployed 4.2', description: '', changedAt: Date.UTC(2026, 10, 21, 2, 12, 0, 500), links: [{ href: 'https://ci.test/4711', text: 'https://ci.test/4711' }],
      labels: { source: 'orders-2.test', build: '4711' },
    }]);
  });

  it('may have no time', () => {
    expect(parsed({ routing_key: key, payload: { summary: 'Deployed' } }).changes).toMatchObject([{ changedAt: null, labels: {} }]);
  });
});

describe('an event of v1', () => {
  it('becomes an alert without a severity', () => {
    const contexts = [{ type: 'link', href: 'https://hc.test/1', text: 'Check' }, { type: 'image', src: 'https://hc.test/1.png' }];
    expect(one(first({ client: 'Healthchecks', client_url: 'https://hc.test', contexts, details: { Project: 'Ops', 'Total pings': 112 } }))).toEqual({
      dedupKey: 'backup', groupKey: null, status: 'firing', title: 'backup is DOWN', description: '', severityWord: null, name: null, service: null, startedAt: null,
      endedAt: null, links: [{ href: 'https://hc.test/1', text: 'Check' }, { href: 'https://hc.test', text: 'Healthchecks' }],
      labels: { client: 'Healthchecks', Project: 'Ops', 'Total pings': '112' },
    });
  });

  it('is acknowledged and resolved under the same key', () => {
    expect(one(first({ event_type: 'acknowledge', description: undefined }))).toMatchObject({ dedupKey: 'backup', status: 'acknowledged' });
    expect(one(first({ event_type: 'resolve' }))).toMatchObject({ dedupKey: 'backup', status: 'resolved' });
    expect(one(first({ incident_key: undefined }))?.dedupKey).toBe('assigned-key');
  });
});

describe('an event that is wrong', () => {
  const blank = (name: string) => `'${name}' is missing or blank`;
  it.each([
    { what: 'no summary', given: trigger({ payload: payload({ summary: ' ' }) }), wrong: [blank('payload.summary')] },
    { what: 'no source', given: trigger({ payload: payload({ source: null }) }), wrong: [blank('payload.source')] },
    { what: 'no severity', given: trigger({ payload: payload({ severity: undefined }) }), wrong: [blank('payload.severity')] },
    {
      what: 'a severity of its own', given: trigger({ payload: payload({ severity: 'urgent' }) }),
      wrong: ["'payload.severity' is invalid (must be one of the following: 'critical', 'warning', 'error' or 'info')"],
    },
    { what: 'no payload', given: trigger({ payload: 'x' }), wrong: [blank('payload.summary'), blank('payload.source'), blank('payload.severity')] },
    { what: 'no routing key', given: trigger({ routing_key: undefined }), wrong: [blank('routing_key')] },
    { what: 'no action', given: trigger({ event_action: undefined }), wrong: [blank('event_action')] },
    { what: 'nothing', given: {}, wrong: ['event_action', 'routing_key', 'payload.summary', 'payload.source', 'payload.severity'].map(blank) },
    { what: 'another action', given: trigger({ event_action: 'close' }), wrong: ["'event_action' is invalid (must be one of the following: 'trigger', 'acknowledge' or 'resolve')"] },
    { what: 'a resolve without a key', given: trigger({ event_action: 'resolve', dedup_key: '' }), wrong: [blank('dedup_key')] },
    { what: 'an acknowledge without a key', given: { routing_key: key, event_action: 'acknowledge' }, wrong: [blank('dedup_key')] },
    { what: 'a change without a summary', given: { routing_key: key, payload: { source: 'x' } }, wrong: [blank('payload.summary')] },
    { what: 'v1 without a description', given: first({ description: '' }), wrong: [blank('description')] },
    { what: 'v1 that resolves nothing', given: first({ event_type: 'resolve', incident_key: null }), wrong: [blank('incident_key')] },
    { what: 'v1 without an action', given: { service_key: key }, wrong: [blank('event_type'), blank('description')] },
    ...[null, [], 'text', 5].map((given) => ({ what: JSON.stringify(given), given, wrong: ['must be a JSON object'] })),
  ])('is refused in the words of PagerDuty: $what', ({ given, wrong }) => {
    expect(messages(given)).toEqual(wrong);
  });

  it('names where', () => {
    const result = pagerduty.parse(trigger({ payload: payload({ summary: '' }) }), sampleHints);
    expect(result).toMatchObject({ ok: false, issues: [{ path: 'payload.summary' }] });
  });
});

it('the routing key is found in both versions', () => {
  expect([trigger(), first(), {}, null, 'x', [1], { routing_key: 5 }].map(routingKeyOf)).toEqual([key, key, undefined, undefined, undefined, undefined, '5']);
});

it('the demo fires and resolves one alert', () => {
  const [fires, ends] = [one(pagerduty.demo.firing(noon)), one(pagerduty.demo.resolved?.(noon))];
  expect([fires?.status, ends?.status, fires?.dedupKey === ends?.dedupKey, fires?.startedAt]).toEqual(['firing', 'resolved', true, noon]);
});

it.each([{ custom_details: Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index])) }, { timestamp: {} }, { summary: '\ud800' }, { class: '\u0000' }])(
  'whatever a payload holds, it is an alert: %#', (fields) => {
    expect(one(trigger({ payload: payload(fields), links: 'x', client: {}, images: 5 }))?.status).toBe('firing');
  });
