import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { datadog } from './datadog';

function parsed(given: unknown) {
  const result = datadog.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const one of result.alerts) ParsedAlert.parse(one);
  return result;
}
const one = (given: unknown) => parsed(given).alerts[0];

const triggered = {
  title: '[P1] [Triggered on {host:db-2,env:prod}] Replication lags', body: '%%%\nLag over 60 s, see https://wiki.test/lag\n\n\n\n@webhook-rouse @slack-Shop-ops  @dba@shop.test\nmail dba@shop.test %%%',
  alert_title: 'Replication lags', alert_cycle_key: '9021', alert_id: '44', alert_scope: 'host:db-2,env:prod', alert_transition: 'Triggered', alert_type: 'error',
  alert_priority: 'P1', alert_status: 'lag was > 60', alert_metric: 'db.lag', alert_query: 'avg:db.lag{*} by {host} > 60', hostname: 'db-2',
  tags: 'env:prod, monitor,service:orders,team:dba,team:shop,url:http://x.test', link: 'https://app.datadoghq.test/event?id=1', snapshot: 'https://p.datadoghq.test/1.png',
  date: String(noon), last_updated: String(noon + 5), org: { id: '1', name: 'Shop' }, id: '111',
};
const recovered = { ...triggered, title: '[P1] [Recovered on {host:db-2,env:prod}] Replication lags', alert_transition: 'Recovered', alert_type: 'success', date: String(noon + 60_000), id: '222' };

describe('a payload of the template', () => {
  it('becomes an alert of the common form', () => {
    expect(one(triggered)).toEqual({
      dedupKey: '9021', groupKey: null, status: 'firing', title: 'Replication lags', severityWord: 'P1', name: 'Replication lags', service: 'orders',
      description: 'Lag over 60 s, see https://wiki.test/lag\n\nmail dba@shop.test\n\nlag was > 60', startedAt: noon, endedAt: null,
      links: [{ href: 'https://app.datadoghq.test/event?id=1', text: 'Datadog' }, { href: 'https://p.datadoghq.test/1.png', text: 'Graph' }],
      labels: {
        host: 'db-2', env: 'prod', monitor: '', service: 'orders', team: 'dba, shop', url: 'http://x.test', metric: 'db.lag', query: 'avg:db.lag{*} by {host} > 60',
      },
    });
  });

  it('is resolved under the key that it fired under, when it recovers', () => {
    expect(one(recovered)).toMatchObject({ dedupKey: '9021', status: 'resolved', startedAt: null, endedAt: noon + 60_000, title: 'Replication lags' });
  });

  it.each([
    ['Triggered', 'firing'], ['Re-Triggered', 'firing'], ['No Data', 'firing'], ['Re-No Data', 'firing'], ['Warn', 'firing'], ['Re-Warn', 'firing'],
    ['Renotify', 'firing'], ['Recovered', 'resolved'], ['Warn Recovered', 'resolved'], ['No Data Recovered', 'resolved'], ['recovered', 'resolved'],
  ])('of the transition %s is %s', (alert_transition, status) => {
    expect(one({ ...triggered, title: 'Replication lags', alert_transition })?.status).toBe(status);
  });

  it.each([
    { what: 'the names of the variables', rename: (name: string) => name.toUpperCase() },
    { what: 'the variables themselves', rename: (name: string) => `$${name.toUpperCase()}` },
    { what: 'camel case', rename: (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) },
  ])('may be named by $what', ({ rename }) => {
    expect(one(Object.fromEntries(Object.entries(triggered).map(([name, value]) => [rename(name), value])))).toEqual(one(triggered));
  });

  it('without a cycle key is keyed by its monitor and scope', () => {
    const { alert_cycle_key: _, ...rest } = triggered;
    expect(one(rest)?.dedupKey).toBe('44:host:db-2,env:prod');
    expect(one({ ...rest, alert_cycle_key: '$ALERT_CYCLE_KEY', alert_scope: '' })?.dedupKey).toBe('44:host:db-2,env:prod');
    expect(one({ title: 'x', monitor_id: 7, scopes: 'host:a' })?.dedupKey).toBe('7:host:a');
  });

  it.each([
    { fields: { alert_priority: 'P4' }, word: 'P4' }, { fields: { alert_priority: 2 }, word: 'P2' }, { fields: { alert_priority: '' }, word: 'P1' },
    { fields: { alert_priority: '', title: 'x' }, word: 'error' }, { fields: { alert_priority: 'normal', title: 'x', alert_type: 'warning' }, word: 'warning' },
    { fields: { alert_priority: 'low', title: 'x' }, word: 'low' }, { fields: { alert_priority: '', title: 'x', alert_type: 'success' }, word: null },
    { fields: { alert_priority: '', title: 'x', alert_type: '', alert_transition: 'Re-Warn' }, word: 'warning' },
  ])('with $fields is $word', ({ fields, word }) => {
    expect(one({ ...triggered, ...fields })?.severityWord).toBe(word);
  });

  it('takes tags as a list too', () => {
    expect(one({ ...triggered, tags: ['service:cards', 'monitor', 3] })).toMatchObject({ service: 'cards', labels: { monitor: '', 3: '' } });
  });

  it('from the monitor\'s editor is a test', () => {
    expect(parsed({ ...triggered, title: '[TEST] [P1] [Triggered on {host:db-2}] Replication lags' })).toMatchObject({ test: true, alerts: [{ status: 'firing', title: 'Replication lags' }] });
    expect(parsed({ ...triggered, title: '[Triggered] [TEST] Replication lags' }).test).toBe(true);
  });
});

describe('the default payload', () => {
  const plain = (title: string) => ({ body: 'x', last_updated: String(noon), event_type: 'query_alert_monitor', title, date: String(noon), org: { id: '1', name: 'Shop' }, id: '5' });

  it.each([
    ['[Triggered on {host:a}] Full', 'firing'], ['[Re-Triggered on {host:a}] Full', 'firing'], ['[Warn on {host:a}] Full', 'firing'],
    ['[No data on {host:a}] Full', 'firing'], ['[Recovered on {host:a}] Full', 'resolved'], ['[P3] [Recovered on {host:a}] Full', 'resolved'],
  ])('%s is %s, all of them under one key', (title, status) => {
    expect(one(plain(title))).toMatchObject({ status, title: 'Full', dedupKey: 'Full:host:a' });
  });

  it('tells hosts apart', () => {
    expect(one(plain('[Triggered on {host:b}] Full'))?.dedupKey).not.toBe(one(plain('[Triggered on {host:a}] Full'))?.dedupKey);
  });

  it.each([
    ['[Triggered] Full', 'Full'], ['[shop] Full', '[shop] Full'], ['[Triggered] [shop] Full', '[shop] Full'], ['Full', 'Full'], ['[Triggered', '[Triggered'],
    ['[Triggered on {a}]', '[Triggered on {a}]'], ['[Alerting team] Full', '[Alerting team] Full'],
  ])('%s is called %s', (title, called) => {
    expect(one(plain(title))).toMatchObject({ status: 'firing', title: called });
  });

  it('that warns is a warning', () => {
    expect(one(plain('[Warn on {host:a}] Full'))?.severityWord).toBe('warning');
  });
});

describe('another body', () => {
  it.each([
    { given: null, path: '(body)' }, { given: [], path: '(body)' }, { given: 'x', path: '(body)' }, { given: {}, path: 'title' },
    { given: { title: '$EVENT_TITLE', id: '1' }, path: 'title' }, { given: { title: 'x' }, path: 'alert_cycle_key' },
  ])('is refused by the name of what is wrong: $path', ({ given, path }) => {
    const result = datadog.parse(given, sampleHints);
    expect(result.ok ? [] : result.issues).toMatchObject([{ path, message: expect.any(String) as unknown }]);
  });

  it('never throws, nor takes long', () => {
    const hostile = ['['.repeat(100_000), '[{'.repeat(50_000), `[${'{'.repeat(100_000)}`, '@'.repeat(100_000), `@${'a'.repeat(100_000)}`, ' '.repeat(100_000), '[P1]'.repeat(50_000)];
    const began = performance.now();
    for (const text of hostile) expect(datadog.parse({ title: `x${text}`, id: 1, body: text, tags: text, alert_scope: text }, sampleHints).ok).toBe(true);
    for (const text of hostile) expect(() => datadog.parse({ title: text, id: { a: 1 }, date: [], tags: {}, org: null }, sampleHints)).not.toThrow();
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

it('the demo fires and is resolved under the same key', () => {
  const [fired, resolved] = [datadog.demo.firing(noon), datadog.demo.resolved?.(noon + 60_000)].map(one);
  expect([fired?.status, resolved?.status, resolved?.dedupKey]).toEqual(['firing', 'resolved', fired?.dedupKey]);
});
