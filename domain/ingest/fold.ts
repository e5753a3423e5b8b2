import type { Alert } from '../incident/alert';
import type { IncidentId } from '../incident/incident';
import { alertAfter, type Arrival, isNewlyFiring, join, type JoiningFacts, takesNewAlerts, withAlert } from '../incident/join';
import { amend } from '../incident/amend';
import { firedAgain, flapped, flappingOf } from '../incident/flap';
import { noRouting, open } from '../incident/open';
import type { Change } from '../incident/timeline';
import { andThen, type Turn } from '../incident/turn';
import { recipientOf } from '../notification/notification';
import type { Instant } from '../time/instant';
import type { ParsedAlert } from './parsed';

/** What the deciding transaction has read: the open incidents that these alerts may belong to. Keys are ids of `open/`. */
export type Book = {
  open: Readonly<Record<string, IncidentId>>;
  turns: Readonly<Record<IncidentId, Turn>>;
  /** By `incidentId/alertId`. */
  alerts: Readonly<Record<string, Alert>>;
  /** Of a dedup key that is open no more, its last incident: a late report of that run, and flapping, are told by the alert there. */
  recent: Readonly<Record<string, IncidentId>>;
  /** Of a key that a rule made another of: the alert that it means. */
  aliases: Readonly<Record<string, string>>;
};
/** Nothing of this group fires any more, as of `endedAt` (the source's clock): what still counts as firing has ended unheard. */
export type GroupEnd = { endedGroup: { groupOpenId: string; endedAt: Instant }; receivedAt: Instant } & Pick<Arrival, 'integration' | 'service' | 'policy'>;
export type Action = 'triggered' | 'grouped' | 'deduplicated' | 'acknowledged' | 'resolved' | 'suppressed' | 'ignored' | 'accepted';
export type Result = { dedupKey: string; action: Action; incidentId: IncidentId | null };
export type Folded = {
  turns: Record<IncidentId, Turn>; alerts: Record<string, Alert>; opened: Record<string, IncidentId>; results: Result[];
  /** Of the opened keys, those that mean an alert of another key. */
  aliases: Record<string, string>;
};

/**
 * Decides a batch of arrivals in order. Each goes to the open incident of its dedup key, else of its group, else (firing) opens one; an
 * incident acknowledged for a day takes no new alerts, so those open one linked to it. `newIncidentId` mints the ids.
 */
export function fold(arrivals: readonly (Arrival | GroupEnd)[], book: Book, facts: JoiningFacts, newIncidentId: () => IncidentId, now: Instant): Folded {
  const turns = { ...book.turns };
  const openIds = { ...book.open };
  const folded: Folded = { turns: {}, alerts: {}, opened: {}, results: [], aliases: {} };
  const isOpen = (incidentId: IncidentId) => turns[incidentId] !== undefined && turns[incidentId].incident.status !== 'resolved';
  const knownIn = (incidentId: IncidentId, alertId: string) => folded.alerts[`${incidentId}/${alertId}`] ?? book.alerts[`${incidentId}/${alertId}`];
  const aliasOf = (openId: string) => folded.aliases[openId] ?? book.aliases[openId];
  const knownBy = (openId: string, alertId: string) => {
    const incidentId = openIds[openId];
    return incidentId === undefined || !isOpen(incidentId) ? undefined : knownIn(incidentId, alertId);
  };
  /** The alert of another key that this one means, while that is open: what it meant in a run that is over binds nobody. */
  const meant = (openId: string): string | undefined => {
    const alertId = aliasOf(openId);
    return alertId === undefined || knownBy(openId, alertId) === undefined ? undefined : alertId;
  };
  const takes = (incidentId: IncidentId, seen: Arrival) => {
    const turn = turns[incidentId];
    return turn !== undefined && (takesNewAlerts(turn.incident, now) || !isNewlyFiring(knownIn(incidentId, seen.alertId), seen));
  };

  for (const arrival of arrivals) {
    if ('endedGroup' in arrival) {
      const { groupOpenId } = arrival.endedGroup;
      const id = openIds[groupOpenId];
      const before = id === undefined ? undefined : turns[id];
      if (id === undefined || before === undefined || !isOpen(id)) continue;
      let next = before;
      for (const resolve of unheard(arrival, id, { ...book.alerts, ...folded.alerts })) {
        const joining = join(next, resolve.known, resolve.arrival, facts, now);
        if (joining.alert === undefined) continue;
        next = joining.turn;
        folded.alerts[`${id}/${joining.alert.id}`] = joining.alert;
      }
      turns[id] = next;
      if (next !== before) folded.turns[id] = next;
      continue;
    }
    const { parsed, groupOpenId } = arrival;
    // What is open under the key that its source sent stays there: the rule is newer, or counts from the third. And what ends or amends may know only that.
    const isOwn = arrival.alias !== null && knownBy(arrival.alias.openId, arrival.alias.alertId) !== undefined && meant(arrival.alias.openId) === undefined;
    const isEnd = parsed.status !== 'firing' || parsed.amends !== undefined;
    const bySent = arrival.alias !== null && (isOwn || (isEnd && openIds[arrival.dedupOpenId] === undefined)) ? arrival.alias : null;
    const { openId: dedupOpenId, alertId: ownAlertId } = bySent ?? { openId: arrival.dedupOpenId, alertId: arrival.alertId };
    const alertId = meant(dedupOpenId) ?? ownAlertId;
    const byDedup = openIds[dedupOpenId];
    const byGroup = groupOpenId === null ? undefined : openIds[groupOpenId];
    const last = byDedup ?? book.recent[dedupOpenId];
    const ended = last === undefined || isOpen(last) ? undefined : knownIn(last, aliasOf(dedupOpenId) ?? ownAlertId);
    if (last !== undefined && ended?.status === 'resolved' && parsed.status === 'firing' && !isNewlyFiring(ended, arrival)) {
      // A late report of a run whose end closed the incident would page for what nobody will resolve again.
      folded.results.push({ dedupKey: parsed.dedupKey, action: 'ignored', incidentId: last });
      continue;
    }
    if (parsed.amends !== undefined) {
      const turn = byDedup === undefined ? undefined : turns[byDedup];
      const known = byDedup === undefined ? undefined : knownIn(byDedup, alertId);
      const amended = turn === undefined || known === undefined || byDedup === undefined || !isOpen(byDedup) ? undefined : amend(turn, known, arrival, parsed.amends, facts, now);
      if (amended !== undefined && byDedup !== undefined) {
        turns[byDedup] = amended.turn;
        folded.turns[byDedup] = amended.turn;
        folded.alerts[`${byDedup}/${alertId}`] = amended.alert;
      }
      folded.results.push({ dedupKey: parsed.dedupKey, action: amended === undefined ? 'ignored' : 'deduplicated', incidentId: amended === undefined ? null : (byDedup ?? null) });
      continue;
    }
    const own = byDedup === undefined ? undefined : knownIn(byDedup, alertId);
    const ownOpenId = alertId === ownAlertId ? undefined : own?.openIds[0];
    const seen: Arrival = {
      ...arrival, alertId, dedupOpenId: ownOpenId ?? dedupOpenId, parsed: { ...parsed, dedupKey: own?.dedupKey ?? parsed.dedupKey },
      alias: ownOpenId !== undefined ? { openId: dedupOpenId, alertId } : bySent === null ? arrival.alias : null,
    };
    const isKnown = byDedup !== undefined && isOpen(byDedup) && takes(byDedup, seen);
    if (arrival.suppressedBy !== null && parsed.status === 'firing' && !isKnown) {
      folded.results.push({ dedupKey: parsed.dedupKey, action: 'suppressed', incidentId: null });
      continue;
    }
    const inTime = byGroup !== undefined && (arrival.groupWithin === null || now - (turns[byGroup]?.incident.clocks.triggeredAt ?? 0) <= arrival.groupWithin);
    const candidates = [byDedup, inTime ? byGroup : undefined].filter((id) => id !== undefined).filter(isOpen);
    const incidentId = candidates.find((id) => takes(id, seen)) ?? candidates[0];
    const turn = incidentId === undefined ? undefined : turns[incidentId];
    const known = incidentId === undefined ? undefined : knownIn(incidentId, alertId);

    const keep = (id: IncidentId, next: Turn, alert: Alert | undefined) => {
      turns[id] = next;
      folded.turns[id] = next;
      if (alert !== undefined) folded.alerts[`${id}/${alertId}`] = alert;
    };
    const claim = (id: IncidentId, ...keys: (string | null)[]) => {
      const { alias } = seen;
      const isNewAlias = alias !== null && (openIds[alias.openId] !== id || meant(alias.openId) !== alertId);
      if (isNewAlias) folded.aliases[alias.openId] = alertId;
      for (const openId of isNewAlias ? [...keys, alias.openId] : keys) {
        if (openId === null || (openIds[openId] === id && openId !== alias?.openId)) continue;
        openIds[openId] = id;
        folded.opened[openId] = id;
      }
    };

    if (incidentId !== undefined && turn !== undefined && takes(incidentId, seen)) {
      const joining = join(turn, known, seen, facts, now);
      if (joining.action !== 'ignored') keep(incidentId, joining.turn, joining.alert);
      if (joining.action === 'grouped') claim(incidentId, seen.dedupOpenId, groupOpenId);
      // Its end has to find it here: by its own key, and by each key that a rule made this one of.
      else if (joining.action === 'deduplicated') claim(incidentId, seen.dedupOpenId);
      folded.results.push({ dedupKey: parsed.dedupKey, action: joining.action, incidentId });
    } else if (parsed.status === 'firing') {
      const id = newIncidentId();
      const opened = open({
        id, title: parsed.title, description: parsed.description, severity: arrival.severity, type: 'other', links: parsed.links,
        startedAt: parsed.startedAt, detectedAt: arrival.receivedAt, linkedTo: incidentId ?? null, declaredBy: null, routing: arrival.routing,
      }, { ...facts, service: arrival.service, policy: arrival.policy }, now);
      const alert = { ...alertAfter(undefined, seen, true), firedAt: firedAgain(ended, arrival.receivedAt) };
      keep(id, flapped(andThen(opened, withAlert(opened.incident, undefined, arrival, true)), flappingOf(alert.firedAt, now)), alert);
      claim(id, seen.dedupOpenId, groupOpenId);
      folded.results.push({ dedupKey: parsed.dedupKey, action: 'triggered', incidentId: id });
    } else {
      folded.results.push({ dedupKey: parsed.dedupKey, action: 'ignored', incidentId: null });
    }
  }
  for (const [id, turn] of Object.entries(folded.turns)) folded.turns[id] = { ...turn, changes: merged(turn.changes), requests: stillWanted(turn) };
  return folded;
}

/**
 * What a batch asks to be told, at its end: no page for an incident that was taken or ended within the batch, and of two episodes that page
 * the same person from the same step only the last, for both would be one notification.
 */
function stillWanted({ incident, requests }: Turn): Turn['requests'] {
  const key = (request: Turn['requests'][number]) => JSON.stringify([request.kind, recipientOf(request), request.cause, request.link?.rule]);
  return requests.filter((request, index) =>
    (request.kind !== 'page' || incident.status === 'triggered') && requests.findLastIndex((other) => key(other) === key(request)) === index);
}

/**
 * The resolves that an ended group implies: of its alerts that still count as firing, unless they started after that end. Of its own integration: two
 * Alertmanagers that report on one service may call their groups the same.
 */
function unheard({ endedGroup, receivedAt, integration, service, policy }: GroupEnd, incidentId: IncidentId, alerts: Readonly<Record<string, Alert>>): { known: Alert; arrival: Arrival }[] {
  const { groupOpenId, endedAt } = endedGroup;
  return Object.entries(alerts).flatMap(([path, known]) => {
    const isOfGroup = path === `${incidentId}/${known.id}` && known.integrationId === integration.id && known.openIds.includes(groupOpenId);
    if (!isOfGroup || known.status === 'resolved' || known.lastSeenAt > receivedAt || (known.startedAt ?? 0) > endedAt) return [];
    const { id: alertId, dedupKey, title, description, name, severity, startedAt, links, labels } = known;
    const parsed: ParsedAlert = {
      dedupKey, groupKey: null, status: 'resolved', title, description, name, severityWord: null, service: null, startedAt, endedAt, links, labels,
    };
    return [{
      known, arrival: {
        alertId, parsed, severity, receivedAt, integration, service, policy, dedupOpenId: known.openIds[0] ?? '', alias: null, groupOpenId,
        groupWithin: null, routing: noRouting, suppressedBy: null, impliedEnd: true,
      },
    }];
  });
}

/** Joins and resolves of one commit as one line each: a burst must not write a novel into the timeline. */
function merged(changes: readonly Change[]): Change[] {
  return changes.reduce<Change[]>((all, change) => {
    const at = all.findIndex(({ type }) => type === change.type);
    const same = all[at];
    if (same === undefined || (change.type !== 'alertsJoined' && change.type !== 'alertsResolved')) return [...all, change];
    if (same.type !== 'alertsJoined' && same.type !== 'alertsResolved') return [...all, change];
    return all.with(at, { ...same, count: same.count + change.count, titles: [...same.titles, ...change.titles].slice(0, 5) });
  }, []);
}
