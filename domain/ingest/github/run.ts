import { momentOf } from '../moments';
import type { ParsedAlert } from '../parsed';
import { firstSaid, labelsOf } from '../said';
import { clipped, keyOf, safeLinks } from '../text';
import type { CheckRun, WorkflowJob, WorkflowRun } from './event';

/** What a conclusion means; null: it was cancelled, skipped, is neutral, or there is none yet. Another run will tell. */
function statusOf(conclusion: string): 'firing' | 'resolved' | null {
  if (['failure', 'timed_out', 'startup_failure'].includes(conclusion)) return 'firing';
  return conclusion === 'success' ? 'resolved' : null;
}

type Told = {
  repository: string; key: string; what: string; branch: string; conclusion: string; at: string; description: string; name: string;
  links: { href: string; text: string }[]; labels: Readonly<Record<string, string>>;
};

/** A workflow is broken on a branch from its failure until it succeeds there, whichever run that is. */
export function runOf({ repository, workflow, workflow_run: run, sender }: WorkflowRun): ParsedAlert | null {
  const name = firstSaid(run.name, workflow.name, run.path);
  return told({
    repository: repository.full_name, key: firstSaid(run.workflow_id, run.path, name), what: name === '' ? 'Workflow' : name, branch: run.head_branch, conclusion: run.conclusion,
    at: firstSaid(run.updated_at, run.created_at), description: firstSaid(run.display_title, run.head_commit.message), name, links: [{ href: run.html_url, text: 'Run' }],
    labels: {
      workflow: name, event: run.event, commit: run.head_sha.slice(0, 12), run: run.run_number, attempt: run.run_attempt, actor: firstSaid(run.actor.login, sender.login),
    },
  });
}

export function jobOf({ repository, workflow_job: job, sender }: WorkflowJob): ParsedAlert | null {
  const what = [job.workflow_name, job.name].filter(Boolean).join(' / ');
  return told({
    repository: repository.full_name, key: `job:${what}`, what: what || 'Job', branch: job.head_branch, conclusion: job.conclusion, at: firstSaid(job.completed_at, job.created_at),
    description: '', name: what, links: [{ href: job.html_url, text: 'Job' }],
    labels: { workflow: job.workflow_name, job: job.name, commit: job.head_sha.slice(0, 12), runner: job.runner_name, actor: sender.login },
  });
}

export function checkOf({ repository, check_run: check, sender }: CheckRun): ParsedAlert | null {
  return told({
    repository: repository.full_name, key: `check:${[check.app.slug, check.name].filter(Boolean).join('/')}`, what: check.name || 'Check',
    branch: firstSaid(check.check_suite.head_branch, check.head_branch), conclusion: check.conclusion, at: check.completed_at,
    description: [check.output.title, check.output.summary].filter(Boolean).join('\n'), name: check.name,
    links: [{ href: check.html_url, text: 'Check' }, { href: check.details_url, text: firstSaid(check.app.name, 'Details') }],
    labels: { check: check.name, app: check.app.slug, commit: check.head_sha.slice(0, 12), actor: sender.login },
  });
}

const verbs: Readonly<Record<string, string>> = { failure: 'failed', timed_out: 'timed out', startup_failure: 'could not start', success: 'succeeded' };

function told({ repository, key, what, branch, conclusion, at, description, name, links, labels }: Told): ParsedAlert | null {
  const status = statusOf(conclusion);
  if (status === null) return null;
  const moment = momentOf(at);
  return {
    dedupKey: keyOf(`${repository}:${key}:${branch}`, 1000), groupKey: null, status,
    title: clipped(`${clipped(what, 120)} ${verbs[conclusion] ?? conclusion}${branch === '' ? '' : ` on ${clipped(branch, 80)}`} (${repository})`, 300),
    description: clipped(description, 4000), severityWord: null, name: clipped(name, 300) || null, service: clipped(repository, 300) || null,
    startedAt: status === 'firing' ? moment : null, endedAt: status === 'resolved' ? moment : null, links: safeLinks(links),
    labels: labelsOf({ repository, branch, conclusion, ...labels }),
  };
}
