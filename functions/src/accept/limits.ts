import type { ParsedAlert } from '#domain/ingest/parsed';
import { defaultLimitPerMinute, type Integration } from '#domain/service/service';
import { db } from '../firebase';
import { idOf } from '../identity/identity';
import { at } from '../store/documents';

const minute = 60_000;
const counted = new Map<string, { since: number; requests: number }>();

/** Whether this request of the integration is beyond its limit for this minute. Counted by each instance for itself: a limit, not a meter. */
export function isBeyondLimit({ id, limitPerMinute }: Integration, now: number): boolean {
  const known = counted.get(id);
  const current = known === undefined || now - known.since >= minute ? { since: now, requests: 0 } : known;
  current.requests += 1;
  counted.set(id, current);
  if (counted.size > 1_000) for (const [key, { since }] of counted) if (now - since >= minute) counted.delete(key);
  return current.requests > (limitPerMinute ?? defaultLimitPerMinute);
}

/** Seconds until the minute of this integration's count is over, for `Retry-After`. */
export function retryAfter({ id }: Integration, now: number): number {
  const known = counted.get(id);
  return known === undefined ? 1 : Math.max(1, Math.ceil((known.since + minute - now) / 1_000));
}

/**
 * Whether everything in this request only repeats what fires in an open incident: such a request may be refused for now. What could page is never refused: what fires
 * again after its end, or in an incident that is closed, whose key is only left over.
 */
export async function onlyRepeats(integration: Integration, alerts: readonly ParsedAlert[]): Promise<boolean> {
  if (alerts.length === 0 || alerts.length > 100 || alerts.some(({ status }) => status !== 'firing')) return false;
  const dedupKeys = [...new Set(alerts.map(({ dedupKey }) => dedupKey))];
  const keys = await db().getAll(...dedupKeys.map((dedupKey) => at.open(idOf('open', 'dedup', integration.id, dedupKey))));
  if (!keys.every(({ exists }) => exists)) return false;
  const places = keys.map((key, index) => {
    const alertId: unknown = key.get('alertId');
    return { incidentId: String(key.get('incidentId')), alertId: typeof alertId === 'string' ? alertId : idOf('alert', integration.id, dedupKeys[index] ?? '') };
  });
  const [incidents, known] = await Promise.all([
    db().getAll(...[...new Set(places.map(({ incidentId }) => incidentId))].map(at.incident)), db().getAll(...places.map(({ incidentId, alertId }) => at.alert(incidentId, alertId))),
  ]);
  return incidents.every((incident) => ['triggered', 'acknowledged'].includes(String(incident.get('status')))) && known.every((alert) => alert.exists && alert.get('status') !== 'resolved');
}
