import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

const body = (conclusion: 'failure' | 'success', now: Instant) => ({
  action: 'completed', workflow: { id: 424242, name: 'Demo alert: nightly' },
  workflow_run: {
    id: 4242424242, name: 'Demo alert: nightly', workflow_id: 424242, head_branch: 'main', head_sha: '0123456789abcdef0123456789abcdef01234567', event: 'schedule',
    status: 'completed', conclusion, run_number: 42, run_attempt: 1, display_title: 'Sent from Rouse to try the way from GitHub to your phone',
    html_url: 'https://github.com/example/demo/actions/runs/4242424242', updated_at: new Date(now).toISOString(), actor: { login: 'octocat' },
  },
  repository: { full_name: 'example/demo', html_url: 'https://github.com/example/demo' }, sender: { login: 'octocat' },
});

export const demo: Demo = { firing: (now) => body('failure', now), resolved: (now) => body('success', now) };
