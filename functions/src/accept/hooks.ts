import type { Request } from 'firebase-functions/https';
import type { Action, Result } from '#domain/ingest/fold';
import type { Parsed, ParsedAlert, Source } from '#domain/ingest/parsed';
import { sourceOf, sources } from '#domain/ingest/sources';
import { type Params } from '../http/router';
import { type Reply, refuse } from '../http/reply';
import { idOf, newId } from '../identity/identity';
import { at, read } from '../store/documents';
import { createEvent, keptResults, StoredEvent } from '../store/event';
import { integrationOfKey } from '../store/integrationKeys';
import { readJson } from './body';
import { drainAndAwait } from './drain';
import { logRefusal } from './refusals';

/** How long (ms) a sender waits for what became of its alerts before it is told `accepted`. */
const patience = 2_000;

/** `POST /v1/hooks/{source}/{integrationKey}`: durable first, then 202 with one result per alert. */
export async function acceptHook(request: Request, { source: sourceName = '', key = '' }: Params): Promise<Reply> {
  const source = sourceOf(sourceName);
  if (source === undefined) return refuse(404, 'no-such-source', `There is no source of this name. Known: ${Object.keys(sources).join(', ')}.`);
  const integration = await integrationOfKey(key);
  if (integration === undefined) return refuse(401, 'no-such-key', 'This integration key does not exist. Copy the URL from the integration again.');

  const body = readJson(request, source.maxBytes);
  const parsed = body.ok ? source.parse(body.value) : undefined;
  const problem = body.ok ? problemOf(parsed, source) : body.problem;
  if (problem !== undefined) {
    await logRefusal(integration.id, source.name, problem);
    return problem;
  }
  const alerts = parsed?.ok === true ? parsed.alerts : [];
  if (alerts.length === 0) return accepted([]);

  const receivedAt = Date.now();
  const eventId = newId(receivedAt);
  const drainId = drainOf(integration.id, alerts);
  await createEvent({
    id: eventId, source: source.name, integrationId: integration.id, serviceId: integration.serviceId, drainId, receivedAt, alertCount: alerts.length,
  }, request.rawBody);
  const results = await drainAndAwait(drainId, () => decisionOf(eventId), patience).catch(() => undefined);
  return accepted(alerts.map(({ dedupKey }, index) => {
    const result = results?.[index];
    return result === undefined
      ? { dedupKey, action: 'accepted' satisfies Action, incidentId: null }
      : result;
  }));
}

const accepted = (results: readonly (Result | { dedupKey: string; action: string; incidentId: string | null })[]): Reply =>
  ({ status: 202, json: { status: 'accepted', results } });

function problemOf(parsed: Parsed | undefined, source: Source): Reply | undefined {
  if (parsed === undefined || parsed.ok) return undefined;
  const [first] = parsed.issues;
  const place = first === undefined ? '' : ` ${first.path}: ${first.message}.`;
  return refuse(400, 'wrong-shape', `This is not what ${source.name} sends.${place}`, parsed.issues);
}

/** The alerts' common group is drained by itself; a request of several groups goes through its integration's one drain. */
function drainOf(integrationId: string, alerts: readonly ParsedAlert[]): string {
  const groups = new Set(alerts.map(({ groupKey, dedupKey }) => groupKey ?? dedupKey));
  const [only] = groups;
  return groups.size === 1 && only !== undefined ? idOf('drain', integrationId, only) : idOf('drain', integrationId);
}

async function decisionOf(eventId: string): Promise<StoredEvent['results'] | undefined> {
  const event = read(StoredEvent, await at.event(eventId).get());
  if (event === undefined) return undefined;
  return event.state === 'decided' || event.decidedCount >= keptResults ? event.results : undefined;
}
