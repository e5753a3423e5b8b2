import { z } from 'zod';

/** `services/{id}`: what breaks; its policy says who is paged. */
export const Service = z.strictObject({
  id: z.string(), name: z.string().min(1).max(80), description: z.string().max(400),
  policyId: z.string(), runbookId: z.string().nullable(), statusComponentId: z.string().nullable(),
});
export type Service = z.infer<typeof Service>;

/** `integrations/{id}`: one monitoring tool that reports on one service. Its key is stored as a hash elsewhere. */
export const Integration = z.strictObject({
  id: z.string(), name: z.string().min(1).max(80), serviceId: z.string(), source: z.string(), keyHint: z.string().max(8),
});
export type Integration = z.infer<typeof Integration>;

/** `runbooks/{id}`: Markdown, written by people, sanitised where it is shown. */
export const Runbook = z.strictObject({
  id: z.string(), title: z.string().min(1).max(120), serviceIds: z.array(z.string()), markdown: z.string().max(100_000),
});
export type Runbook = z.infer<typeof Runbook>;
