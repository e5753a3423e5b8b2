import { z } from 'zod';
import { IncidentId } from '../incident/incident';
import { Phase } from '../incident/phase';
import { Severity } from '../incident/severity';
import { Instant } from '../time/instant';
import { ComponentState } from './component';

export const MaintenancePhase = z.enum(['scheduled', 'inProgress', 'completed']);
export type MaintenancePhase = z.infer<typeof MaintenancePhase>;

/** What the public was told at a moment. Nothing of it is changed afterwards. */
const update = <P extends z.ZodType>(phase: P) => z.strictObject({ id: z.string(), at: Instant, phase, text: z.string().min(1).max(4000) });
export const NoticeUpdate = update(Phase);
export type NoticeUpdate = z.infer<typeof NoticeUpdate>;

/** Which component it touches, and how badly. */
export const Touched = z.strictObject({ componentId: z.string().min(1).max(64), state: ComponentState });
export type Touched = z.infer<typeof Touched>;

/** What is told once it is over and understood; written by a person, never taken over from the post-mortem by itself. */
export const PublicSummary = z.strictObject({ impact: z.string().trim().max(1000), rootCause: z.string().trim().max(2000), resolution: z.string().trim().max(2000), at: Instant });
export type PublicSummary = z.infer<typeof PublicSummary>;

const shared = {
  /** Says nothing of the incident's own id. */
  id: z.string().regex(/^[0-9A-Za-z_-]{8,40}$/), title: z.string().trim().min(1, 'is needed').max(150), createdAt: Instant,
};
const touched = z.array(Touched).max(50);

/**
 * `notices/{id}`: what the public is told of an incident, or of planned maintenance; the private side of it. What is public of it is copied, field by field, into
 * `publicStatus`. `draft`: words that wait for a person to publish them. An incident has one notice at most, whose id follows from the incident's.
 */
export const Notice = z.discriminatedUnion('kind', [
  z.strictObject({
    ...shared, kind: z.literal('incident'), incidentId: IncidentId.nullable(), severity: Severity.nullable(), components: touched.min(1, 'needs at least one component'),
    /** When the trouble began. `publishedAt` null: nothing of it is public so far. */
    startedAt: Instant, publishedAt: Instant.nullable(), resolvedAt: Instant.nullable(),
    updates: z.array(NoticeUpdate).max(100), draft: z.strictObject({ phase: Phase, text: z.string().max(4000), by: z.string().nullable(), at: Instant }).nullable(),
    summary: PublicSummary.nullable(),
  }),
  z.strictObject({
    ...shared, kind: z.literal('maintenance'), components: touched.min(1, 'needs at least one component'), startsAt: Instant, endsAt: Instant,
    text: z.string().max(4000), updates: z.array(update(MaintenancePhase)).max(100), cancelledAt: Instant.nullable(), completedAt: Instant.nullable(),
  }),
]);
export type Notice = z.infer<typeof Notice>;
export type IncidentNotice = Extract<Notice, { kind: 'incident' }>;
export type MaintenanceNotice = Extract<Notice, { kind: 'maintenance' }>;

/** `settings/statusPage`. `automatic`: severities whose updates are published as they are drafted, by nobody's hand. */
export const StatusPageSettings = z.strictObject({
  title: z.string().trim().min(1, 'is needed').max(80), about: z.string().trim().max(300), supportUrl: z.url({ protocol: /^https?$/ }).max(500).nullable(),
  automatic: z.array(Severity).max(4),
});
export type StatusPageSettings = z.infer<typeof StatusPageSettings>;
export const defaultStatusPage: StatusPageSettings = { title: 'System status', about: '', supportUrl: null, automatic: [] };
