import { z } from 'zod';
import { Instant } from '../time/instant';

/** `audit/{id}`: who changed which document of the configuration (`what`: its path), before and after; null: there was none, or is none any more. Never a secret. */
export const AuditEntry = z.object({
  at: Instant, userId: z.string(), name: z.string(), what: z.string(), before: z.record(z.string(), z.unknown()).nullable(), after: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
