import { z } from 'zod';

export const Target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), userId: z.string().min(1) }),
  z.strictObject({ kind: z.literal('schedule'), scheduleId: z.string().min(1) }),
]);
export type Target = z.infer<typeof Target>;

/** `delaySeconds`: how long this step waits for an acknowledge before the next one is paged. */
export const Step = z.strictObject({
  targets: z.array(Target).min(1, 'needs at least one person or schedule').max(20),
  delaySeconds: z.number().int().min(1).max(86_400),
});
export type Step = z.infer<typeof Step>;

/** `escalationPolicies/{id}`, and the snapshot of it that an incident carries. `rounds`: how often the steps are gone through. */
export const EscalationPolicy = z.strictObject({
  id: z.string().min(1), name: z.string().min(1).max(80),
  steps: z.array(Step).min(1, 'needs at least one step').max(10),
  rounds: z.number().int().min(1).max(20),
});
export type EscalationPolicy = z.infer<typeof EscalationPolicy>;
