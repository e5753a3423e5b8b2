import { z } from 'zod';
import { TimeZone } from '../time/zone';
import { WeeklyWindow } from '../time/weeklyWindow';

/** Whom a step pages. A `destination` is a chat channel or a signed webhook: it is told, and wakes nobody by itself. */
export const Target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), userId: z.string().min(1) }),
  z.strictObject({ kind: z.literal('schedule'), scheduleId: z.string().min(1) }),
  z.strictObject({ kind: z.literal('team'), teamId: z.string().min(1) }),
  z.strictObject({ kind: z.literal('destination'), destinationId: z.string().min(1) }),
]);
export type Target = z.infer<typeof Target>;

/** When a step counts: only `inside` or only `outside` these hours. At other times the step is passed over at once. */
export const Branch = z.strictObject({
  when: z.enum(['inside', 'outside']), timeZone: TimeZone, windows: z.array(WeeklyWindow).min(1, 'needs at least one time').max(7),
});
export type Branch = z.infer<typeof Branch>;

/** `delaySeconds`: how long this step waits for an acknowledge before the next one is paged. */
export const Step = z.strictObject({
  targets: z.array(Target).min(1, 'needs at least one person, schedule or team').max(20),
  delaySeconds: z.number().int().min(1).max(86_400),
  /** Absent: it counts at all times. */
  branch: Branch.optional(),
});
export type Step = z.infer<typeof Step>;

/**
 * `escalationPolicies/{id}`, and the snapshot of it that an incident carries. `rounds`: how often the steps are gone through. After the last round the
 * incident goes on with the policy that it is handed to, as that is then; without one, or once round a circle, it goes to the last resort.
 */
export const EscalationPolicy = z.strictObject({
  id: z.string().min(1), name: z.string().trim().min(1, 'is needed').max(80),
  steps: z.array(Step).min(1, 'needs at least one step').max(10),
  rounds: z.number().int().min(1).max(20),
  handOffTo: z.string().min(1).optional(),
});
export type EscalationPolicy = z.infer<typeof EscalationPolicy>;
