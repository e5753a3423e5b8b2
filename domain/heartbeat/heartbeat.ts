import { z } from 'zod';
import { Severity } from '../incident/severity';
import { Instant } from '../time/instant';

/**
 * `heartbeats/{id}`: a dead-man switch. A ping is due every `periodSeconds`, with `graceSeconds` of patience; none by `dueAt` opens an incident, the next
 * ping closes it. Before the first ping nothing is due. `integrationId` is its own id.
 */
export const Heartbeat = z.strictObject({
  id: z.string().min(1).max(64), name: z.string().trim().min(1, 'is needed').max(80), serviceId: z.string(),
  periodSeconds: z.number().int().min(30).max(31 * 24 * 3600), graceSeconds: z.number().int().min(0).max(24 * 3600),
  severity: Severity, enabled: z.boolean(), keyHint: z.string().max(8),
  state: z.enum(['waiting', 'alive', 'late']),
  lastPingAt: Instant.nullable(),
  /** When it is late if no ping comes; null: nothing is due (never pinged, late already, or switched off). */
  dueAt: Instant.nullable(),
  /** How many times it was late. */
  lateCount: z.number().int().min(0),
});
export type Heartbeat = z.infer<typeof Heartbeat>;
