import type { ParsedAlert } from '#domain/ingest/parsed';
import { defaultLimitPerMinute, type Integration } from '#domain/service/service';
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

/** Whether everything in this request only repeats what is open: such a request may be refused for now. What could page is never refused. */
export async function onlyRepeats(integration: Integration, alerts: readonly ParsedAlert[]): Promise<boolean> {
  if (alerts.length === 0 || alerts.length > 100 || alerts.some(({ status }) => status !== 'firing')) return false;
  const keys = await Promise.all([...new Set(alerts.map(({ dedupKey }) => idOf('open', 'dedup', integration.id, dedupKey)))].map((id) => at.open(id).get()));
  return keys.every(({ exists }) => exists);
}
