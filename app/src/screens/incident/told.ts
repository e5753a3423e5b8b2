import { isHeld } from '#domain/escalation/paging';
import { type PagingFacts, peopleOfStep, placeWord } from '#domain/escalation/targets';
import type { Incident } from '#domain/incident/incident';
import type { Change, TimelineEntry } from '#domain/incident/timeline';
import { changeWords } from '#domain/incident/words';
import type { Notification } from '#domain/notification/notification';
import type { Override } from '#domain/oncall/schedule';

/** Everything that was sent to one person or destination, oldest first. */
export type Told = { key: string; userId: string | null; name: string; notifications: Notification[] };

/** Who was told, in the order in which they first were; people before destinations. */
export function toldOf(notifications: readonly Notification[]): Told[] {
  const all = new Map<string, Told>();
  for (const each of [...notifications].sort((a, b) => a.createdAt - b.createdAt)) {
    const key = each.userId ?? each.destinationId ?? each.id;
    const told = all.get(key);
    if (told) told.notifications.push(each);
    else all.set(key, { key, userId: each.userId, name: each.userName, notifications: [each] });
  }
  return [...all.values()].sort((a, b) => Number(a.userId === null) - Number(b.userId === null));
}

/** Those whom the policy names and nobody told, each with why not; by the schedules as they are known now. */
export function notTold(incident: Incident, facts: PagingFacts, told: readonly Told[]): { userId: string; name: string; why: string }[] {
  const { policy, step: reached, round } = incident.escalation;
  const seen = new Set(told.map(({ userId }) => userId));
  return policy.steps.flatMap((step, place) => peopleOfStep(step, place, facts, incident.clocks.triggeredAt).flatMap(({ userId, name }) => {
    if (seen.has(userId)) return [];
    seen.add(userId);
    return [{ userId, name, why: `${placeWord(place)}: ${whyNot(incident, place > reached && round === 0)}` }];
  }));
}

/** `isAhead`: paging has not come to this step. */
function whyNot(incident: Incident, isAhead: boolean): string {
  if (isHeld(incident)) return 'nobody is paged while it waits to see whether it heals by itself';
  if (!isAhead) return 'not on call, or not active, when their step was paged';
  if (incident.urgency === 'low') return 'low urgency pages the first step alone';
  switch (incident.status) {
    case 'triggered': return 'their turn has not come yet';
    case 'acknowledged': case 'monitoring': return `${incident.owner?.name ?? 'somebody'} had it before their turn came`;
    case 'resolved': return 'it ended before their turn came';
    default: return incident satisfies never;
  }
}

const told: readonly Change['type'][] = ['stepSkipped', 'handedOff', 'told', 'lastResort', 'nobodyAtAll', 'deliveryDelayed', 'deliveryFailed', 'deviceRemoved'];

/** What the timeline knows of paging beside who was paged: steps that reached nobody, hand-offs, what could not be delivered. Oldest first. */
export function pagingNotes(entries: readonly TimelineEntry[]): { key: string; at: number; words: string }[] {
  return entries.flatMap(({ id, at, actor, changes }) => changes.flatMap((change, index) => (
    told.includes(change.type) ? [{ key: `${id} ${index}`, at, words: changeWords(change, actor) }] : [])));
}

/** Why somebody else was on call than the rotation says: the overrides and temporary plans that held when it was triggered. */
export function overrideWords(incident: Incident, { schedules, people }: PagingFacts): string[] {
  const at = incident.clocks.triggeredAt;
  const named = (userId: string) => people[userId]?.name ?? userId;
  const ids = new Set(incident.escalation.policy.steps.flatMap(({ targets }) => targets.flatMap((target) => (target.kind === 'schedule' ? [target.scheduleId] : []))));
  const runs = (span: { startAt: number; endAt: number }) => span.startAt <= at && at < span.endAt;
  return [...ids].flatMap((id) => schedules[id] ?? []).flatMap(({ name, overrides, temporary }) => {
    const plans = temporary.filter(runs).map((plan) => `${name} went by the temporary plan “${plan.name}”.`);
    return plans.length > 0 ? plans : overrides.filter(runs).map((override) => `${overrideOf(override, named)} on ${name}, by an override.`);
  });
}

function overrideOf(override: Override, named: (userId: string) => string): string {
  switch (override.kind) {
    case 'replace': return `${named(override.addUserId)} stood in for ${named(override.removeUserId)}`;
    case 'add': return `${named(override.addUserId)} was on call besides`;
    case 'remove': return `${named(override.removeUserId)} was taken off`;
    default: return override satisfies never;
  }
}
