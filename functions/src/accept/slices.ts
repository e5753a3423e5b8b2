import type { Transaction } from 'firebase-admin/firestore';
import type { Arrival } from '#domain/incident/join';
import type { GroupEnd } from '#domain/ingest/fold';
import type { ParsedAlert, ParsedRequest } from '#domain/ingest/parsed';
import { sourceOf } from '#domain/ingest/sources';
import { arrive, type Ground, groundIn, openIdOfSourceGroup } from '#domain/routing/arrive';
import { idOf } from '../identity/identity';
import { type Configuration, configuration } from '../store/configuration';
import { bodyOf, type StoredEvent } from '../store/event';
import { decodeBody } from './body';
import { countsBefore, type Counted } from './ruleCounts';
import { withWindowsNow } from './windowsNow';

/** Alerts of one transaction, and what they may say (bytes), which an incident of its own says again: this stays below Firestore's 10 MiB per commit. */
export const alertsAtOnce = 300;
const bytesAtOnce = 2_500_000;

/** The next alerts of an event in one transaction, from where the last one stopped. */
export type Slice = { event: StoredEvent; ground: Ground; arrivals: Arrival[]; from: number; ended: GroupEnd | undefined };

/** What decides about an integration's alerts, no older than it has to be. */
export async function groundOf(integrationId: string, remembered: Configuration): Promise<{ ground: Ground; configured: Configuration }> {
  const known = groundIn(integrationId, remembered);
  if (known !== undefined) return { ground: known, configured: remembered };
  const configured = await configuration(true);
  const ground = groundIn(integrationId, configured);
  if (ground === undefined) throw new Error(`integration ${integrationId}, its service or its policy does not exist`);
  return { ground, configured };
}

/**
 * The next alerts of these events, `alertsAtOnce` at most in all, classified in the order of their events: a slice per event, from where the
 * last batch stopped. `counts`: of rules that count, before and after, to be written in the same transaction.
 */
export async function slicesOf(transaction: Transaction, events: readonly StoredEvent[], remembered: Configuration): Promise<{ slices: Slice[]; counts: { before: Counted; after: Counted }; configured: Configuration }> {
  const slices: Slice[] = [];
  let room = alertsAtOnce;
  let bytes = bytesAtOnce;
  let configured = await withWindowsNow(transaction, remembered, events.map(({ receivedAt }) => receivedAt));
  let before: Counted = {};
  let after: Counted = {};
  for (const event of events) {
    if (room <= 0) break;
    const grounded = await groundOf(event.integrationId, configured);
    configured = grounded.configured;
    const { ground } = grounded;
    const parsed = await parsedAgain(event, ground);
    const waiting = parsed.alerts.slice(event.decidedCount, event.decidedCount + room);
    const alerts = waiting.filter((alert, index) => {
      bytes -= Buffer.byteLength(JSON.stringify(alert));
      return bytes > 0 || (index === 0 && slices.length === 0);
    });
    if (alerts.length === 0 && waiting.length > 0) break;
    room -= alerts.length;
    before = await countsBefore(transaction, ground.rules, before);
    after = { ...before, ...after };
    const arrivals: Arrival[] = [];
    for (const alert of alerts) {
      const { arrival, counts } = arrive(alert, ground, configured, after, event.receivedAt, idOf);
      after = counts;
      arrivals.push(arrival);
    }
    const isLast = event.decidedCount + alerts.length >= event.alertCount;
    slices.push({ event, ground, arrivals, from: event.decidedCount, ended: isLast ? endOf(parsed, event, ground, configured) : undefined });
  }
  return { slices, counts: { before, after }, configured };
}

function endOf({ groupEnded }: ParsedRequest, event: StoredEvent, { integration, service }: Ground, { policies }: Configuration): GroupEnd | undefined {
  const policy = policies[service.policyId];
  const groupOpenId = groupEnded === null ? null : openIdOfSourceGroup(groupEnded.groupKey, service, idOf);
  if (groupEnded === null || groupOpenId === null || policy === undefined) return undefined;
  return { endedGroup: { groupOpenId, endedAt: groupEnded.endedAt }, receivedAt: event.receivedAt, integration, service, policy };
}

/**
 * The event read again. It was accepted once, so it parsed once: where a parser or a mapping has become stricter meanwhile, what was answered with 2xx
 * still pages somebody, as an alert that says so.
 */
export async function parsedAgain(event: StoredEvent, { integration }: Pick<Ground, 'integration'>): Promise<ParsedRequest> {
  const hints = { assignedKey: event.id, mapping: integration.mapping };
  const read = await decodeBody(await bodyOf(event), event).then((body) => sourceOf(event.source)?.parse(body, hints), () => undefined);
  if (read?.ok === true) return read;
  const alert: ParsedAlert = {
    dedupKey: event.id, groupKey: null, status: 'firing', title: `An event from ${integration.name} can't be read any more`,
    description: 'It was accepted, and its source or its field mapping was changed since. Look at it among the events of the integration.', severityWord: null, name: null,
    service: null, startedAt: null, endedAt: null, links: [], labels: {},
  };
  return { ok: true, alerts: [alert], truncated: 0, groupEnded: null, test: false, changes: [], handshake: null };
}
