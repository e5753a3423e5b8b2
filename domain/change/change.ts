import { z } from 'zod';
import { Link } from '../incident/incident';
import { Instant } from '../time/instant';

/** `changes/{id}`: a deployment or another change of a service, as a tool reported it; kept for 90 days. */
export const ServiceChange = z.strictObject({
  id: z.string(), serviceId: z.string(), integrationId: z.string(), source: z.string(),
  title: z.string().min(1).max(300), description: z.string().max(4000), changedAt: Instant, receivedAt: Instant,
  links: z.array(Link).max(20), labels: z.record(z.string(), z.string()), expireAt: Instant,
});
export type ServiceChange = z.infer<typeof ServiceChange>;
