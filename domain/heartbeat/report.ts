import { z } from 'zod';
import { Severity } from '../incident/severity';
import { Instant } from '../time/instant';

/** What a heartbeat says when it falls silent or comes back: the body of an event of the internal source `heartbeat`. */
export const HeartbeatReport = z.strictObject({
  heartbeatId: z.string().min(1).max(64), name: z.string().min(1).max(80), state: z.enum(['late', 'alive']), severity: Severity,
  /** Before it fell silent (`late`), or the ping that ended the silence (`alive`); null: it was never pinged. */
  lastPingAt: Instant.nullable(),
  /** When the ping that did not come was due, with its grace; null where it is alive again. */
  dueAt: Instant.nullable(),
  periodSeconds: z.number().int().positive(),
});
export type HeartbeatReport = z.infer<typeof HeartbeatReport>;
