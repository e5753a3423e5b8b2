import { describe, expect, it } from 'vitest';
import { defaultSeverityPolicy, Severity, severityOfWord } from '../../incident/severity';
import { noon, sampleHints } from '../../samples';
import { MINUTE } from '../../time/instant';
import { heartbeat } from './heartbeat';

const report = (more: object = {}) => ({ heartbeatId: 'hb-1', name: 'Nightly backup', state: 'late', severity: 'SEV2', lastPingAt: noon - 26 * MINUTE, dueAt: noon, periodSeconds: 1200, ...more });
function one(body: unknown) {
  const parsed = heartbeat.parse(body, sampleHints);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  expect(parsed.alerts).toHaveLength(1);
  return parsed.alerts[0];
}

describe('a report', () => {
  it('of silence fires since the ping was due', () => {
    expect(one(report())).toEqual({
      dedupKey: 'heartbeat:hb-1', groupKey: null, status: 'firing', title: 'No ping from Nightly backup for 26 min', description: 'A ping is expected every 20 min.', severityWord: 'SEV2',
      name: 'Nightly backup', service: null, startedAt: noon, endedAt: null, links: [], labels: { heartbeat: 'Nightly backup' },
    });
    expect(one(report({ lastPingAt: null }))?.title).toBe('No ping from Nightly backup');
  });

  it('of a ping resolves what fired', () => {
    expect(one(report({ state: 'alive', lastPingAt: noon + MINUTE, dueAt: noon + 27 * MINUTE }))).toMatchObject({
      dedupKey: 'heartbeat:hb-1', status: 'resolved', title: 'Nightly backup pings again', endedAt: noon + MINUTE, startedAt: null,
    });
  });

  it.each(Severity.options)('of %s is as grave', (severity) => {
    expect(severityOfWord(one(report({ severity }))?.severityWord ?? null, defaultSeverityPolicy)).toBe(severity);
  });
});

it.each([
  [null, '(body)'], [{}, 'heartbeatId'], [report({ state: 'waiting' }), 'state'], [report({ severity: 'critical' }), 'severity'], [report({ dueAt: 'now' }), 'dueAt'], [report({ name: '' }), 'name'],
])('%j is refused by the name of what is wrong', (body, path) => {
  const parsed = heartbeat.parse(body, sampleHints);
  expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toContain(path);
});

it('no tool can send it', () => {
  expect(heartbeat.internal).toBe(true);
});
