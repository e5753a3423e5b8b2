import { z } from 'zod';
import { Instant } from '../time/instant';
import { IncidentId, Milestone } from './incident';
import { Severity } from './severity';

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
  change('note', { text: z.string() }),
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
export const TimelineEntry = z.strictObject({ id: z.string(), at: Instant, actor: Actor, changes: z.array(Change).min(1) });
export type TimelineEntry = z.infer<typeof TimelineEntry>;
