import { logger } from 'firebase-functions';
import type { ServiceChange } from '#domain/change/change';
import type { Action, Result } from '#domain/ingest/fold';
import type { ParsedAlert, ParsedRequest, Source } from '#domain/ingest/parsed';
import { rulesIdOf } from '#domain/routing/rule';
import type { Integration } from '#domain/service/service';
import { idOf, newId } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { createEvent, kept, keptResults, StoredEvent } from '../store/event';
import type { BodyForm } from './body';
import { isInBurst, lookAgain } from './burst';
import { whileHearing } from './decisions';
import { drain, drainAndAwait, takeLease } from './drain';
import { inTurn } from './inTurn';

/** How long (ms) a sender waits for what became of its alerts before it is told `accepted`. */
const patience = 2_000;

/** A well-formed request under a valid key. `deliveryId`: the sender's own id of it, the same at every resend. */
export type Incoming = {
  integration: Integration; source: Source; parse: (eventId: string) => ParsedRequest; raw: Buffer; form: BodyForm; deliveryId: string | null;
};
/** `dedupKeys`: of its alerts, as their source names them; a rule may have made others of them. */
export type Taken = { eventId: string; dedupKeys: readonly string[]; results: StoredEvent['results'] };

/**
 * Durable first: one create. Then the drain, for up to 2 s, and one result per alert. A request that was taken before, by its delivery id, is answered
 * as it was then.
 */
export async function take({ integration, source, parse, raw, form, deliveryId }: Incoming): Promise<Taken> {
  const receivedAt = Date.now();
  const eventId = eventIdOf(integration, deliveryId, receivedAt);
  const { alerts, test, changes, handshake } = parse(eventId);
  if (alerts.length === 0 && changes.length === 0 && handshake === null) return { eventId, dedupKeys: [], results: [] };
  const dedupKeys = alerts.map(({ dedupKey }) => dedupKey);
  const isDecided = test || alerts.length === 0;
  const drainId = await drainOf(integration, alerts);
  const ignored = kept(alerts.map(({ dedupKey }) => ({ dedupKey, action: 'ignored' satisfies Action, incidentId: null })));
  const stored = changes.map((change, index): ServiceChange => ({
    ...change, id: idOf('change', eventId, index), serviceId: integration.serviceId, integrationId: integration.id, source: source.name,
    changedAt: change.changedAt ?? receivedAt, receivedAt, expireAt: receivedAt + 90 * 24 * 60 * 60 * 1000,
  }));
  const { leasing } = await inTurn(integration.id, async () => {
    // The lease is asked for while the event is being made durable: a page leaves a round trip earlier. Not before its turn: others would wait for whoever waits.
    const leasing = isDecided || isInBurst(drainId) ? undefined : takeLease(drainId);
    // Without a handler of its own until it is awaited below, its failure would end the process.
    leasing?.catch(() => undefined);
    await createEvent({
      id: eventId, source: source.name, integrationId: integration.id, serviceId: integration.serviceId, drainId, receivedAt,
      kind: kindOf({ alerts, test, changes }), headline: alerts[0]?.title ?? changes[0]?.title ?? handshake?.kind ?? '', ...form,
      alertCount: isDecided ? 0 : alerts.length, results: isDecided ? ignored : [],
    }, raw, stored).catch((error: unknown) => {
      if (deliveryId !== null && isAlreadyThere(error)) return;
      // Not durable, so not accepted; but others may have left theirs to the holder of this lease.
      if (leasing !== undefined) void drain(drainId, leasing).catch((failure: unknown) => logger.error(`drain ${drainId}`, failure));
      throw error;
    });
    return { leasing };
  });
  if (isDecided) return { eventId, dedupKeys, results: ignored };
  if (leasing === undefined) lookAgain(drainId, drain);
  const results = leasing === undefined ? undefined : await whileHearing(eventId, (heard) => drainAndAwait(drainId, leasing, heard, () => decisionOf(eventId), patience)).catch(() => undefined);
  return {
    eventId, dedupKeys,
    results: alerts.map(({ dedupKey }, index) => results?.[index] ?? { dedupKey, action: 'accepted' satisfies Action, incidentId: null } satisfies Result),
  };
}

/** The same delivery, the same event; else a new one that sorts by time. */
export const eventIdOf = (integration: Integration, deliveryId: string | null, receivedAt: number): string =>
  (deliveryId === null ? newId(receivedAt) : idOf('event', integration.id, deliveryId));

function kindOf({ alerts, test, changes }: Pick<ParsedRequest, 'alerts' | 'test' | 'changes'>): StoredEvent['kind'] {
  if (test) return 'test';
  if (alerts.length > 0) return 'alerts';
  return changes.length > 0 ? 'change' : 'handshake';
}

/**
 * Who decides: the alerts' common group by itself, so that groups do not wait for each other. Where rules or the service put alerts together, the whole
 * service in one drain, for two drains that write one incident hold each other up.
 */
async function drainOf(integration: Integration, alerts: readonly ParsedAlert[]): Promise<string> {
  const { services, rules } = await configuration();
  const hasRules = [{ kind: 'integration', id: integration.id } as const, { kind: 'service', id: integration.serviceId } as const]
    .some((scope) => (rules[rulesIdOf(scope)]?.rules.length ?? 0) > 0);
  if (hasRules || (services[integration.serviceId]?.grouping.by ?? 'source') !== 'source') return idOf('drain', 'service', integration.serviceId);
  const groups = new Set(alerts.map(({ groupKey, dedupKey }) => groupKey ?? dedupKey));
  const [only] = groups;
  return groups.size === 1 && only !== undefined ? idOf('drain', integration.id, only) : idOf('drain', integration.id);
}

async function decisionOf(eventId: string): Promise<StoredEvent['results'] | undefined> {
  const event = read(StoredEvent, await at.event(eventId).get());
  if (event === undefined) return undefined;
  return event.state === 'decided' || event.decidedCount >= keptResults ? event.results : undefined;
}

/** gRPC's ALREADY_EXISTS. */
const isAlreadyThere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 6;
