import type { z } from 'zod';
import { momentOf } from '../moments';
import type { ParsedChange } from '../parsed';
import { firstSaid, labelsOf } from '../said';
import { clipped, safeLinks } from '../text';
import type { Deployment, DeploymentStatus } from './event';

/** How a deployment ended: a change of the service, also where it failed, for then it may be half done. Null while it goes on, and when it is replaced. */
export function deployed({ repository, deployment, deployment_status: status, sender }: DeploymentStatus): ParsedChange | null {
  if (status.state !== 'success' && status.state !== 'failure' && status.state !== 'error') return null;
  const environment = firstSaid(status.environment, deployment.environment);
  return change(
    status.state === 'success' ? 'Deployed' : 'Failed to deploy', { ...deployment, environment }, repository.full_name,
    firstSaid(status.description, deployment.description), firstSaid(status.updated_at, status.created_at),
    [{ href: firstSaid(status.log_url, status.target_url), text: 'Log' }, { href: status.environment_url, text: 'Environment' }, { href: repository.html_url, text: 'Repository' }],
    { state: status.state, actor: firstSaid(deployment.creator.login, sender.login) },
  );
}

/** A deployment was asked for: from here on something may change. */
export function deploymentBegan({ repository, deployment, sender }: z.infer<typeof Deployment>): ParsedChange {
  return change('Started to deploy', deployment, repository.full_name, deployment.description, deployment.created_at, [{ href: repository.html_url, text: 'Repository' }], {
    actor: firstSaid(deployment.creator.login, sender.login),
  });
}

function change(
  verb: string, { ref, sha, environment, task }: z.infer<typeof Deployment>['deployment'], repository: string, description: string, at: string,
  links: { href: string; text: string }[], labels: Readonly<Record<string, string>>,
): ParsedChange {
  const version = /^[0-9a-f]{40}$/.test(ref) ? ref.slice(0, 12) : clipped(ref, 80);
  return {
    title: clipped(`${verb} ${version === '' ? clipped(repository, 120) : `${version} of ${clipped(repository, 120)}`}${environment === '' ? '' : ` to ${clipped(environment, 60)}`}`, 300),
    description: clipped(description, 4000), changedAt: momentOf(at), links: safeLinks(links),
    labels: labelsOf({ repository, environment, ref, commit: sha.slice(0, 12), task, ...labels }),
  };
}
