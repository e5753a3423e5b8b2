import { z } from 'zod';
import { IncidentId } from '../incident/incident';
import { Instant } from '../time/instant';

export const DrillScenario = z.enum(['databaseConnections', 'paymentFailure', 'regionLoss']);
export type DrillScenario = z.infer<typeof DrillScenario>;

/** How one person who was paged was reached: when it was sent, when a device had it, when they said so (ms since epoch). */
export const DrillReach = z.strictObject({
  userId: z.string(), name: z.string(), sentAt: Instant.nullable(), receivedAt: Instant.nullable(), acknowledgedAt: Instant.nullable(),
});
export type DrillReach = z.infer<typeof DrillReach>;

/** What a drill showed, told when it is over. */
export const DrillResult = z.strictObject({
  endedAt: Instant, triggeredAt: Instant, acknowledgedAt: Instant.nullable(), acknowledgedBy: z.string().nullable(), restoredAt: Instant.nullable(),
  reach: z.array(DrillReach).max(100), escalations: z.number().int().min(0),
});
export type DrillResult = z.infer<typeof DrillResult>;

/**
 * `drills/{id}`: an incident that is none, through everything that a real one goes through. `isSurprise`: whoever is on call is not told beforehand. `dueAt`: when the sweep
 * begins it; null: nothing is to be begun.
 */
export const Drill = z.strictObject({
  id: z.string().min(1).max(64), scenario: DrillScenario, serviceId: z.string().min(1).max(64), serviceName: z.string(), startsAt: Instant, isSurprise: z.boolean(),
  createdBy: z.strictObject({ userId: z.string(), name: z.string() }), createdAt: Instant,
  state: z.enum(['scheduled', 'running', 'over', 'cancelled']), incidentId: IncidentId.nullable(), dueAt: Instant.nullable(), result: DrillResult.nullable(),
});
export type Drill = z.infer<typeof Drill>;
