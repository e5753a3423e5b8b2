import { z } from 'zod';
import { Instant } from '../time/instant';

/** How a component is, worst last; maintenance is planned, and stands beside the others. */
export const ComponentState = z.enum(['operational', 'degraded', 'partialOutage', 'majorOutage', 'maintenance']);
export type ComponentState = z.infer<typeof ComponentState>;

export const componentStateNames: Record<ComponentState, string> = {
  operational: 'Operational', degraded: 'Degraded', partialOutage: 'Partial outage', majorOutage: 'Major outage', maintenance: 'Under maintenance',
};

/**
 * `statusComponents/{id}`: a part of what customers use, by the name that they know. `held`: set by hand, and so until somebody lets it go; else its state follows from what
 * is published. `group` '': it stands by itself.
 */
export const StatusComponent = z.strictObject({
  id: z.string().min(1).max(64), name: z.string().trim().min(1, 'is needed').max(80), description: z.string().trim().max(200).default(''),
  group: z.string().trim().max(60).default(''), position: z.number().int().min(0).max(1000).default(0),
  held: z.strictObject({ state: ComponentState, by: z.string(), since: Instant }).nullable().default(null),
});
export type StatusComponent = z.infer<typeof StatusComponent>;
