import { advance } from './escalation/advance';
import type { Alert } from './incident/alert';
import type { Decision, Who } from './incident/decision';
import type { Incident } from './incident/incident';
import type { Arrival } from './incident/join';
import { merge, mergedAlerts, type Merging } from './incident/merge';
import type { OpeningFacts } from './incident/open';
import { type Turn, turnOf } from './incident/turn';
import { fold, type Folded, type GroupEnd } from './ingest/fold';

/**
 * What the store does around the domain, in memory and for tests: it remembers incidents, alerts and open keys between batches, frees the
 * keys of a resolved incident, and gives those of a reopened one back where nobody else has them.
 */
export function sampleInbox(facts: OpeningFacts) {
  const incidents = new Map<string, Incident>();
  const alerts = new Map<string, Alert>();
  const openKeys = new Map<string, string>();
  const recent = new Map<string, string>();
  const aliases = new Map<string, string>();
  let drawn = 0;
  const newIncidentId = () => `INC-${String((drawn += 1)).padStart(6, '0')}`;

  const alertsOf = (id: string) => [...alerts].filter(([path]) => path.startsWith(`${id}/`)).map(([, alert]) => alert);
  const keep = (incident: Incident) => {
    const before = incidents.get(incident.id);
    incidents.set(incident.id, incident);
    if (incident.status === 'resolved') {
      for (const [key, id] of openKeys) {
        if (id !== incident.id) continue;
        openKeys.delete(key);
        recent.set(key, id);
      }
    } else if (before?.status === 'resolved') {
      for (const key of alertsOf(incident.id).flatMap(({ openIds }) => openIds)) if (!openKeys.has(key)) openKeys.set(key, incident.id);
    }
  };
  const incident = (id: string): Incident => {
    const found = incidents.get(id);
    if (found === undefined) throw new Error(`no incident ${id} among ${[...incidents.keys()].join(', ')}`);
    return found;
  };

  return {
    incident, alertsOf,
    incidents: () => [...incidents.values()],
    openKeys: () => new Map(openKeys),
    /** Decides arrivals as one batch. */
    receive(batch: Arrival | readonly (Arrival | GroupEnd)[], now: number): Folded {
      const arrivals = ('parsed' in batch ? [batch] : batch).map((one) => ({ ...one, service: facts.service, policy: facts.policy }));
      const turns = Object.fromEntries([...incidents].filter(([, { status }]) => status !== 'resolved').map(([id, one]) => [id, turnOf(one)]));
      const folded = fold(arrivals, {
        open: Object.fromEntries(openKeys), turns, alerts: Object.fromEntries(alerts), recent: Object.fromEntries(recent), aliases: Object.fromEntries(aliases),
      }, facts, newIncidentId, now);
      // A key that is claimed anew means what it says now.
      for (const key of Object.keys(folded.opened)) aliases.delete(key);
      for (const [key, alertId] of Object.entries(folded.aliases)) aliases.set(key, alertId);
      for (const [path, alert] of Object.entries(folded.alerts)) alerts.set(path, alert);
      for (const [key, id] of Object.entries(folded.opened)) openKeys.set(key, id);
      for (const turn of Object.values(folded.turns)) keep(turn.incident);
      return folded;
    },
    /** Commits what a command decides about an incident. */
    command(id: string, decide: (incident: Incident) => Decision): Decision {
      const decision = decide(incident(id));
      if (decision.kind === 'done') keep(decision.turn.incident);
      return decision;
    },
    /** Merges one incident into another: its alerts are copied there, and its open keys lead there from now on. */
    merge(fromId: string, intoId: string, who: Who, now: number): Merging {
      const [gone, own] = [alertsOf(fromId), alertsOf(intoId)];
      const shared = gone.flatMap((from) => own.filter(({ id }) => id === from.id).map((into) => ({ from, into })));
      const merging = merge(incident(fromId), incident(intoId), who, facts, now, shared);
      if (merging.kind !== 'done') return merging;
      for (const alert of mergedAlerts(gone, own)) alerts.set(`${intoId}/${alert.id}`, alert);
      for (const [key, id] of openKeys) if (id === fromId) openKeys.set(key, intoId);
      keep(merging.from.incident);
      keep(merging.into.incident);
      return merging;
    },
    /** Wakes an incident. */
    wake(id: string, now: number): Turn {
      const turn = advance(incident(id), facts, now);
      keep(turn.incident);
      return turn;
    },
  };
}
export type SampleInbox = ReturnType<typeof sampleInbox>;
