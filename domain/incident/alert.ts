import { z } from 'zod';
import { Instant } from '../time/instant';
import { Link } from './incident';
import { Severity } from './severity';

/** `incidents/{id}/alerts/{alertId}`: a deduplicated signal, one per dedup key of an integration. */
export const Alert = z.strictObject({
  id: z.string(),
  integrationId: z.string(), serviceId: z.string(),
  dedupKey: z.string(), name: z.string().nullable(),
  title: z.string(), description: z.string(),
  severity: Severity,
  status: z.enum(['firing', 'acknowledged', 'resolved']),
  labels: z.record(z.string(), z.string()), links: z.array(Link),
  firstSeenAt: Instant, lastSeenAt: Instant,
  /** The source's own clock; null where it told none. Only times of one clock are compared. */
  startedAt: Instant.nullable(), endedAt: Instant.nullable(),
  /** The `open/` id of the key whose source ended it: of several keys that a rule made one, the others may go on. Null: it fires, or its group ended. */
  endedKey: z.string().nullable().default(null),
  count: z.number().int().positive(),
  /** When it began to fire, the last few times (by our clock), over incidents too: three within a quarter of an hour is flapping. */
  firedAt: z.array(Instant).max(5).default([]),
  /** Its documents in `open/`, its dedup key's first: taken again when the incident is reopened. */
  openIds: z.array(z.string()).max(3),
});
export type Alert = z.infer<typeof Alert>;
