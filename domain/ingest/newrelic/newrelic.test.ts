import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { newrelic } from './newrelic';

function parsed(given: unknown) {
  const result = newrelic.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const one of result.alerts) ParsedAlert.parse(one);
  return result;
}
const one = (given: unknown) => parsed(given).alerts[0];

const issue = (fields: object = {}) => ({
  id: 'i-1', issueUrl: 'https://one.newrelic.test/i-1', title: 'web-1 CPU > 90', priority: 'CRITICAL', impactedEntities: ['web-1', 'web-2'], totalIncidents: 2, state: 'ACTIVATED',
  trigger: 'STATE_CHANGE', isCorrelated: false, createdAt: noon, updatedAt: noon + 5000, sources: ['newrelic'], alertPolicyNames: ['Golden'], alertConditionNames: ['CPU'],
  workflowName: 'Pages', ...fields,
});

describe('an issue of a workflow', () => {
  it('becomes an alert of the common form', () => {
    expect(one(issue({ description: 'Look at it' }))).toEqual({
      dedupKey: 'i-1', groupKey: null, status: 'firing', title: 'web-1 CPU > 90', description: 'Look at it', severityWord: 'critical', name: 'CPU', service: 'web-1',
      startedAt: noon, endedAt: null, links: [{ href: 'https://one.newrelic.test/i-1', text: 'New Relic' }],
      labels: { policy: 'Golden', condition: 'CPU', entities: 'web-1, web-2', workflow: 'Pages', sources: 'newrelic', incidents: '2' },
    });
  });

  it.each([
    { fields: { state: 'CREATED' }, status: 'firing' }, { fields: { state: 'activated' }, status: 'firing' }, { fields: { state: 'ACKNOWLEDGED' }, status: 'acknowledged' },
    { fields: { owner: 'Ada' }, status: 'acknowledged' }, { fields: { trigger: 'ACKNOWLEDGED' }, status: 'acknowledged' }, { fields: { trigger: 'ISSUE_ACKNOWLEDGED' }, status: 'acknowledged' },
    { fields: { owner: null }, status: 'firing' }, { fields: { trigger: 'INCIDENT_CLOSED' }, status: 'firing' }, { fields: { trigger: 'PRIORITY_CHANGED' }, status: 'firing' },
    { fields: { state: 'CLOSED', trigger: 'INCIDENT_CLOSED', owner: 'Ada' }, status: 'resolved' }, { fields: { state: 'RESOLVED' }, status: 'resolved' },
    { fields: { state: null, trigger: 'ISSUE_CLOSED' }, status: 'resolved' }, { fields: { state: undefined, trigger: 'ACTIVATED' }, status: 'firing' },
  ])('with $fields is $status', ({ fields, status }) => {
    expect(one(issue(fields))).toMatchObject({ status, dedupKey: 'i-1' });
  });

  it('that is closed ended when it was last updated', () => {
    expect(one(issue({ state: 'CLOSED' }))).toMatchObject({ startedAt: noon, endedAt: noon + 5000 });
  });

  it.each([['CRITICAL', 'critical'], ['HIGH', 'high'], ['MEDIUM', 'medium'], ['LOW', 'low'], ['', null]])('of the priority %s is %s', (priority, word) => {
    expect(one(issue({ priority }))?.severityWord).toBe(word);
  });

  it('may be named like the variables, with lists, texts and numbers in any place', () => {
    expect(one({ issueId: 77, issuePageUrl: 'https://one.newrelic.test/77', issueTitle: ['Full'], issueState: 'ACTIVATED', entitiesData: { names: ['db'] }, conditionName: 'Disk', createdAt: String(noon) }))
      .toMatchObject({ dedupKey: '77', title: 'Full', service: 'db', name: 'Disk', startedAt: noon, links: [{ href: 'https://one.newrelic.test/77' }] });
  });

  it('with no more than an id and a state still pages', () => {
    expect(one({ id: 'i', state: 'activated' })).toMatchObject({ status: 'firing', title: 'New Relic issue without a title', startedAt: null });
  });
});

const legacy = (fields: object = {}) => ({
  version: '1.0', account_id: 55, account_name: 'Shop', incident_id: 1234, current_state: 'open', event_type: 'INCIDENT', severity: 'WARNING', condition_name: 'Apdex is low', policy_name: 'Golden',
  incident_url: 'https://alerts.newrelic.test/1234', incident_acknowledge_url: 'https://alerts.newrelic.test/1234/acknowledge', runbook_url: 'https://wiki.test/apdex', details: 'Apdex < 0.8',
  targets: [{ id: '1', name: 'web', type: 'Application', labels: { team: 'shop' } }], timestamp: noon, ...fields,
});

describe('an incident of a notification channel', () => {
  it('becomes an alert of the common form', () => {
    expect(one(legacy())).toEqual({
      dedupKey: '55:1234', groupKey: null, status: 'firing', title: 'Apdex is low', description: 'Apdex < 0.8', severityWord: 'warning', name: 'Apdex is low', service: 'web',
      startedAt: noon, endedAt: null, links: [{ href: 'https://alerts.newrelic.test/1234', text: 'New Relic' }, { href: 'https://wiki.test/apdex', text: 'Runbook' }],
      labels: { team: 'shop', type: 'Application', policy: 'Golden', condition: 'Apdex is low', account: 'Shop' },
    });
  });

  it.each([
    { current_state: 'open', status: 'firing', startedAt: noon, endedAt: null }, { current_state: 'acknowledged', status: 'acknowledged', startedAt: null, endedAt: null },
    { current_state: 'closed', status: 'resolved', startedAt: null, endedAt: noon }, { current_state: 'OPEN', status: 'firing', startedAt: noon, endedAt: null },
  ])('that is $current_state is $status, under one key', ({ current_state, ...expected }) => {
    expect(one(legacy({ current_state }))).toMatchObject({ ...expected, dedupKey: '55:1234' });
  });

  it('without an account is keyed by itself', () => {
    expect(one(legacy({ account_id: undefined }))?.dedupKey).toBe('1234');
  });

  it.each([{ name: 'web', type: 'x' }, '{"name":"web"}', [{ name: 'web' }]])('has the target %j', (targets) => {
    expect(one(legacy({ targets }))?.service).toBe('web');
  });

  it.each([{ timestamp: 'yesterday' }, { timestamp: 1e30 }, { timestamp: undefined }])('with the time %j has none', (fields) => {
    expect(one(legacy(fields))?.startedAt).toBeNull();
  });

  it('of the number 0 is a test', () => {
    expect(parsed(legacy({ incident_id: 0 }))).toMatchObject({ test: true, alerts: [{ status: 'firing', dedupKey: '55:0' }] });
    expect(parsed(legacy()).test).toBe(false);
  });
});

describe('another body', () => {
  it.each([
    { given: null, paths: ['(body)'] }, { given: [], paths: ['(body)'] }, { given: 'x', paths: ['(body)'] }, { given: {}, paths: ['id', 'state'] },
    { given: issue({ id: '{{ issueId }}' }), paths: ['id'] }, { given: issue({ state: 'BROKEN' }), paths: ['state'] }, { given: legacy({ current_state: 'broken' }), paths: ['current_state'] },
    { given: legacy({ current_state: undefined }), paths: ['current_state'] }, { given: legacy({ incident_id: '' }), paths: ['incident_id'] },
  ])('is refused by the name of what is wrong: $paths', ({ given, paths }) => {
    const result = newrelic.parse(given, sampleHints);
    expect(result.ok ? [] : result.issues.map(({ path }) => path)).toEqual(paths);
  });

  it('never throws', () => {
    for (const value of [undefined, 7, issue({ title: {}, impactedEntities: 'x', entitiesData: { names: 3 }, createdAt: {} }), legacy({ targets: [null, 3], severity: [] }), issue({ title: '\ud800' })]) {
      expect(() => newrelic.parse(value, sampleHints)).not.toThrow();
    }
  });
});

it('the demo fires and is resolved under the same key', () => {
  const [fired, resolved] = [newrelic.demo.firing(noon), newrelic.demo.resolved?.(noon + 60_000)].map(one);
  expect([fired?.status, resolved?.status, resolved?.dedupKey]).toEqual(['firing', 'resolved', fired?.dedupKey]);
});
