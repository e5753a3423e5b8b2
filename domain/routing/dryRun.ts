import type { PagingFacts } from '../escalation/targets';
import type { IncidentId } from '../incident/incident';
import type { Integration } from '../service/service';
import { HOUR, type Instant, SECOND } from '../time/instant';
import { durationWords } from '../time/words';
import { type TimeZone, wallTimeAt } from '../time/zone';
import { type Classifying, groundIn } from './arrive';
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
  const under = (rules: readonly RoutingRule[], closings: Parameters<typeof replay>[1]) => replay(grounded(ordered, rules, facts), closings, facts);
  // Keys that a rule made are those of the rules as they were; which alerts they mean, a first run without closings tells.
  const ownKeys = ownKeysOf(under(before, []));
  const past = incidents.map((incident) => ({ ...incident, keys: [...new Set(incident.firstAlertKeys.flatMap((key) => ownKeys.get(key) ?? [key]))] }));
  const closings = past.flatMap(({ resolvedAt, keys }) => (resolvedAt === null || resolvedAt === undefined ? [] : [{ at: resolvedAt, keys }]));
  const [was, becomes] = [under(before, closings), under(after, closings)];
  const compared = past.filter(({ real }) => real).flatMap((incident) => comparedIn(incident, was, becomes));
  const delayed = compared.flatMap(({ incidentId, title, seconds }) => (seconds !== null && seconds > 0 ? [{ incidentId, title, seconds }] : []));
  const missed = compared.flatMap(({ incidentId, title, seconds }) => (seconds === null ? [{ incidentId, title }] : []));
  const counted = { before: countedOf(was, zone), after: countedOf(becomes, zone), realIncidents: compared.length };
  return {
    ...counted, events: new Set(history.map(({ eventId }) => eventId)).size, alerts: history.length, cut: facts.cut,
    fromAt: ordered[0]?.receivedAt ?? null, untilAt: ordered.at(-1)?.receivedAt ?? null,
    delayed: delayed.slice(0, named), missed: missed.slice(0, named),
    sentence: history.length === 0 ? 'No stored events to try these rules on.' : sentenceOf(counted, delayed.map(({ seconds }) => seconds), missed.length),
  };
}

/** Each alert with what decides about it, the scope's list being `rules`; those of integrations that are gone are left out. */
function grounded(history: readonly (StoredAlert & { integrationId: string })[], rules: readonly RoutingRule[], facts: DryRunFacts): Replayable[] {
  const id = rulesIdOf(facts.scope);
  const changed = { ...facts, rules: { ...facts.rules, [id]: { id, scope: facts.scope, rules: [...rules] } } };
  const grounds = new Map([...new Set(history.map(({ integrationId }) => integrationId))].map((each) => [each, groundIn(each, changed)]));
  return history.flatMap((stored) => {
    const ground = grounds.get(stored.integrationId);
    return ground === undefined ? [] : [{ ...stored, ground }];
  });
}

function ownKeysOf({ joins }: Replayed): Map<string, Set<string>> {
  const own = new Map<string, Set<string>>();
  for (const { key, ruleKey } of joins) for (const name of [key, ruleKey]) own.set(name, (own.get(name) ?? new Set()).add(key));
  return own;
}

function countedOf({ opened, suppressed, pages }: Replayed, zone: TimeZone): DryRun['before'] {
  return { incidents: opened, pages: pages.length, nightPages: pages.filter(({ at }) => isNight(at, zone)).length, suppressed };
}

function isNight(at: Instant, zone: TimeZone): boolean {
  const clock = wallTimeAt(at, zone).slice(11);
  return clock >= '22:00' || clock < '07:00';
}
