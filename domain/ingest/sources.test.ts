import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../samples';
import { MINUTE } from '../time/instant';
import { ParsedAlert, ParsedChange } from './parsed';
import { sourceOf, sources } from './sources';

const all = Object.entries(sources);
const megabytes = 1024 * 1024;

function request(name: string, body: unknown) {
  const parsed = sourceOf(name)?.parse(body, sampleHints);
  if (parsed?.ok !== true) throw new Error(`${name}: ${JSON.stringify(parsed?.issues)}`);
  for (const alert of parsed.alerts) ParsedAlert.parse(alert);
  for (const change of parsed.changes) ParsedChange.parse(change);
  return parsed;
}

it('there is a folder for each, named like it, and none without an entry', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.filter((name) => existsSync(join(import.meta.dirname, name, `${name}.ts`))).sort()).toEqual(all.map(([name]) => name).sort());
  expect(all.filter(([name]) => !folders.includes(name))).toEqual([]);
});

it.each(['', 'Alertmanager', 'constructor', '__proto__', 'toString', 'unknown'])('%j is no source', (name) => {
  expect(sourceOf(name)).toBeUndefined();
});

describe.each(all)('%s', (name, source) => {
  it('is found by its name, and takes up to a size', () => {
    expect(sourceOf(name)).toBe(source);
    expect(source.name).toBe(name);
    expect(source.label).toMatch(/^[A-Z]/);
    // A big outage is one big group, and neither of them repeats a request that was too large.
    expect(source.maxBytes).toBe(['alertmanager', 'grafana'].includes(name) ? 8 * megabytes : megabytes / 2);
  });

  it('is told to come back in the way that it understands', () => {
    expect(source.whenBusy).toBe(['pagerduty', 'opsgenie', 'cloudwatch'].includes(name) ? 429 : 503);
    expect(source.viaQuery ?? false).toBe(['uptimerobot', 'statuscake', 'uptimekuma', 'healthchecks'].includes(name));
    expect(source.internal ?? false).toBe(name === 'heartbeat');
  });

  it('has a demo that fires and is resolved under the same keys', () => {
    const firing = request(name, source.demo.firing(noon));
    expect(firing.alerts.length).toBeGreaterThan(0);
    expect(firing).toMatchObject({ test: false, changes: [], handshake: null });
    expect(firing.alerts.map(({ status }) => status)).toEqual(firing.alerts.map(() => 'firing'));
    if (source.demo.resolved === null) return;
    const resolved = request(name, source.demo.resolved(noon + MINUTE));
    expect(resolved.alerts.map(({ status, dedupKey }) => ({ status, dedupKey }))).toEqual(firing.alerts.map(({ dedupKey }) => ({ status: 'resolved', dedupKey })));
  });

  it('has a demo that is sent as JSON, and the same every time', () => {
    for (const body of [source.demo.firing, source.demo.resolved].flatMap((make) => make?.(noon) ?? [])) expect(JSON.parse(JSON.stringify(body))).toEqual(body);
    expect(source.demo.firing(noon)).toEqual(source.demo.firing(noon));
  });

  it('says how it is connected, with the address that it needs', () => {
    const { steps, code, notes = [] } = source.connect;
    expect(steps.length).toBeGreaterThan(0);
    const text = [...steps, code?.text ?? '', ...notes].join('\n');
    expect(text.includes('{url}') || (text.includes('{origin}') && text.includes('{key}'))).toBe(true);
  });

  it.each([[null], [undefined], [0], [true], [''], ['text'], [[]], [{}], [[[]]], [{ alerts: null }], [{ title: null }], [{ data: {} }], [{ payload: '' }]])('refuses %j by the name of what is wrong', (body) => {
    const parsed = source.parse(body, sampleHints);
    if (name === 'generic' && body === 'text') return expect(parsed.ok).toBe(true);
    expect(parsed.ok).toBe(false);
    const issues = parsed.ok ? [] : parsed.issues;
    expect(issues.length).toBeGreaterThan(0);
    for (const { path, message } of issues) expect([path, message].every((text) => text.trim() !== '')).toBe(true);
    return undefined;
  });
});

it.each([
  ['generic', { title: 'Disk full', test: true }], ['honeycomb', { name: 'Errors', id: '1', status: 'TRIGGERED', is_test: true }],
  ['uptimekuma', { heartbeat: null, monitor: null, msg: 'Rouse Testing' }],
  ['gcp', { version: 'test', incident: { incident_id: '12345', state: 'OPEN', started_at: 0, summary: 'Test', policy_name: 'Test', condition_name: 'Test' } }],
])('a test notice of %s is shown and pages nobody', (name, body) => {
  expect(request(name, body)).toMatchObject({ test: true, changes: [] });
});
