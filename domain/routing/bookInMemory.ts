import type { Alert } from '../incident/alert';
import type { Incident, IncidentId } from '../incident/incident';
import type { Arrival } from '../incident/join';
import { turnOf } from '../incident/turn';
import type { Book, Folded } from '../ingest/fold';

/** What the store keeps between transactions, in memory: alerts, and which incident each key is open under, or was last. */
export function bookInMemory() {
  const openIds = new Map<string, IncidentId>();
  const recent = new Map<string, IncidentId>();
  const aliases = new Map<string, string>();
  const alerts = new Map<string, Alert>();
  const keysOf = new Map<IncidentId, Set<string>>();
  let drawn = 0;
  const pick = <T>(map: ReadonlyMap<string, T>, keys: Iterable<string>): Record<string, T> => {
    const picked: Record<string, T> = {};
    for (const key of keys) { const value = map.get(key); if (value !== undefined) picked[key] = value; }
    return picked;
  };

  return {
    newIncidentId: (): IncidentId => `INC-${String((drawn += 1)).padStart(6, '0')}`,
    /** What these arrivals may belong to. */
    read(arrivals: readonly Arrival[], open: ReadonlyMap<IncidentId, { incident: Incident }>): Book {
      const dedupIds = new Set(arrivals.flatMap(({ dedupOpenId, alias }) => (alias === null ? [dedupOpenId] : [dedupOpenId, alias.openId])));
      const groupIds = new Set(arrivals.flatMap(({ groupOpenId }) => groupOpenId ?? []));
      const found = pick(openIds, [...dedupIds, ...groupIds]);
      const last = pick(recent, dedupIds);
      const turns = Object.fromEntries(Object.values(found).flatMap((id) => { const one = open.get(id); return one === undefined ? [] : [[id, turnOf(one.incident)]]; }));
      const paths = arrivals.flatMap(({ alertId, dedupOpenId, alias, groupOpenId }) => {
        const ids = [alertId, alias?.alertId, ...[dedupOpenId, alias?.openId].map((id) => (id === undefined ? undefined : aliases.get(id)))];
        const places = [dedupOpenId, alias?.openId, groupOpenId].flatMap((id) => (id === undefined || id === null ? [] : [found[id], last[id]]));
        return places.flatMap((place) => (place === undefined ? [] : ids.flatMap((id) => (id === undefined ? [] : [`${place}/${id}`]))));
      });
      return { open: found, turns, recent: last, aliases: pick(aliases, dedupIds), alerts: pick(alerts, paths) };
    },
    write(folded: Folded): void {
      for (const [path, alert] of Object.entries(folded.alerts)) alerts.set(path, alert);
      for (const [key, alertId] of Object.entries(folded.aliases)) aliases.set(key, alertId);
      for (const [key, id] of Object.entries(folded.opened)) {
        openIds.set(key, id);
        const keys = keysOf.get(id) ?? new Set();
        keysOf.set(id, keys.add(key));
      }
    },
    /** Frees the keys of an incident that is over, and remembers them. */
    keep({ id, status }: Incident): void {
      if (status !== 'resolved') return;
      for (const key of keysOf.get(id) ?? []) {
        if (openIds.get(key) !== id) continue;
        openIds.delete(key);
        recent.set(key, id);
      }
      keysOf.delete(id);
    },
  };
}
