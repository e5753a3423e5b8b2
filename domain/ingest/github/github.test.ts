import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert, ParsedChange } from '../parsed';
import { github } from './github';

const around = { repository: { full_name: 'shop/orders', html_url: 'https://gh.test/shop/orders' }, sender: { login: 'priya' } };
const sha = '0123456789abcdef0123456789abcdef01234567';
const run = (fields: object = {}) => ({
  action: 'completed', workflow: { name: 'Release' }, ...around,
  workflow_run: {
    name: 'Release', workflow_id: 99, head_branch: 'main', head_sha: sha, conclusion: 'failure', event: 'push', run_number: 12, run_attempt: 1, display_title: 'Faster carts',
    html_url: 'https://gh.test/shop/orders/actions/runs/1', updated_at: '2026-11-21T02:30:00Z', actor: { login: 'sam' }, head_commit: { message: 'Faster carts\n\nmore' }, ...fields,
  },
});
const job = (fields: object = {}) => ({
  action: 'completed', ...around,
  workflow_job: { name: 'test', workflow_name: 'Release', head_branch: 'main', head_sha: sha, conclusion: 'failure', completed_at: '2026-11-21T02:30:00Z', html_url: 'https://gh.test/job', ...fields },
});
const check = (fields: object = {}) => ({
  action: 'completed', ...around,
  check_run: {
    name: 'lint', head_sha: sha, conclusion: 'failure', completed_at: '2026-11-21T02:30:00Z', html_url: 'https://gh.test/check', details_url: 'https://ci.test/1', app: { slug: 'ci', name: 'CI' },
    output: { title: '3 errors', summary: null }, check_suite: { head_branch: 'main' }, ...fields,
  },
});
const deployment = { ref: 'v4.2', sha, task: 'deploy', environment: 'production', description: null, creator: { login: 'sam' }, created_at: '2026-11-21T02:29:00Z' };
const deploymentStatus = (fields: object = {}) => ({
  action: 'created', ...around, deployment, workflow_run: run().workflow_run, check_run: null,
  deployment_status: { state: 'success', description: '', environment: 'production', log_url: 'https://gh.test/log', environment_url: '', updated_at: '2026-11-21T02:30:00Z', ...fields },
});
const at = Date.UTC(2026, 10, 21, 2, 30);

function parsed(given: unknown) {
  const result = github.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const one of result.alerts) ParsedAlert.parse(one);
  for (const one of result.changes) ParsedChange.parse(one);
  return result;
}
const one = (given: unknown) => parsed(given).alerts[0];

describe('a workflow', () => {
  it('that failed becomes an alert of its branch', () => {
    expect(one(run())).toEqual({
      dedupKey: 'shop/orders:99:main', groupKey: null, status: 'firing', title: 'Release failed on main (shop/orders)', description: 'Faster carts', severityWord: null, name: 'Release',
      service: 'shop/orders', startedAt: at, endedAt: null, links: [{ href: 'https://gh.test/shop/orders/actions/runs/1', text: 'Run' }],
      labels: {
        repository: 'shop/orders', branch: 'main', conclusion: 'failure', workflow: 'Release', event: 'push', commit: '0123456789ab', run: '12', attempt: '1', actor: 'sam',
      },
    });
  });

  it.each([
    { conclusion: 'timed_out', status: 'firing' }, { conclusion: 'startup_failure', status: 'firing' }, { conclusion: 'success', status: 'resolved' },
  ])('that ended with $conclusion is $status under the same key', ({ conclusion, status }) => {
    for (const event of [run, job, check]) expect(one(event({ conclusion }))).toMatchObject({ dedupKey: one(event())?.dedupKey, status });
  });

  it.each(['cancelled', 'skipped', 'neutral', 'action_required', 'stale', null])('that ended with %s says nothing', (conclusion) => {
    for (const event of [run, job, check]) expect(parsed(event({ conclusion })).alerts).toEqual([]);
  });

  it.each([
    { given: run({ conclusion: 'success' }), becomes: { startedAt: null, endedAt: at } }, { given: run({ name: '' }), becomes: { name: 'Release' } },
    { given: run({ display_title: null }), becomes: { description: 'Faster carts\n\nmore' } }, { given: run({ head_branch: null }), becomes: { dedupKey: 'shop/orders:99:' } },
    { given: job(), becomes: { dedupKey: 'shop/orders:job:Release / test:main', title: 'Release / test failed on main (shop/orders)', startedAt: at } },
    { given: check(), becomes: { dedupKey: 'shop/orders:check:ci/lint:main', description: '3 errors', links: [{ text: 'Check' }, { href: 'https://ci.test/1', text: 'CI' }] } },
  ])('%# is told apart and described', ({ given, becomes }) => {
    expect(one(given)).toMatchObject(becomes);
  });
});

describe('a deployment', () => {
  it('that succeeded is a change and no alert, though the run that did it is told too', () => {
    const { alerts, changes } = parsed(deploymentStatus());
    expect(alerts).toEqual([]);
    expect(changes).toEqual([{
      title: 'Deployed v4.2 of shop/orders to production', description: '', changedAt: at,
      links: [{ href: 'https://gh.test/log', text: 'Log' }, { href: 'https://gh.test/shop/orders', text: 'Repository' }],
      labels: { repository: 'shop/orders', environment: 'production', ref: 'v4.2', commit: '0123456789ab', task: 'deploy', state: 'success', actor: 'sam' },
    }]);
  });

  it.each([
    { given: deploymentStatus({ state: 'failure' }), titles: ['Failed to deploy v4.2 of shop/orders to production'] }, { given: deploymentStatus({ state: 'in_progress' }), titles: [] },
    { given: deploymentStatus({ state: 'inactive' }), titles: [] }, { given: { action: 'created', ...around, deployment }, titles: ['Started to deploy v4.2 of shop/orders to production'] },
    { given: { action: 'created', ...around, deployment: { ref: sha } }, titles: ['Started to deploy 0123456789ab of shop/orders'] },
    { given: { ...deploymentStatus(), deployment: null }, titles: ['Deployed shop/orders to production'] },
  ])('%# becomes $titles', ({ given, titles }) => {
    const { alerts, changes } = parsed(given);
    expect([alerts, changes.map(({ title }) => title)]).toEqual([[], titles]);
  });
});

it('a ping is a greeting', () => {
  for (const ping of [{ zen: 'Keep it logically awesome.', hook_id: 1, hook: { type: 'Repository' }, ...around }, { zen: 'x', hook_id: 1 }]) {
    expect(parsed(ping)).toMatchObject({ alerts: [], changes: [], handshake: { kind: 'ping' } });
  }
});

it.each([{ ref: 'refs/heads/main', commits: [], ...around }, { action: 'opened', issue: {}, ...around }, { action: 'member_added', organization: { login: 'shop' } }])(
  'an event about something else means nothing: %#', (event) => {
    expect(parsed(event)).toMatchObject({ alerts: [], changes: [], handshake: null });
  });

describe('a body of another shape', () => {
  it.each([
    { given: {}, path: 'workflow_run' }, { given: { alerts: [] }, path: 'workflow_run' }, { given: { ...run(), repository: null }, path: 'repository.full_name' },
    { given: { ...around, workflow_run: 'x' }, path: 'workflow_run' }, { given: { ...around, deployment_status: [] }, path: 'deployment_status' },
    ...[null, [], 'text', 5].map((given) => ({ given, path: '(body)' })),
  ])('is refused by the name of what is wrong: $path of $given', ({ given, path }) => {
    expect(github.parse(given, sampleHints)).toMatchObject({ ok: false, issues: [{ path, message: expect.any(String) as string }] });
  });
});

it('the demo fires and resolves one alert', () => {
  const [fires, ends] = [one(github.demo.firing(noon)), one(github.demo.resolved?.(noon))];
  expect([fires?.status, ends?.status, fires?.dedupKey === ends?.dedupKey, fires?.startedAt]).toEqual(['firing', 'resolved', true, noon]);
});

it.each(['\ud800', 'x'.repeat(500_000), '\u0000'])('whatever a field holds, it is answered: %#', (text) => {
  expect(one(run({ name: text, head_branch: text, display_title: text, workflow_id: text, html_url: text }))?.status).toBe('firing');
  expect(parsed({ ...deploymentStatus(), repository: { full_name: text }, deployment: { ref: text, environment: text, sha: text } }).changes).toHaveLength(1);
});
