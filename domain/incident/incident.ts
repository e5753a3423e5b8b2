import { z } from 'zod';
import { EscalationPolicy } from '../escalation/policy';
import { RoleHeld } from '../role/role';
import { WarRoom } from '../room/room';
import { Instant, MINUTE } from '../time/instant';
import { Decided, ExitCheck, Impact, RepeatOf, StepTick, Task, Verdict } from './parts';
import { commanderAskedFor, updateDueAt } from './reminders';
import { Severity, Urgency } from './severity';

/** `INC-` and six Crockford base32 characters (no I, L, O, U): can be read out on a call. */
export const IncidentId = z.string().regex(/^INC-[0-9A-HJKMNP-TV-Z]{6}$/, 'is not an incident id such as INC-K7Q2MD');
export type IncidentId = z.infer<typeof IncidentId>;

export const IncidentType = z.enum(['outage', 'degradation', 'defect', 'security', 'other']);
export type IncidentType = z.infer<typeof IncidentType>;

export const IncidentStatus = z.enum(['triggered', 'acknowledged', 'monitoring', 'resolved']);
export type IncidentStatus = z.infer<typeof IncidentStatus>;

export const Milestone = z.enum(['rootCauseIdentified', 'fixDeployed', 'serviceRestored']);
export type Milestone = z.infer<typeof Milestone>;

/** http(s) only: what strangers wrote must not become `javascript:` on a responder's screen. */
export const Link = z.strictObject({ href: z.url({ protocol: /^https?$/ }).max(2000), text: z.string().min(1).max(200) });
export type Link = z.infer<typeof Link>;

/** Who has the incident: a person, or the source whose own acknowledge took it (`userId` null). */
export const Holder = z.strictObject({ userId: z.string().nullable(), name: z.string(), at: Instant });
export type Holder = z.infer<typeof Holder>;

export const Responder = z.strictObject({
  userId: z.string(), name: z.string(), state: z.enum(['paged', 'seen', 'acknowledged']), at: Instant,
  /** Until when the chain of this person's page runs; a page before then does not begin another. */
  chainEndsAt: Instant.optional(),
  /** Said by themselves: on the way, since when, and in how many minutes at a guess. */
  onTheWay: z.strictObject({ at: Instant, minutes: z.number().int().min(0).max(600) }).optional(),
});
export type Responder = z.infer<typeof Responder>;

/**
 * One person asks another for something that the other accepts or declines: to take the incident over (it stays with its owner until then), to help, or
 * called by hand.
 */
export const ResponderRequest = z.strictObject({
  id: z.string(), kind: z.enum(['take', 'help', 'call']), userId: z.string(), name: z.string(), askedBy: z.strictObject({ userId: z.string(), name: z.string() }),
  at: Instant, state: z.enum(['asked', 'accepted', 'declined']), answeredAt: Instant.nullable(),
});
export type ResponderRequest = z.infer<typeof ResponderRequest>;

export const Clocks = z.strictObject({
  startedAt: Instant, detectedAt: Instant, triggeredAt: Instant,
  notifiedAt: Instant.nullable(), acknowledgedAt: Instant.nullable(),
  rootCauseIdentifiedAt: Instant.nullable(), fixDeployedAt: Instant.nullable(),
  mitigatedAt: Instant.nullable(), resolvedAt: Instant.nullable(),
});
export type Clocks = z.infer<typeof Clocks>;

/** Where paging stands: the policy as it was at the trigger, and the step (from 0) that was paged last in this round (from 0). */
const standing = z.strictObject({
  policy: EscalationPolicy, episode: z.number().int().min(0), round: z.number().int().min(0), step: z.number().int().min(0),
  /** The policies that have handed off so far in this episode: none is handed to twice. */
  handedOff: z.array(z.string()).max(20).optional(),
});
const reason = z.enum(['nobody', 'outOfRounds']).nullable();
const Paging = standing.extend({
  /**
   * `held`: nobody is paged before `nextAt`, and nobody ever if it ends before; `paging`: steps of the policy; `lastResort`: the admins, for
   * `reason`; its `round` counts on. `nextAt` null: low urgency, nothing escalates.
   */
  state: z.enum(['held', 'paging', 'lastResort']), nextAt: Instant.nullable(), reason,
});
/** Paging as it stood when somebody took the incident, so that a release goes on from there. */
const Paused = standing.extend({
  state: z.literal('paused'), was: z.enum(['held', 'paging', 'lastResort']), reason, remainingMilliseconds: z.number().int().min(0).nullable(),
});
export type Paging = z.infer<typeof Paging>;
export type Paused = z.infer<typeof Paused>;

/** What decided how an incident came to be as it is: a routing rule, or a maintenance window that collects. `why` as a person reads it. */
export const RoutedBy = z.strictObject({ by: z.enum(['rule', 'maintenance']), id: z.string(), name: z.string(), why: z.string().max(600) });
export type RoutedBy = z.infer<typeof RoutedBy>;

/** Alerts that fire and end again and again: paged once, and over only when nothing has fired until `quietUntil` (null: something fires). */
export const Flapping = z.strictObject({ sinceAt: Instant, count: z.number().int().min(2), quietUntil: Instant.nullable() });
export type Flapping = z.infer<typeof Flapping>;

const base = z.strictObject({
  id: IncidentId,
  title: z.string().min(1).max(300),
  /** A person gave it its title: what the source calls it does not take that away. */
  isRenamed: z.boolean().default(false),
  description: z.string().max(4000),
  severity: Severity, type: IncidentType, urgency: Urgency,
  serviceId: z.string(), serviceName: z.string(),
  /** What its alerts called their service and themselves so far: a new word pages again. */
  alertServices: z.array(z.string()).max(50), alertNames: z.array(z.string()).max(50),
  clocks: Clocks,
  declaredBy: z.strictObject({ userId: z.string(), name: z.string() }).nullable(),
  responders: z.array(Responder).max(100),
  /** Who was asked for what; the newest last. */
  requests: z.array(ResponderRequest).max(50).default([]),
  roles: z.array(RoleHeld).max(20),
  impact: Impact.nullable().default(null),
  tasks: z.array(Task).max(40).default([]),
  decided: z.array(Decided).max(20).default([]),
  warRoom: WarRoom.nullable().default(null),
  /** The steps of runbooks that were done or skipped in it. */
  ticks: z.array(StepTick).max(100).default([]),
  exitChecks: z.array(ExitCheck).max(20).default([]),
  verdict: Verdict.nullable().default(null),
  repeatOf: RepeatOf.nullable().default(null),
  /** A drill: paged and worked on like any other, and counted nowhere. */
  drillId: z.string().max(64).nullable().default(null),
  /** How often the stakeholders are owed an update (minutes), by its severity; null: never. When they were told last, for good, and when somebody was reminded of it. */
  cadenceMinutes: z.number().int().positive().nullable().default(null),
  lastUpdateAt: Instant.nullable().default(null), finalUpdateAt: Instant.nullable().default(null), updateRemindedAt: Instant.nullable().default(null),
  /** When it was asked who commands. */
  commanderAskedAt: Instant.nullable().default(null),
  /** Updates to stakeholders so far, and whether the public was told: such an incident is watched before it ends. */
  updateCount: z.number().int().min(0), publicNotice: z.boolean(),
  wakeAt: Instant.nullable(),
  /** Distinct alerts firing and in all; `events`: every report of them. */
  alertCounts: z.strictObject({ firing: z.number().int().min(0), total: z.number().int().min(0), events: z.number().int().min(0) }),
  links: z.array(Link).max(20),
  runbookId: z.string().nullable(),
  linkedTo: IncidentId.nullable(), mergedInto: IncidentId.nullable().default(null),
  tags: z.array(z.string().max(40)).max(20).default([]),
  routedBy: RoutedBy.nullable().default(null),
  flapping: Flapping.nullable().default(null),
  reopenedCount: z.number().int().min(0),
});

/**
 * `incidents/{id}`: what people work on and what pages; every status with exactly its own fields. `toldAt`: the owner's last quiet notice. `nudgedAt`: the
 * lease had run out, and the owner was asked whether they are still on it. `snoozedUntil`: nobody is asked before then, and then it pages again.
 */
export const Incident = z.discriminatedUnion('status', [
  base.extend({ status: z.literal('triggered'), escalation: Paging }),
  base.extend({
    status: z.literal('acknowledged'), owner: Holder, leaseUntil: Instant.nullable(), toldAt: Instant.nullable(),
    nudgedAt: Instant.nullable().default(null), snoozedUntil: Instant.nullable().default(null), escalation: Paused,
  }),
  base.extend({ status: z.literal('monitoring'), owner: Holder.nullable(), watchUntil: Instant, escalation: Paused }),
  base.extend({ status: z.literal('resolved'), owner: Holder.nullable(), resolvedBy: Holder.nullable(), escalation: Paused }),
]);
export type Incident = z.infer<typeof Incident>;
export type Triggered = Extract<Incident, { status: 'triggered' }>;
export type Acknowledged = Extract<Incident, { status: 'acknowledged' }>;
export type Monitoring = Extract<Incident, { status: 'monitoring' }>;
export type Resolved = Extract<Incident, { status: 'resolved' }>;

/** The fields that every status shares. */
export function sharedFields(incident: Incident): z.infer<typeof base> {
  const fields: Record<string, unknown> = { ...incident };
  for (const own of ['status', 'escalation', 'owner', 'leaseUntil', 'toldAt', 'nudgedAt', 'snoozedUntil', 'watchUntil', 'resolvedBy']) delete fields[own];
  return base.parse(fields);
}

/** When the incident next needs attention (ms since epoch); null when nothing is due. The one rule behind `wakeAt`. */
export function wakeAtOf(incident: Incident): Instant | null {
  switch (incident.status) {
    case 'triggered': return earliest(incident.escalation.nextAt, incident.flapping?.quietUntil ?? null);
    case 'monitoring': return earliest(incident.watchUntil, remindedAt(incident));
    case 'acknowledged': return earliest(earliest(askedAgainAt(incident), incident.flapping?.quietUntil ?? null), remindedAt(incident));
    case 'resolved': return null;
    default: return incident satisfies never;
  }
}

const remindedAt = (incident: Incident): Instant | null => earliest(updateDueAt(incident), commanderAskedFor(incident));

/** How long a nudged owner has to show a sign of work. */
export const nudgeGrace = 5 * MINUTE;

/** When an acknowledge is looked at again: the end of its snooze, else of its lease, else of the nudge. null: it holds. */
export function askedAgainAt({ leaseUntil, nudgedAt, snoozedUntil }: Pick<Acknowledged, 'leaseUntil' | 'nudgedAt' | 'snoozedUntil'>): Instant | null {
  if (snoozedUntil !== null) return snoozedUntil;
  return nudgedAt === null ? leaseUntil : nudgedAt + nudgeGrace;
}

const earliest = (a: Instant | null, b: Instant | null): Instant | null => (a === null || b === null ? (a ?? b) : Math.min(a, b));
