import type { Request } from 'firebase-functions/https';
import { pagerduty, routingKeyOf } from '#domain/ingest/pagerduty/pagerduty';
import { readBody } from '../accept/body';
import { receive, type Received } from '../accept/receive';
import type { Reply } from '../http/reply';
import { integrationOfKey } from '../store/integrationKeys';

/**
 * PagerDuty's Events API v2, drop-in: `POST /v2/enqueue` and `/v2/change/enqueue`, the routing key is the integration key. Bodies as its clients check them:
 * developer.pagerduty.com/docs/events-api-v2-overview#response-codes--retry-logic
 */
export async function enqueueEvent(request: Request): Promise<Reply> {
  const { key, outcome } = await taken(request);
  if (outcome === undefined) return invalid([keyProblem(key)]);
  if (!outcome.ok) return outcome.busySeconds === undefined ? problem(outcome) : throttled(outcome.busySeconds);
  if (outcome.parsed.alerts.length === 0) return { status: 202, json: { status: 'success', message: 'Change event processed' } };
  return { status: 202, json: { status: 'success', message: 'Event processed', dedup_key: outcome.taken.dedupKeys[0] } };
}

/** Events API v1, `POST /generic/2010-04-15/create_event.json`: 200, and 403 to be sent again later. What self-hosted Healthchecks and netdata still use. */
export async function createEventV1(request: Request): Promise<Reply> {
  const { key, outcome } = await taken(request);
  if (outcome === undefined) return invalid([keyProblem(key).replace('routing_key', 'service_key')]);
  if (!outcome.ok) return outcome.busySeconds === undefined ? problem(outcome) : { ...throttled(outcome.busySeconds), status: 403 };
  return { status: 200, json: { status: 'success', message: 'Event processed', incident_key: outcome.taken.dedupKeys[0] } };
}

async function taken(request: Request): Promise<{ key: string | undefined; outcome: Received | undefined }> {
  const body = await readBody(request, pagerduty.maxBytes);
  if (!body.ok) return { key: undefined, outcome: { ok: false, problem: body.problem } };
  const key = routingKeyOf(body.value);
  const integration = key === undefined ? undefined : await integrationOfKey(key);
  return { key, outcome: integration === undefined ? undefined : await receive(request, pagerduty, integration) };
}

const keyLength = 32;

function keyProblem(key: string | undefined): string {
  if (key === undefined) return "'routing_key' is missing or blank";
  return key.length === keyLength ? "'routing_key' is not a known integration key" : `Length of 'routing_key' is incorrect (should be ${keyLength} characters)`;
}

const invalid = (errors: readonly string[], status = 400): Reply => ({ status, json: { status: 'invalid event', message: 'Event object is invalid', errors } });

const throttled = (seconds: number): Reply => ({
  status: 429, headers: { 'Retry-After': String(seconds) },
  json: { status: 'throttle exceeded', message: 'Requests for this service are arriving too quickly.  Please retry later.', errors: ['Enhance Your Calm.'] },
});

/** Our refusal in PagerDuty's form: its errors are the messages of our issues. */
function problem({ problem: { status, ...body } }: Extract<Received, { ok: false }>): Reply {
  const json: unknown = 'json' in body ? body.json : undefined;
  const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
  const issues: unknown = typeof error === 'object' && error !== null && 'issues' in error ? error.issues : [];
  const messages = Array.isArray(issues) ? issues.flatMap((issue: unknown) => (typeof issue === 'object' && issue !== null && 'message' in issue ? [String(issue.message)] : [])) : [];
  const fallback = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : 'Event object is invalid';
  // What is wrong with the bytes or the key is a 400 to PagerDuty's clients; only a body that is too large keeps its status.
  return invalid(messages.length === 0 ? [fallback] : messages, status === 413 ? 413 : 400);
}
