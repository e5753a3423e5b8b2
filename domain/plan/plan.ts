import { z } from 'zod';
import { Target } from '../escalation/policy';
import { IncidentType } from '../incident/incident';
import { Severity } from '../incident/severity';
import { IncidentRole } from '../role/role';

const step = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) => z.strictObject({ kind: z.literal(kind), ...shape });
const destinationId = z.string().min(1).max(64);

/** One thing that a plan does by itself, and that a person can do by hand. */
export const PlanStep = z.discriminatedUnion('kind', [
  step('classify', { incidentType: IncidentType.nullable(), tags: z.array(z.string().trim().min(1).max(40)).max(5) }),
  /**
   * `createSlack`: a channel of the incident's own, by Slack's API. `post`: into a destination (Slack, Teams or a signed webhook). `backupId`: the destination that is posted to
   * when the first can't be reached.
   */
  step('openChannel', { how: z.discriminatedUnion('by', [z.strictObject({ by: z.literal('createSlack') }), z.strictObject({ by: z.literal('post'), destinationId })]), backupId: destinationId.nullable() }),
  /** Pages beside the escalation policy, and offers a role. No targets: whoever the service's policy reaches first, if nobody was paged so far. */
  step('page', { targets: z.array(Target).max(10), role: IncidentRole.nullable() }),
  step('makeWarRoom', {}),
  /** Tells those who follow the incident, in the words of the template. */
  step('postUpdate', {}),
  /** Drafts the public notice; by the status page's rule it is published at once. */
  step('draftStatusUpdate', {}),
  step('startCadence', { minutes: z.number().int().min(5).max(24 * 60) }),
  /** Calls a signed webhook to diagnose; what it answers stands in the timeline. */
  step('callWebhook', { destinationId, name: z.string().trim().min(1, 'is needed').max(60) }),
]);
export type PlanStep = z.infer<typeof PlanStep>;

/** `responsePlans/{id}`: what is done by itself when an incident of these severities begins. No services: of all. The plan that names the service goes before one that does not. */
export const ResponsePlan = z.strictObject({
  id: z.string().min(1).max(64), name: z.string().trim().min(1, 'is needed').max(80), enabled: z.boolean(),
  severities: z.array(Severity).min(1, 'choose at least one severity').max(4), serviceIds: z.array(z.string().min(1).max(64)).max(100),
  steps: z.array(PlanStep).min(1, 'needs at least one step').max(12),
});
export type ResponsePlan = z.infer<typeof ResponsePlan>;

/** `settings/chat`: the workspace that channels are opened in. Its bot token lies in `secrets/chat-slack`, encrypted. */
export const ChatSettings = z.strictObject({ slack: z.strictObject({ team: z.string().max(80), /** The workspace's own address, `https://acme.slack.com/`; '': not told. */ url: z.string().max(200).default(''), tokenHint: z.string().max(8), inviteResponders: z.boolean() }).nullable() });
export type ChatSettings = z.infer<typeof ChatSettings>;
