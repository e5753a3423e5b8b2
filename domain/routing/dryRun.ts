import type { PagingFacts } from '../escalation/targets';
import type { IncidentId } from '../incident/incident';
import { severityOfWord } from '../incident/severity';
import type { Integration } from '../service/service';
import { HOUR, type Instant, SECOND } from '../time/instant';
import { type TimeZone, wallTimeAt } from '../time/zone';
import { type Classifying, groundIn } from './arrive';
import { classify, type RuleCounts } from './classify';
import { sentenceOf } from './dryRunWords';
import type { DryRun } from './evidence';
import { keyOfStored, replay, type Replayable, type Replayed } from './replay';
import { type RoutingRule, type RoutingRules, rulesIdOf, type RuleScope } from './rule';
import { inOrder, type StoredAlert } from './tested';

/** The configuration of today, whose rules these are, and whether there were more stored events than were looked at. */
export type DryRunFacts = PagingFacts & Classifying & {
  integrations: Readonly<Record<string, Integration>>; rules: Readonly<Record<string, RoutingRules>>; scope: RuleScope; cut: boolean;
};

/**
 * An incident as it really was. `real`: a person acknowledged it or worked on it. `firstAlertKeys`: of its first alerts, `integrationId/dedupKey` as its
 * source sent it or as a rule had made it. `pagedAt` and `resolvedAt` in ms since epoch; null: never.
 */
export type PastIncident = {
  id: IncidentId; title: string; real: boolean; firstAlertKeys: readonly string[]; pagedAt: Instant | null; resolvedAt?: Instant | null;
};

/** How many incidents are named. */
const named = 50;

/**
 * The evidence for a change of a scope's rules: the stored alerts decided under both lists, pages counted as first pages of an episode, night as 22:00 to
 * 07:00 in `zone`. A real incident is compared where the rules as they were page for it: `delayed` names those whose first page would come
 * later by so many seconds, `missed` those that nobody would hear of. What limits it stands at `replay`.
 */
export function dryRun(
  history: readonly (StoredAlert & { integrationId: string })[], before: readonly RoutingRule[], after: readonly RoutingRule[],
  incidents: readonly PastIncident[], facts: DryRunFacts, zone: TimeZone,
): DryRun {
  const ordered = inOrder(history);
  const saved = grounded(ordered, before, facts);
  const ownKeys = ownKeysOf(saved, facts);
  const past = incidents.map((incident) => ({ ...incident, keys: [...new Set(incident.firstAlertKeys.flatMap((key) => [...(ownKeys.get(key) ?? [key])]))] }));
  const closings = past.flatMap(({ resolvedAt, keys }) => (resolvedAt === null || resolvedAt === undefined ? [] : [{ at: resolvedAt, keys }]));
  const [was, becomes] = [replay(saved, closings, facts), replay(grounded(ordered, after, facts), closings, facts)];
  const [pagesWere, pagesBecome] = [indexed(was), indexed(becomes)];
  const compared = past.filter(({ real }) => real).flatMap((incident) => comparedIn(incident, pagesWere, pagesBecome));
  const delayed = compared.flatMap(({ incidentId, title, seconds }) => (seconds !== null && seconds > 0 ? [{ incidentId, title, seconds }] : []));
  const missed = compared.flatMap(({ incidentId, title, seconds }) => (seconds === null ? [{ incidentId, title }] : []));
  const counted = { alerts: history.length, before: countedOf(was, zone), after: countedOf(becomes, zone), realIncidents: compared.length };
  return {
    ...counted, events: new Set(history.map(({ eventId }) => eventId)).size, cut: facts.cut,
    fromAt: ordered[0]?.receivedAt ?? null, untilAt: ordered.at(-1)?.receivedAt ?? null,
    delayed: delayed.slice(0, named), missed: missed.slice(0, named),
    sentence: sentenceOf(counted, delayed.map(({ seconds }) => seconds), missed.length),
  };
}

/** Each alert with what decides about it, the scope's list being `rules`; those of integrations that are gone are left out. */
function grounded(history: readonly (StoredAlert & { integrationId: string })[], rules: readonly RoutingRule[], facts: DryRunFacts): Replayable[] {
  const id = rulesIdOf(facts.scope);
  const changed = { ...facts, rules: { ...facts.rules, [id]: { id, scope: facts.scope, rules: [...rules] } } };
  // Ids are unique over all lists. One that was given with its service's rules behind it must not count an alert twice.
  const once = (list: readonly RoutingRule[]) => list.filter(({ id: own }, index) => list.findIndex((rule) => rule.id === own) === index);
  const grounds = new Map([...new Set(history.map(({ integrationId }) => integrationId))].map((each) => {
    const ground = groundIn(each, changed);
    return [each, ground === undefined ? undefined : { ...ground, rules: once(ground.rules) }];
  }));
  return history.flatMap((stored) => {
    const ground = grounds.get(stored.integrationId);
    return ground === undefined ? [] : [{ ...stored, ground }];
  });
}

/** By the key that an alert had under the saved rules, or of its source: the keys of its source. A rule may have made one key of many. */
function ownKeysOf(history: readonly Replayable[], { severities }: DryRunFacts): Map<string, Set<string>> {
  const own = new Map<string, Set<string>>();
  let counts: RuleCounts = {};
  for (const { alert, source, integrationName, ground, receivedAt } of history) {
    const subject = { alert, severity: severityOfWord(alert.severityWord, severities), source, integrationName };
    const { classified, counts: counted } = classify(subject, ground.rules, counts, receivedAt);
    counts = counted;
    const key = keyOfStored(ground.integration.id, alert.dedupKey);
    for (const name of [key, keyOfStored(ground.integration.id, classified.dedupKey)]) own.set(name, (own.get(name) ?? new Set()).add(key));
  }
  return own;
}

function countedOf({ opened, suppressed, pages }: Replayed, zone: TimeZone): DryRun['before'] {
  return { incidents: opened, pages: pages.length, nightPages: pages.filter(({ at }) => isNight(at, zone)).length, suppressed };
}

function isNight(at: Instant, zone: TimeZone): boolean {
  const clock = wallTimeAt(at, zone).slice(11);
  return clock >= '22:00' || clock < '07:00';
}

type Indexed = { pagesOf: Map<IncidentId, Instant[]>; joinsOf: Map<string, Replayed['joins']>; endedAt: Replayed['endedAt'] };

function indexed({ pages, joins, endedAt }: Replayed): Indexed {
  return { pagesOf: grouped(pages, ({ incidentId }) => incidentId, ({ at }) => at), joinsOf: grouped(joins, ({ key }) => key, (join) => join), endedAt };
}

function grouped<T, V>(items: readonly T[], keyOf: (item: T) => string, valueOf: (item: T) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [valueOf(item)]);
    else group.push(valueOf(item));
  }
  return groups;
}

/** A page this far from the real one (a hold, or a night that it waited for) may still be the same. */
const samePageWithin = 12 * HOUR;

/**
 * One real incident under both lists. Its page under the saved rules is the one nearest to the real one, and its alerts are those that came from
 * then until that incident ended. Under the new rules they may go elsewhere: into an incident that has paged already nobody waits for them.
 * `seconds`: how much later than before, 0 for no later; null: never. None: the saved rules do not page for it either.
 */
function comparedIn({ id, title, pagedAt, keys }: PastIncident & { keys: string[] }, was: Indexed, becomes: Indexed): { incidentId: IncidentId; title: string; seconds: number | null }[] {
  if (pagedAt === null) return [];
  const joins = keys.flatMap((key) => was.joinsOf.get(key) ?? []);
  const pages = [...new Set(joins.map(({ incidentId }) => incidentId))].flatMap((incidentId) => (was.pagesOf.get(incidentId) ?? []).map((at) => ({ incidentId, at })));
  const [page] = pages.filter(({ at }) => Math.abs(at - pagedAt) <= samePageWithin).sort((a, b) => Math.abs(a.at - pagedAt) - Math.abs(b.at - pagedAt));
  if (page === undefined) return [];
  const from = joins.filter(({ incidentId, at }) => incidentId === page.incidentId && at <= page.at).reduce((latest, { at }) => Math.max(latest, at), 0) || page.at;
  const until = was.endedAt[page.incidentId] ?? Infinity;
  const elsewhere = keys.flatMap((key) => becomes.joinsOf.get(key) ?? []).filter(({ at }) => at >= from && at <= until);
  const pagedAts = [...new Set(elsewhere.map(({ incidentId }) => incidentId))].flatMap((incidentId) => becomes.pagesOf.get(incidentId)?.[0] ?? []);
  const seconds = pagedAts.length === 0 ? null : Math.max(0, Math.round((Math.min(...pagedAts) - page.at) / SECOND));
  return [{ incidentId: id, title, seconds }];
}
