import { z } from 'zod';
import { IncidentId, IncidentType } from '../incident/incident';
import { VerdictKind } from '../incident/parts';
import { Severity } from '../incident/severity';
import { Instant } from '../time/instant';

const count = z.number().int().min(0);

/** A month has 1 MiB for all its rows: what is longer is cut off, and such a name is known by how it begins. */
export const longestName = 60;

/** The first page that went out for an incident: when it was sent, and when a device said that it has it. */
const FirstPage = z.strictObject({ sentAt: Instant, receivedAt: Instant.nullable() });

/**
 * What one incident that has ended counts for. Made anew from the incident whenever it changes, so counting twice changes nothing. `pages`: by person, how many pages
 * of it, and how many of those in their night. `repeatAfter`: so long (ms) after the one that it repeats had ended; null: it was not marked.
 * For what is noise: `name`, what its first alert called itself, or (`titled`) its title where the tool names none; `rule`: the routing rule that decided about it; `acted`:
 * whether a person did anything about it. Rows from before these were counted have no name, and accuse nobody.
 */
export const MetricsRow = z.strictObject({
  startedAt: Instant, detectedAt: Instant, triggeredAt: Instant, acknowledgedAt: Instant.nullable(), restoredAt: Instant, resolvedAt: Instant,
  severity: Severity, type: IncidentType, serviceId: z.string(), ownerId: z.string().nullable(),
  verdict: VerdictKind.nullable(), repeatAfter: count.nullable(), reopened: count, secondLevel: z.boolean(),
  pages: z.record(z.string(), z.strictObject({ all: count, night: count })), firstPage: FirstPage.nullable(),
  name: z.string().max(longestName).default(''), titled: z.boolean().default(false), rule: z.string().max(64).nullable().default(null), acted: z.boolean().default(true),
});
export type MetricsRow = z.infer<typeof MetricsRow>;

/** `2026-11`: a month of UTC. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month such as 2026-11');
export type Month = z.infer<typeof Month>;

/** `metrics/{month}`: the incidents that were triggered in that month and have ended, by their id. One document, however far back it lies: a year costs twelve reads. */
export const MetricsMonth = z.strictObject({ month: Month, rows: z.record(IncidentId, MetricsRow) });
export type MetricsMonth = z.infer<typeof MetricsMonth>;

/** The month (UTC) that a moment (ms since epoch) lies in. */
export function monthOf(at: Instant): Month {
  return new Date(at).toISOString().slice(0, 7);
}

/** The months that `[from, to)` (ms since epoch) touches, the oldest first; none where it is empty. */
export function monthsOf(from: Instant, to: Instant): Month[] {
  const months: Month[] = [];
  const first = new Date(from);
  for (let at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth()); at < to; at = Date.UTC(new Date(at).getUTCFullYear(), new Date(at).getUTCMonth() + 1)) months.push(monthOf(at));
  return months;
}
