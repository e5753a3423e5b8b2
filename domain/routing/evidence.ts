import { z } from 'zod';
import { IncidentId } from '../incident/incident';
import { Severity, Urgency } from '../incident/severity';
import { Instant } from '../time/instant';

/** One alert of a stored event, and what a list of rules makes of it. `why`: the matching tests with the alert's own values; of no rule, empty. */
export const TestedAlert = z.strictObject({
  eventId: z.string(), receivedAt: Instant, title: z.string(), status: z.enum(['firing', 'acknowledged', 'resolved']), source: z.string(),
  labels: z.record(z.string(), z.string()),
  ruleId: z.string().nullable(), ruleName: z.string().nullable(), why: z.string(),
  /** "SEV3, low urgency, held 60 s", "suppressed", "SEV2" : what becomes of it, in words. */
  outcome: z.string(),
  severity: Severity, urgency: Urgency.nullable(), suppressed: z.boolean(), holdOffSeconds: z.number().int().nullable(),
});
export type TestedAlert = z.infer<typeof TestedAlert>;

/** Pages counted as first pages of an episode: what wakes somebody. Night is 22:00 to 07:00 of the admin who asks. */
const Pages = z.strictObject({ incidents: z.number().int(), pages: z.number().int(), nightPages: z.number().int(), suppressed: z.number().int() });

/**
 * The evidence for a change of rules: the same stored events decided under the saved rules and under the new ones, by the functions that decide
 * live. A real incident is one that a person acknowledged or worked on; `delayed` and `missed` name those that the change would harm.
 */
export const DryRun = z.strictObject({
  events: z.number().int(), alerts: z.number().int(), fromAt: Instant.nullable(), untilAt: Instant.nullable(),
  /** Whether there were more stored events than were looked at. */
  cut: z.boolean(),
  before: Pages, after: Pages, realIncidents: z.number().int(),
  delayed: z.array(z.strictObject({ incidentId: IncidentId, title: z.string(), seconds: z.number().int() })).max(50),
  missed: z.array(z.strictObject({ incidentId: IncidentId, title: z.string() })).max(50),
  /** "22 night pages → 8; none of the 5 real incidents delayed." */
  sentence: z.string(),
});
export type DryRun = z.infer<typeof DryRun>;
