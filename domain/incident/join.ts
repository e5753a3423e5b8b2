import { endHold, hold, holdAtMost, isHeld, startEpisode } from '../escalation/paging';
import type { EscalationPolicy } from '../escalation/policy';
import type { PagingFacts } from '../escalation/targets';
import type { ParsedAlert } from '../ingest/parsed';
import { DAY, HOUR, type Instant, MINUTE } from '../time/instant';
import { withSeverity, worseOf } from './adjust';
import type { Alert } from './alert';
import { ended, ownerOf, watched } from './finish';
import { firedAgain, flapped, flappingOf, waitForQuiet } from './flap';
import type { Incident } from './incident';
import type { Routing } from './open';
import { isWorse, type Severity, type SeverityPolicy, urgencyOf } from './severity';
import { workedOn } from './worked';
import type { Service } from '../service/service';
import { inSupportHours } from '../service/supportHours';
import { taken } from './take';
import type { Change } from './timeline';
import { andThen, type Turn } from './turn';

/** One alert as it arrived: parsed, its severity under the policy, and the alert of the same dedup key that the incident already has. */
export type Arrival = {
  alertId: string; parsed: ParsedAlert; severity: Severity; receivedAt: Instant;
  integration: { id: string; name: string };
  /** Where it is routed: the integration's service, or the one that a rule names. */
  service: Service; policy: EscalationPolicy;
  /**
   * Ids in `open/` of its dedup key, and of its group where it has one. `alias`: the key that its source sent, and the alert that it means by itself,
   * where a rule made another key of it: a later resolve may carry nothing but that.
   */
  dedupOpenId: string; alias: { openId: string; alertId: string } | null; groupOpenId: string | null;
  /** Only an incident triggered less than so many ms ago is its group's. */
  groupWithin: number | null;
  routing: Routing;
  /** Who says that it must not page, where it would be new; null: nobody. */
  suppressedBy: string | null;
  /** A resolve that nobody sent: its whole group ended. */
  impliedEnd?: true;
};
/** What decides about alerts of open incidents. */
export type JoiningFacts = PagingFacts & { severities: SeverityPolicy };
export type Joining = { turn: Turn; alert: Alert | undefined; action: 'grouped' | 'deduplicated' | 'acknowledged' | 'resolved' | 'ignored' };

/** An acknowledge this old takes no new alerts: the next one opens a linked incident. */
export const closedToNewAlertsAfter = DAY;

/** Whether a newly firing alert may still join this incident. */
export function takesNewAlerts(incident: Incident, now: Instant): boolean {
  if (incident.status === 'resolved') return false;
  return incident.status !== 'acknowledged' || now - incident.owner.at < closedToNewAlertsAfter;
}

/** Whether this arrival would count as newly firing: unknown so far, or firing again after its resolve. */
export function isNewlyFiring(known: Alert | undefined, arrival: Arrival): boolean {
  return arrival.parsed.status === 'firing' && (known === undefined || (known.status === 'resolved' && !isLate(known, arrival)));
}

/** The `open/` id of the key that its source sent, whatever a rule made of it. */
const sentOpenId = ({ alias, dedupOpenId }: Pick<Arrival, 'alias' | 'dedupOpenId'>): string => alias?.openId ?? dedupOpenId;

/** An alert arrives at an open incident: what becomes of both ("Nothing is swallowed"). */
export function join(turn: Turn, known: Alert | undefined, arrival: Arrival, facts: JoiningFacts, now: Instant): Joining {
  switch (arrival.parsed.status) {
    case 'firing': return fire(turn, known, arrival, facts, now);
    case 'acknowledged': return acknowledgeFromSource(turn, known, arrival, facts, now);
    case 'resolved': return resolveFromSource(turn, known, arrival, facts, now);
    default: return arrival.parsed.status satisfies never;
  }
}

function fire(turn: Turn, known: Alert | undefined, arrival: Arrival, facts: JoiningFacts, now: Instant): Joining {
  const { parsed, severity } = arrival;
  if (known !== undefined && known.status === 'resolved' && isLate(known, arrival)) return { turn, alert: undefined, action: 'ignored' };
  const newly = isNewlyFiring(known, arrival);
  const rose = isWorse(severity, turn.incident.severity) && (known === undefined || newly || isWorse(severity, known.severity));
  const before = turn.incident;
  let next = andThen(turn, withAlert(before, known, arrival, newly));
  if (known === undefined && before.alertCounts.total > 0) next = andThen(next, next.incident, [joined(parsed.title)]);
  const reason = pagesAgain(before, known, arrival, { newly, rose }, now);
  // As loud as the loudest of its alerts: what a rule makes quiet stays so when it gets worse, and what nothing makes quiet is heard.
  const isLoud = (rose || newly) && (arrival.routing.urgency ?? urgencyOf(severity, facts.severities, inSupportHours(arrival.service, facts, now))) === 'high';
  const urgency = isLoud ? 'high' : before.urgency;
  if (rose || urgency !== before.urgency) next = withSeverity(next, rose ? worseOf(severity, before.severity) : before.severity, facts, now, urgency);
  const { holdUntil } = arrival.routing;
  const heldStill = isHeld(before) && (holdUntil === null || holdUntil <= now);
  if (heldStill && newly && isHeld(next.incident)) {
    next = endHold(next, 'joined', facts, now);
  } else if (newly && holdUntil !== null && isHeld(next.incident)) {
    next = holdAtMost(next, holdUntil);
  } else if (reason !== null) {
    const retriggered = andThen(next, next.incident, [{ type: 'retriggered', reason, title: parsed.title }]);
    next = holdUntil !== null && isCollected(before, arrival, now) ? hold(retriggered, holdUntil, now) : startEpisode(retriggered, facts, now);
  } else if (known === undefined && before.status === 'acknowledged') {
    next = tellOwner(next, arrival, now);
  }
  const alert = alertAfter(known, arrival, newly);
  if (newly) next = flapped(next, flappingOf(alert.firedAt, now));
  return { turn: next, alert, action: known === undefined ? 'grouped' : 'deduplicated' };
}

/** Whether this arrival and its incident were collected by the same maintenance window, which is on: whoever took it early is not paged before its end. */
function isCollected({ routedBy }: Incident, { routing }: Arrival, now: Instant): boolean {
  const by = routing.routedBy;
  return by?.by === 'maintenance' && routedBy?.by === 'maintenance' && by.id === routedBy.id && routing.holdUntil !== null && routing.holdUntil > now;
}

/** Why an incident that somebody has, or that is watched, pages again; null: it does not. */
function pagesAgain(
  incident: Incident, known: Alert | undefined, { parsed, service }: Arrival, { newly, rose }: { newly: boolean; rose: boolean }, now: Instant,
): Extract<Change, { type: 'retriggered' }>['reason'] | null {
  if (incident.status === 'monitoring') return newly ? 'firedWhileWatched' : null;
  if (incident.status !== 'acknowledged') return null;
  if (rose) return 'severityRose';
  if (!newly) return null;
  if (incident.snoozedUntil === null && incident.leaseUntil !== null && incident.leaseUntil <= now) return 'leaseRanOut';
  if (known !== undefined) return null;
  if (parsed.name !== null && !incident.alertNames.includes(parsed.name)) return 'newAlertName';
  if (!incident.alertServices.includes(parsed.service ?? service.id)) return 'newService';
  // A person who has it is told quietly; a source that acknowledged one of its alerts looks at no other.
  return incident.owner.userId === null ? 'nobodyToTell' : null;
}

/** Told at most once a minute: of ten thousand alerts that join, the owner needs to hear, not to be buried. The timeline has them all. */
function tellOwner(turn: Turn, { parsed, alertId }: Arrival, now: Instant): Turn {
  const { incident } = turn;
  if (incident.status !== 'acknowledged' || (incident.toldAt !== null && now - incident.toldAt < MINUTE)) return turn;
  const { owner } = incident;
  if (owner.userId === null) return turn;
  return andThen(turn, { ...incident, toldAt: now }, [{ type: 'ownerTold', name: owner.name, title: parsed.title }], [{
    kind: 'notice', what: 'alertJoined', to: { userId: owner.userId }, cause: `alert.${alertId}`,
    why: parsed.title, dueAt: now, expiresAt: now + HOUR,
  }]);
}

function acknowledgeFromSource(turn: Turn, known: Alert | undefined, arrival: Arrival, facts: JoiningFacts, now: Instant): Joining {
  if (known === undefined || known.status === 'resolved' || turn.incident.status !== 'triggered') return { turn, alert: undefined, action: 'ignored' };
  const holder = { userId: null, name: arrival.integration.name, at: now };
  const next = andThen(turn, taken(turn.incident, holder, facts.severities, now), [{ type: 'acknowledged' }]);
  return { turn: next, alert: { ...known, status: 'acknowledged', lastSeenAt: arrival.receivedAt }, action: 'acknowledged' };
}

function resolveFromSource(turn: Turn, known: Alert | undefined, arrival: Arrival, facts: JoiningFacts, now: Instant): Joining {
  const { parsed, receivedAt } = arrival;
  if (known === undefined || known.status === 'resolved' || isStale(known, arrival)) return { turn, alert: undefined, action: 'ignored' };
  const alert: Alert = { ...known, status: 'resolved', lastSeenAt: receivedAt, endedAt: parsed.endedAt, endedKey: arrival.impliedEnd === true ? null : sentOpenId(arrival) };
  const counts = turn.incident.alertCounts;
  const firing = Math.max(0, counts.firing - 1);
  let next = andThen(turn, { ...turn.incident, alertCounts: { ...counts, firing } }, [{ type: 'alertsResolved', count: 1, titles: [known.title] }]);
  const open = next.incident.status === 'triggered' || next.incident.status === 'acknowledged';
  if (firing === 0 && open) {
    if (next.incident.flapping !== null) next = waitForQuiet(next, now);
    else next = workedOn(next.incident) ? watched(next, ownerOf(next.incident), facts.severities, now) : ended(next, null, 'source', now);
  }
  return { turn: next, alert, action: 'resolved' };
}

/** Pairs and retries are late by minutes. What still says so after this long (ms) fires, whoever ended it: it must not be unheard for good. */
const lateWithin = HOUR;

/**
 * A firing report of the very run that this resolve has ended already: Alertmanager pairs and retries deliver such late. Of keys that a rule made one, only
 * of the key that ended: two of them have two runs.
 */
function isLate(known: Alert, arrival: Arrival): boolean {
  const { parsed, receivedAt } = arrival;
  if (receivedAt - known.lastSeenAt > lateWithin || (known.endedKey !== null && known.endedKey !== sentOpenId(arrival))) return false;
  return known.startedAt !== null && parsed.startedAt !== null && parsed.startedAt <= known.startedAt
    && known.endedAt !== null && parsed.startedAt < known.endedAt;
}

/**
 * A resolve older than the alert's last start; told by the source's clock alone, for two clocks can't be compared. Where the source tells no time, one that
 * came before the last report and was decided after it: they lay in two drains.
 */
function isStale(known: Alert, { parsed, receivedAt }: Arrival): boolean {
  if (known.startedAt === null || (parsed.startedAt === null && parsed.endedAt === null)) return receivedAt < known.lastSeenAt;
  return (parsed.endedAt !== null && parsed.endedAt < known.startedAt) || (parsed.startedAt !== null && parsed.startedAt < known.startedAt);
}

/** The incident counting one more report of an alert; `newly`: it was not firing before. */
export function withAlert(incident: Incident, known: Alert | undefined, { parsed, service }: Arrival, newly: boolean): Incident {
  const { firing, total, events } = incident.alertCounts;
  const append = (list: readonly string[], word: string | null) => (word === null || list.includes(word) ? [...list] : [...list, word].slice(-50));
  return {
    ...incident,
    // An incident that is called after this alert goes on being: "[FIRING:2] DiskFull".
    title: known !== undefined && incident.title === known.title ? parsed.title : incident.title,
    alertCounts: { firing: firing + (newly ? 1 : 0), total: total + (known === undefined ? 1 : 0), events: events + 1 },
    alertNames: append(incident.alertNames, parsed.name),
    alertServices: append(incident.alertServices, parsed.service ?? service.id),
    links: [...incident.links, ...parsed.links.filter(({ href }) => !incident.links.some((link) => link.href === href))].slice(0, 20),
  };
}

/** The alert's document after this report. */
export function alertAfter(known: Alert | undefined, arrival: Arrival, newly: boolean): Alert {
  const { alertId, parsed, severity, receivedAt, integration, service, dedupOpenId, alias, groupOpenId } = arrival;
  const { dedupKey, name, title, description, labels, links, startedAt } = parsed;
  const status = known?.status === 'acknowledged' ? 'acknowledged' : 'firing';
  return {
    id: alertId, integrationId: integration.id, serviceId: service.id, dedupKey, name, title, description, labels, links, severity, status,
    firstSeenAt: known?.firstSeenAt ?? receivedAt, lastSeenAt: receivedAt, startedAt: startedAt ?? known?.startedAt ?? null, endedAt: null, endedKey: null,
    count: (known?.count ?? 0) + 1, firedAt: newly ? firedAgain(known, receivedAt) : (known?.firedAt ?? []),
    openIds: [dedupOpenId, alias?.openId ?? null, groupOpenId].flatMap((id) => id ?? []),
  };
}

const joined = (title: string): Change => ({ type: 'alertsJoined', count: 1, titles: [title] });
