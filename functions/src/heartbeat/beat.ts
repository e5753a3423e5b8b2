import type { Request } from 'firebase-functions/https';
import { lateAt, pinged } from '#domain/heartbeat/beat';
import { Heartbeat } from '#domain/heartbeat/heartbeat';
import type { HeartbeatReport } from '#domain/heartbeat/report';
import { sourceOf } from '#domain/ingest/sources';
import { Integration } from '#domain/service/service';
import { take } from '../accept/take';
import { transact } from '../commit/transact';
import type { Params } from '../http/router';
import { type Reply, refuse } from '../http/reply';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { integrationOfKey } from '../store/integrationKeys';

/** `POST|GET /v1/heartbeats/{key}`: a ping. Answers when the next one is due. A ping that ends a silence closes the incident of it. */
export async function beat(_request: Request, { key = '' }: Params): Promise<Reply> {
  const integration = await integrationOfKey(key);
  if (integration?.source !== 'heartbeat') return refuse(401, 'no-such-key', 'This heartbeat key does not exist. Copy the URL from the heartbeat again.');
  const heartbeat = await ping(integration);
  if (heartbeat === undefined) return refuse(404, 'no-such-heartbeat', 'This heartbeat was removed.');
  return { status: 200, json: { status: 'ok', name: heartbeat.name, dueAt: heartbeat.dueAt === null ? null : new Date(heartbeat.dueAt).toISOString() } };
}

/** The end of a silence is told first, then written: a crash in between tells it once more, under the same event. */
async function ping(integration: Integration): Promise<Heartbeat | undefined> {
  const known = read(Heartbeat, await at.heartbeat(integration.id).get());
  if (known?.state === 'late') await tell(integration, pinged(known, Date.now()).report, `alive.${known.lateCount}`);
  return transact(async (transaction) => {
    const snapshot = await transaction.get(at.heartbeat(integration.id));
    const heartbeat = read(Heartbeat, snapshot);
    if (heartbeat === undefined) return undefined;
    // Late since it was read above: the next ping tells its end.
    if (heartbeat.state === 'late' && known?.state !== 'late') return heartbeat;
    const after = pinged(heartbeat, snapshot.readTime.toMillis()).heartbeat;
    transaction.set(snapshot.ref, toStored(after));
    return after;
  });
}

/** Opens the incident of a heartbeat whose ping did not come, once; called by the sweep for those that are due. */
export async function callLate(heartbeatId: string): Promise<void> {
  const found = await at.heartbeat(heartbeatId).get();
  const known = read(Heartbeat, found);
  const integration = read(Integration, await at.integration(heartbeatId).get());
  const late = known === undefined ? null : lateAt(known, found.readTime.toMillis());
  if (known === undefined || integration === undefined || late === null) return;
  const { lateCount } = late.heartbeat;
  await tell(integration, late.report, `late.${lateCount}`);
  const pingedMeanwhile = await transact(async (transaction) => {
    const snapshot = await transaction.get(at.heartbeat(heartbeatId));
    const heartbeat = read(Heartbeat, snapshot);
    if (heartbeat === undefined) return undefined;
    if (heartbeat.dueAt === known.dueAt) {
      transaction.set(snapshot.ref, toStored(late.heartbeat));
      return undefined;
    }
    transaction.set(snapshot.ref, toStored({ ...heartbeat, lateCount }));
    return heartbeat.state === 'alive' ? heartbeat : undefined;
  });
  if (pingedMeanwhile !== undefined) await tell(integration, pinged({ ...pingedMeanwhile, state: 'late' }, Date.now()).report, `alive.${lateCount}`);
}

/** A report through the inbox, like any other alert's. */
async function tell(integration: Integration, report: HeartbeatReport | null, deliveryId: string): Promise<void> {
  const source = sourceOf('heartbeat');
  if (source === undefined || report === null) return;
  const parse = (assignedKey: string) => {
    const parsed = source.parse(report, { assignedKey, mapping: null });
    if (!parsed.ok) throw new Error(`a heartbeat's own report does not parse: ${JSON.stringify(parsed.issues)}`);
    return parsed;
  };
  await take({ integration, source, parse, raw: Buffer.from(JSON.stringify(report)), form: { contentType: 'application/json', query: null }, deliveryId });
}
