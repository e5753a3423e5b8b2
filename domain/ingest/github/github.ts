import type { z } from 'zod';
import { type Parsed, parsedRequest, type ParsedAlert, type ParsedChange, type Source } from '../parsed';
import { isObject } from '../said';
import { issuesOf } from '../text';
import { connect } from './connect';
import { demo } from './demo';
import { deployed, deploymentBegan } from './deployment';
import { CheckRun, Deployment, DeploymentStatus, WorkflowJob, WorkflowRun } from './event';
import { checkOf, jobOf, runOf } from './run';

/**
 * GitHub's webhook. Which event it is says a header, and the body by the object it is about. A deployment's events also tell of the run that
 * deployed, so they are asked first. What is none of these (a push, an issue) is accepted and means nothing here.
 */
function parse(body: unknown): Parsed {
  if (!isObject(body)) return refused('(body)', 'must be a JSON object');
  if (isObject(body.hook) || (typeof body.zen === 'string' && body.hook_id !== undefined)) return parsedRequest([], { handshake: { kind: 'ping' } });
  if (body.deployment_status !== undefined) return read(DeploymentStatus, body, (event) => changed(deployed(event)));
  if (body.deployment !== undefined) return read(Deployment, body, (event) => changed(event.action === 'created' ? deploymentBegan(event) : null));
  if (body.workflow_run !== undefined) return read(WorkflowRun, body, (event) => reported(runOf(event)));
  if (body.workflow_job !== undefined) return read(WorkflowJob, body, (event) => reported(jobOf(event)));
  if (body.check_run !== undefined) return read(CheckRun, body, (event) => reported(checkOf(event)));
  if (isObject(body.repository) || isObject(body.organization) || isObject(body.sender)) return parsedRequest([]);
  return refused('workflow_run', 'is needed, or another event of GitHub’s: workflow_job, check_run, deployment, deployment_status, ping');
}

function read<T extends { repository: { full_name: string } }>(schema: z.ZodType<T>, body: unknown, map: (event: T) => Parsed): Parsed {
  const event = schema.safeParse(body);
  if (!event.success) return { ok: false, issues: issuesOf(event.error) };
  return event.data.repository.full_name === '' ? refused('repository.full_name', 'is needed: it tells whose event this is') : map(event.data);
}

const changed = (change: ParsedChange | null): Parsed => parsedRequest([], { changes: change === null ? [] : [change] });
const reported = (alert: ParsedAlert | null): Parsed => parsedRequest(alert === null ? [] : [alert]);
const refused = (path: string, message: string): Parsed => ({ ok: false, issues: [{ path, message }] });

export const github: Source = {
  name: 'github', label: 'GitHub', maxBytes: 512 * 1024, parse, whenBusy: 503,
  signature: { kind: 'hmac', header: 'X-Hub-Signature-256', prefix: 'sha256=', timestampHeader: null, timestampSigned: false }, demo, connect,
};
