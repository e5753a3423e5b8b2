import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { sentry } from './sentry';

function parsed(given: unknown) {
  const result = sentry.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const one of result.alerts) ParsedAlert.parse(one);
  return result;
}
const one = (given: unknown) => parsed(given).alerts[0];
const envelope = { installation: { uuid: 'u' }, actor: { type: 'user', id: 662437, name: 'Ada' } };

const event = (fields: object = {}) => ({
  action: 'triggered', ...envelope,
  data: {
    event: {
      event_id: 'e1', issue_id: '901', issue_url: 'https://sentry.test/api/0/issues/901/', title: 'TypeError: x is not a function', message: 'x', level: 'error', culprit: 'cart(add)',
      url: 'https://sentry.test/api/0/projects/shop/web-cart/events/e1/', web_url: 'https://sentry.test/organizations/shop/issues/901/events/e1/', project: 1,
      datetime: '2026-11-21T12:00:00.000000Z', environment: 'prod', release: null, platform: 'javascript', tags: [['browser', 'Firefox'], ['user', 'email:a@b.test'], ['handled', 'no'], null], ...fields,
    },
    triggered_rule: 'Many errors', issue_alert: { title: 'Many errors', settings: [] },
  },
});
const issue = (action: string, fields: object = {}) => ({
  action, ...envelope,
  data: {
    issue: {
      id: '901', shortId: 'WEB-CART-9', title: 'TypeError: x is not a function', culprit: 'cart(add)', level: 'error', status: 'unresolved', substatus: 'new', platform: 'javascript',
      project: { id: '1', slug: 'web-cart', name: 'Web cart' }, firstSeen: '2026-11-21T12:00:00Z', web_url: 'https://sentry.test/organizations/shop/issues/901/', permalink: null, ...fields,
    },
  },
});
const metric = (action: string, fields: object = {}, data: object = {}) => ({
  action, ...envelope,
  data: {
    metric_alert: {
      id: '1', identifier: '12', title: 'Sleepy Otter', date_started: '2026-11-21T12:00:00Z', date_closed: null, projects: ['web-cart'],
      alert_rule: { id: '7', name: 'Too many errors', aggregate: 'count()', query: 'level:error', environment: null, projects: ['web-cart'] }, ...fields,
    },
    description_title: 'Critical: Too many errors', description_text: '100 events in 10 min\\nFilter: level:error', web_url: 'https://sentry.test/alerts/7/', ...data,
  },
});

describe('an issue alert', () => {
  it('fires under the key of its issue', () => {
    expect(one(event())).toEqual({
      dedupKey: 'issue:901', groupKey: null, status: 'firing', title: 'TypeError: x is not a function', description: 'cart(add)\n\nx', severityWord: 'error',
      name: 'TypeError: x is not a function', service: 'web-cart', startedAt: noon, endedAt: null,
      links: [{ href: 'https://sentry.test/organizations/shop/issues/901/events/e1/', text: 'Sentry' }],
      labels: { browser: 'Firefox', handled: 'no', level: 'error', environment: 'prod', platform: 'javascript', alert_rule: 'Many errors' },
    });
  });

  it.each([
    { fields: { issue_id: 901 }, key: 'issue:901' }, { fields: { issue_id: undefined }, key: 'issue:901' }, { fields: { issue_id: null, issue_url: null }, key: 'issue:901' },
    { fields: { issue_id: null, issue_url: null, web_url: null }, key: 'issue:event:e1' },
  ])('with $fields is $key', ({ fields, key }) => {
    expect(one(event(fields))?.dedupKey).toBe(key);
  });

  it.each([['fatal', 'critical'], ['error', 'error'], ['warning', 'warning'], ['info', 'info'], ['debug', 'info'], ['', null]])('of the level %s is %s', (level, word) => {
    expect(one(event({ level }))?.severityWord).toBe(word);
  });

  it('tells nobody who used the application', () => {
    expect(JSON.stringify(parsed(event()))).not.toContain('a@b.test');
  });
});

describe('an issue', () => {
  it.each([
    ['created', ['firing']], ['unresolved', ['firing']], ['resolved', ['resolved']], ['archived', ['resolved']], ['ignored', ['resolved']], ['assigned', []], ['later', []],
  ])('that was %s is %j, under the key of its alerts', (action, statuses) => {
    const { alerts } = parsed(issue(action));
    expect(alerts.map(({ status }) => status)).toEqual(statuses);
    for (const { dedupKey } of alerts) expect(dedupKey).toBe(one(event())?.dedupKey);
  });

  it('becomes an alert of the common form', () => {
    expect(one(issue('created'))).toMatchObject({
      title: 'TypeError: x is not a function', description: 'cart(add)', severityWord: 'error', service: 'web-cart', startedAt: noon,
      links: [{ href: 'https://sentry.test/organizations/shop/issues/901/', text: 'Sentry' }], labels: { issue: 'WEB-CART-9' },
    });
  });

  it('that comes back does not start when it was first seen, which was before it ended', () => {
    expect(one(issue('unresolved'))).toMatchObject({ startedAt: null, endedAt: null });
    expect(one(issue('resolved'))).toMatchObject({ startedAt: null, endedAt: null });
  });
});

describe('a metric alert', () => {
  it('fires under the key of its rule, and is resolved under it by another incident', () => {
    expect(one(metric('critical'))).toEqual({
      dedupKey: 'metric:7', groupKey: null, status: 'firing', title: 'Too many errors', description: '100 events in 10 min\nFilter: level:error', severityWord: 'critical',
      name: 'Too many errors', service: 'web-cart', startedAt: noon, endedAt: null, links: [{ href: 'https://sentry.test/alerts/7/', text: 'Sentry' }],
      labels: { aggregate: 'count()', query: 'level:error', incident: '12' },
    });
    expect(one(metric('warning'))).toMatchObject({ dedupKey: 'metric:7', status: 'firing', severityWord: 'warning' });
    expect(one(metric('resolved', { id: '4', identifier: '13', date_started: '2020-01-01T00:00:00Z' }))).toMatchObject({ dedupKey: 'metric:7', status: 'resolved', startedAt: null });
  });

  it('without its rule is keyed by its incident, and called by its description', () => {
    expect(one(metric('critical', { alert_rule: null }))).toMatchObject({ dedupKey: 'metric:12', title: 'Too many errors' });
  });
});

describe('the legacy plugin', () => {
  const legacy = {
    id: '901', project: 'web-cart', project_name: 'Web cart', project_slug: 'web-cart', logger: null, level: 'fatal', culprit: 'cart(add)', message: 'x is not a function',
    url: 'https://sentry.test/issues/901/?referrer=webhooks_plugin', triggering_rules: [], event: { event_id: 'e1', title: 'TypeError', timestamp: noon / 1000, tags: [['os', 'Linux']], project: 4505518370586624 },
  };

  it('fires under the key of the issue', () => {
    expect(one(legacy)).toMatchObject({
      dedupKey: 'issue:901', status: 'firing', title: 'x is not a function', severityWord: 'critical', service: 'web-cart', startedAt: noon, labels: { os: 'Linux' },
      links: [{ href: 'https://sentry.test/issues/901/?referrer=webhooks_plugin', text: 'Sentry' }],
    });
  });

  it('of an old version has tags and times elsewhere, or none', () => {
    expect(one({ ...legacy, project_slug: undefined, event: { received: 5, tags: null } })).toMatchObject({ service: 'web-cart', startedAt: null });
  });
});

it('an error of an organization that asked for every one is of its issue', () => {
  const { data, ...rest } = event();
  expect(one({ ...rest, action: 'created', data: { error: data.event } })).toMatchObject({ dedupKey: 'issue:901', status: 'firing' });
});

it.each([
  { what: 'an installation', body: { action: 'created', ...envelope, data: { installation: { uuid: 'u', code: 'secret' } } } },
  { what: 'a removal', body: { action: 'deleted', ...envelope } },
  { what: 'a comment', body: { action: 'created', ...envelope, data: { comment: 'Look', comment_id: 1, issue_id: 901, project_slug: 'web-cart' } } },
  { what: 'a kind of a later version', body: { action: 'created', ...envelope, data: { artifact: {} } } },
])('$what is taken, and is no alert', ({ body }) => {
  expect(parsed(body)).toMatchObject({ alerts: [], test: false, handshake: null });
});

describe('another body', () => {
  it.each([
    { given: null, path: '(body)' }, { given: [], path: '(body)' }, { given: 'x', path: '(body)' }, { given: {}, path: 'action' }, { given: { action: 'created' }, path: 'data' },
    { given: { action: 'created', data: 'x' }, path: 'data' }, { given: issue('created', { id: null }), path: 'data.issue.id' }, { given: metric('broken'), path: 'action' },
    { given: metric('critical', { alert_rule: {}, id: '', identifier: null }), path: 'data.metric_alert.alert_rule.id' }, { given: { event: {} }, path: 'id' },
    { given: event({ issue_id: '', issue_url: '', web_url: '', event_id: '' }), path: 'data.event.issue_id' }, { given: { action: 'triggered', data: { event: 'x' } }, path: 'data.event' },
    { given: { action: 'created', data: { issue: null } }, path: 'data.issue' },
  ])('is refused by the name of what is wrong: $path', ({ given, path }) => {
    const result = sentry.parse(given, sampleHints);
    expect(result.ok ? [] : result.issues).toMatchObject([{ path, message: expect.any(String) as unknown }]);
  });

  it('never throws', () => {
    for (const value of [undefined, 7, event({ tags: [[{}], 'x', 3], url: '/projects/'.repeat(50_000), title: '\ud800' }), issue('created', { project: 'x' }), metric('critical', { alert_rule: { id: {}, projects: 'x' } })]) {
      expect(() => sentry.parse(value, sampleHints)).not.toThrow();
    }
  });
});

it('the demo fires and is resolved under the same key', () => {
  const [fired, resolved] = [sentry.demo.firing(noon), sentry.demo.resolved?.(noon + 60_000)].map(one);
  expect([fired?.status, resolved?.status, resolved?.dedupKey]).toEqual(['firing', 'resolved', fired?.dedupKey]);
});
