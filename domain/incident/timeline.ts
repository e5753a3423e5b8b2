import { z } from 'zod';
import { Instant } from '../time/instant';
import { IncidentRole } from '../role/role';
import { IncidentId, IncidentType, Milestone } from './incident';
import { VerdictKind } from './parts';
import { Phase } from './phase';
import { Severity, Urgency } from './severity';

export const Actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), userId: z.string(), name: z.string() }),
  z.strictObject({ kind: z.literal('source'), integrationId: z.string(), name: z.string() }),
  z.strictObject({ kind: z.literal('rouse') }),
]);
export type Actor = z.infer<typeof Actor>;

const named = z.strictObject({ userId: z.string(), name: z.string(), why: z.string() });
const change = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape });

/** One thing that a commit changed. Steps and rounds count from 0. */
export const Change = z.discriminatedUnion('type', [
  change('triggered', { title: z.string(), severity: Severity, linkedTo: IncidentId.nullable() }),
  change('retriggered', { reason: z.enum(['severityRose', 'newAlertName', 'newService', 'leaseRanOut', 'firedWhileWatched', 'nobodyToTell', 'snoozeOver']), title: z.string() }),
  change('alertsJoined', { count: z.number().int(), titles: z.array(z.string()).max(5) }),
  change('alertsResolved', { count: z.number().int(), titles: z.array(z.string()).max(5) }),
  change('paged', { round: z.number().int(), step: z.number().int(), people: z.array(named) }),
  change('stepSkipped', { round: z.number().int(), step: z.number().int(), targets: z.array(z.string()) }),
  change('lastResort', { reason: z.enum(['nobody', 'outOfRounds']), people: z.array(named) }),
  change('nobodyAtAll', {}),
  change('ownerTold', { name: z.string(), title: z.string() }),
  change('acknowledged', {}),
  change('released', {}),
  change('escalated', { step: z.number().int() }),
  change('monitoring', { until: Instant }),
  change('resolved', { by: z.enum(['person', 'source', 'watch']), alertsFiring: z.number().int() }),
  change('reopened', {}),
  change('severitySet', { from: Severity, to: Severity }),
  change('milestone', { milestone: Milestone }),
  /** Markdown. `happenedAt`: when it was, where it was written down later; `pictures`: ids of the incident's pictures. */
  change('note', { text: z.string(), happenedAt: Instant.optional(), pictures: z.array(z.string()).max(4).optional() }),
  change('roleSet', { role: IncidentRole, name: z.string().nullable(), deputy: z.string().nullable(), from: z.string().nullable() }),
  change('onTheWay', { minutes: z.number().int().nullable() }),
  change('typeSet', { from: IncidentType, to: IncidentType }),
  change('urgencySet', { from: Urgency, to: Urgency }),
  change('renamed', { from: z.string(), to: z.string() }),
  change('startedAtSet', { at: Instant }),
  change('impactSet', { words: z.string() }),
  change('task', { what: z.enum(['added', 'changed', 'assigned', 'done', 'reopened', 'removed']), title: z.string(), owner: z.string().nullable() }),
  change('decided', { text: z.string() }),
  change('unpinned', { text: z.string() }),
  change('warRoomSet', { name: z.string().nullable() }),
  change('stepTicked', { runbookId: z.string(), runbook: z.string(), step: z.string(), state: z.enum(['done', 'skipped', 'open']) }),
  /** A step's webhook: asked for, and then what came of it, as the webhook said. */
  change('actionRun', { runbook: z.string(), action: z.string(), dryRun: z.boolean(), state: z.enum(['started', 'succeeded', 'failed']), result: z.string().max(4000) }),
  change('exitChecked', { item: z.string(), state: z.enum(['done', 'skipped', 'open']), reason: z.string() }),
  change('exitLeft', { items: z.array(z.string()).max(20), reason: z.string() }),
  change('verdictSet', { verdict: VerdictKind, cause: z.string() }),
  /** null: it is no repeat after all. */
  change('repeatSet', { of: IncidentId.nullable(), title: z.string() }),
  /** What the public was told, or (a draft) what waits to be told. */
  change('noticeDrafted', { phase: Phase }),
  change('noticePublished', { phase: Phase, text: z.string(), automatic: z.boolean() }),
  change('planStarted', { plan: z.string() }),
  /** What a response plan did by itself, or somebody by hand: `step` as a short name, `result` as a sentence. */
  change('planStep', { step: z.string(), state: z.enum(['done', 'failed', 'skipped']), result: z.string().max(4000) }),
  change('planStopped', { plan: z.string() }),
  change('drill', { scenario: z.string() }),
  change('updateSent', { phase: Phase, text: z.string(), final: z.boolean() }),
  /** null: nobody who works on it could be asked. */
  change('updateReminded', { name: z.string().nullable() }),
  change('commanderAsked', { name: z.string().nullable() }),
  change('reported', { description: z.string() }),
  change('logs', { text: z.string() }),
  change('routed', { by: z.enum(['rule', 'maintenance']), name: z.string(), why: z.string() }),
  change('held', { milliseconds: z.number().int() }),
  change('holdOver', { reason: z.enum(['stillFiring', 'joined']) }),
  change('flapping', { count: z.number().int() }),
  change('flappingOver', {}),
  change('amended', { title: z.string() }),
  change('merged', { from: IncidentId, title: z.string(), alerts: z.number().int() }),
  change('mergedInto', { into: IncidentId, title: z.string() }),
  change('told', { names: z.array(z.string()).max(20) }),
  change('handedOff', { policy: z.string() }),
  change('nudged', { name: z.string() }),
  change('snoozed', { until: Instant }),
  change('snoozeEnded', {}),
  change('asked', { kind: z.enum(['take', 'help', 'call']), people: z.array(z.string()).max(50) }),
  change('requestAnswered', { kind: z.enum(['take', 'help', 'call']), name: z.string(), accepted: z.boolean() }),
  /** A provider does not answer: what waits is sent when it does. */
  change('deliveryDelayed', { name: z.string(), channel: z.string() }),
  change('deliveryFailed', { name: z.string(), channel: z.string(), reason: z.string() }),
  change('deviceRemoved', { name: z.string(), device: z.string() }),
]);
export type Change = z.infer<typeof Change>;

/** `incidents/{id}/timeline/{entryId}`: append-only, one per commit; a command's entry has the commandId as its id. */
export const TimelineEntry = z.strictObject({
  id: z.string(), at: Instant, actor: Actor, changes: z.array(Change).min(1),
  /** When the person did it, by their own clock, where it could not be sent at once. */
  tappedAt: Instant.optional(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;
