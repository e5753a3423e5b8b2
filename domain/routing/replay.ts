import { advance } from '../escalation/advance';
import type { PagingFacts } from '../escalation/targets';
import type { Incident, IncidentId } from '../incident/incident';
import { acknowledge } from '../incident/take';
import type { Turn } from '../incident/turn';
import { fold } from '../ingest/fold';
import { DAY, type Instant, MINUTE, SECOND } from '../time/instant';
import { agenda } from './agenda';
import { arrive, type Classifying, type Ground, type IdOf } from './arrive';
import { bookInMemory } from './bookInMemory';
import type { RuleCounts } from './classify';
import type { StoredAlert } from './tested';

/** A stored alert, and what its integration's alerts are decided by. */
export type Replayable = StoredAlert & { ground: Ground };

/** The alerts of an incident that somebody closed at `at` (ms since epoch): their keys as their source sent them, `integrationId/dedupKey`. */
export type Closing = { at: Instant; keys: readonly string[] };

/** What became of stored alerts. Times in ms since epoch. */
export type Replayed = {
  opened: number; suppressed: number;
  /** The first page of each episode, when it is due: of a low urgency in the morning, and only where nothing has ended it by then. */
  pages: { at: Instant; incidentId: IncidentId }[];
  /** Which incident each firing alert went to; `key` as its source sent it, `integrationId/dedupKey`. */
  joins: { at: Instant; key: string; incidentId: IncidentId }[];
  endedAt: Record<IncidentId, Instant>;
};

/** As live: the alerts of one transaction. */
const alertsAtOnce = 300;
/** Nobody knows how fast a page that never was would have been taken. The usual target stands in: a mean time to acknowledge below five minutes. */
export const takenAfter = 5 * MINUTE;
/** After the last event: longer than any maintenance window holds what it collects. */
const longestWait = 8 * DAY;
const somebody = { userId: 'somebody', name: 'Somebody' };
/** An alert that came this shortly before its incident was closed may be one of the next run: deciding takes its time. */
const settled = 5 * SECOND;
const idOf: IdOf = (...parts) => JSON.stringify(parts);
export const keyOfStored = (integrationId: string, dedupKey: string) => `${integrationId}/${dedupKey}`;

/**
 * Decides stored alerts (in the order of `inOrder`) once more, each event at the moment it came, by the functions that decide live. In between, holds
 * run out, watches end, flapping comes to rest, and every page is taken after `takenAfter`; what no source ended ends where `closings`
 * say. Who was on call, and what was configured then, is not known any more: today's configuration decides. Escalations to further steps
 * are left out, for they start no episode.
 */
export function replay(history: readonly Replayable[], closings: readonly Closing[], facts: PagingFacts & Classifying): Replayed {
  const replayed: Replayed = { opened: 0, suppressed: 0, pages: [], joins: [], endedAt: {} };
  const book = bookInMemory();
  const open = new Map<IncidentId, Standing>();
  const lastOfKey = new Map<string, Replayable>();
  let counts: RuleCounts = {};
  const dues = agenda();

  const commit = (turn: Turn, now: Instant) => {
    const { incident } = turn;
    const standing: Standing = open.get(incident.id) ?? { incident, pagedEpisode: 0, pageDueAt: null, takenAt: null };
    const { episode } = incident.escalation;
    const dueTimes = turn.requests.filter(({ kind }) => kind === 'page').map(({ dueAt }) => dueAt);
    const dueAt = Math.max(now, Math.min(...dueTimes));
    if (dueTimes.length > 0 && episode > standing.pagedEpisode) {
      standing.pagedEpisode = episode;
      standing.pageDueAt = dueAt;
      standing.takenAt = null;
    } else if (dueTimes.length > 0 && standing.pageDueAt !== null) {
      // It waits for the morning, and has become urgent meanwhile.
      standing.pageDueAt = Math.min(dueAt, standing.pageDueAt);
    }
    standing.incident = incident;
    book.keep(incident);
    if (incident.status === 'resolved') {
      replayed.endedAt[incident.id] = now;
      open.delete(incident.id);
      return;
    }
    open.set(incident.id, standing);
    if (standing.pageDueAt === now) paged(standing);
    if (dueOf(standing) < Infinity) dues.add(dueOf(standing), incident.id);
  };
  const paged = (standing: Standing) => {
    const { incident, pageDueAt, pagedEpisode } = standing;
    standing.pageDueAt = null;
    if (pageDueAt === null || incident.status !== 'triggered' || incident.escalation.episode !== pagedEpisode) return;
    replayed.pages.push({ at: pageDueAt, incidentId: incident.id });
    standing.takenAt = pageDueAt + takenAfter;
  };

  /** What comes due up to `until`, in the order of time. */
  const passTime = (until: Instant) => {
    for (let due = dues.takeUntil(until); due !== undefined; due = dues.takeUntil(until)) {
      const standing = open.get(due.name);
      // What was put off meanwhile stands in the agenda again, with its later time.
      if (standing === undefined || dueOf(standing) > due.at) continue;
      wake(standing, due.at);
      // What is still due at this moment has nothing to do then: asked again, it would be asked for ever.
      if (open.has(due.name) && dueOf(standing) > due.at && dueOf(standing) < Infinity) dues.add(dueOf(standing), due.name);
    }
  };
  const wake = (standing: Standing, now: Instant) => {
    if (standing.pageDueAt !== null && standing.pageDueAt <= now) paged(standing);
    if (standing.takenAt !== null && standing.takenAt <= now) {
      standing.takenAt = null;
      const decision = acknowledge(standing.incident, somebody, facts.severities, now);
      if (decision.kind === 'done') commit(decision.turn, now);
    }
    // One call does one thing: a step that is overdue comes before the end of flapping, and is no page of a new episode.
    for (let due = ownDueOf(standing.incident); due <= now && open.has(standing.incident.id); due = ownDueOf(standing.incident)) {
      const turn = advance(standing.incident, facts, now);
      commit(turn, now);
      if (turn.changes.length === 0) break;
    }
  };

  const decide = (batch: readonly Replayable[], now: Instant) => {
    const arrivals = batch.map(({ alert, ground }) => {
      const arrived = arrive(alert, ground, facts, counts, now, idOf);
      counts = arrived.counts;
      return arrived.arrival;
    });
    const folded = fold(arrivals, book.read(arrivals, open), facts, book.newIncidentId, now);
    book.write(folded);
    batch.forEach((stored, index) => {
      const result = folded.results[index];
      const key = keyOfStored(stored.ground.integration.id, stored.alert.dedupKey);
      if (stored.alert.status !== 'firing' || stored.alert.amends !== undefined || result === undefined) return;
      lastOfKey.set(key, stored);
      if (result.action === 'triggered') replayed.opened += 1;
      if (result.action === 'suppressed') replayed.suppressed += 1;
      if (result.incidentId !== null) replayed.joins.push({ at: now, key, incidentId: result.incidentId });
    });
    for (const turn of Object.values(folded.turns)) commit(turn, now);
  };

  const close = ({ at, keys }: Closing) => {
    if (keys.length === 0) return;
    const ends = keys.flatMap((key) => lastOfKey.get(key) ?? []).filter(({ receivedAt }) => receivedAt < at - settled);
    decide(ends.map((stored) => ({ ...stored, alert: { ...stored.alert, status: 'resolved', startedAt: null, endedAt: null } })), at);
  };

  const waiting = [...closings].sort((a, b) => a.at - b.at);
  const closeUntil = (until: Instant) => {
    for (let [next] = waiting; next !== undefined && next.at <= until; [next] = waiting) {
      waiting.shift();
      passTime(next.at);
      close(next);
    }
  };
  for (let from = 0, to = 0; from < history.length; from = to) {
    const first = history[from];
    if (first === undefined) break;
    while (to < history.length && to - from < alertsAtOnce && history[to]?.eventId === first.eventId) to += 1;
    closeUntil(first.receivedAt);
    passTime(first.receivedAt);
    decide(history.slice(from, to), first.receivedAt);
  }
  closeUntil(Infinity);
  passTime((history.at(-1)?.receivedAt ?? 0) + longestWait);
  return replayed;
}

/** An open incident, the first page of its newest episode while that is due, and when somebody will take it. */
type Standing = { incident: Incident; pagedEpisode: number; pageDueAt: Instant | null; takenAt: Instant | null };

const dueOf = ({ incident, pageDueAt, takenAt }: Standing) => Math.min(pageDueAt ?? Infinity, takenAt ?? Infinity, ownDueOf(incident));

/** When the incident itself needs attention, escalations to further steps left out. */
function ownDueOf(incident: Incident): Instant {
  const quietUntil = incident.flapping?.quietUntil ?? Infinity;
  switch (incident.status) {
    case 'triggered': return Math.min(incident.escalation.state === 'held' ? (incident.escalation.nextAt ?? Infinity) : Infinity, quietUntil);
    case 'acknowledged': return quietUntil;
    case 'monitoring': return incident.watchUntil;
    case 'resolved': return Infinity;
    default: return incident satisfies never;
  }
}
