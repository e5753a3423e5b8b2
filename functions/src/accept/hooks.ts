import type { Request } from 'firebase-functions/https';
import { sourceOf, sources } from '#domain/ingest/sources';
import type { Params } from '../http/router';
import { type Reply, refuse } from '../http/reply';
import { integrationOfKey } from '../store/integrationKeys';
import { keyFrom, needsChallenge } from './authenticity/integrationKey';
import { receive } from './receive';

/** `POST /v1/hooks/{source}/{integrationKey}`: durable first, then 202 with one result per alert. The key may come in a header instead. */
export async function acceptHook(request: Request, { source: sourceName = '', key: keyInPath }: Params): Promise<Reply> {
  const source = sourceOf(sourceName);
  if (source === undefined || source.internal === true) return refuse(404, 'no-such-source', `There is no source of this name. Known: ${publicSources.join(', ')}.`);
  if (request.method === 'GET' && source.viaQuery !== true) return refuse(405, 'method-not-allowed', 'Use POST.', [], { Allow: 'POST' });
  const key = keyFrom(request, keyInPath);
  const integration = key === undefined ? undefined : await integrationOfKey(key);
  if (integration === undefined) {
    const challenge = needsChallenge(request) && keyInPath === undefined ? { 'WWW-Authenticate': 'Basic realm="Rouse"' } : undefined;
    return refuse(401, 'no-such-key', 'This integration key does not exist. Copy the URL from the integration again.', [], challenge);
  }

  const received = await receive(request, source, integration);
  return received.ok ? { status: 202, json: { status: 'accepted', results: received.taken.results } } : received.problem;
}

const publicSources = Object.values(sources).filter(({ internal }) => internal !== true).map(({ name }) => name);
