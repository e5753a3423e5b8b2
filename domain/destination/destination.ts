import { z } from 'zod';

/**
 * `destinations/{id}`: where a page or a change is told to nobody in particular: an incoming webhook of Slack or Teams, or a signed webhook of the team's
 * own. Its address is a secret (whoever has it may post there) and lies with the signing secret in `secrets/destination-{id}`, encrypted.
 */
export const Destination = z.strictObject({
  id: z.string().min(1).max(64), name: z.string().trim().min(1, 'is needed').max(80), kind: z.enum(['slack', 'teams', 'webhook']),
  enabled: z.boolean(),
  /** The host of the address, to recognise it by. */
  host: z.string().max(253),
  /** Told of every incident of these services: triggered, acknowledged, resolved. As a target of a policy it is told of its step's page besides. */
  serviceIds: z.array(z.string()).max(200),
});
export type Destination = z.infer<typeof Destination>;

/** The encrypted part. `secret`: Standard Webhooks' `whsec_…`; only of a webhook. */
export const DestinationSecret = z.strictObject({ url: z.url({ protocol: /^https$/ }).max(2000), secret: z.string().max(200).nullable() });
export type DestinationSecret = z.infer<typeof DestinationSecret>;
