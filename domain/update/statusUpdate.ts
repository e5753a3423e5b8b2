import { z } from 'zod';
import { Phase } from '../incident/phase';
import { Severity } from '../incident/severity';
import { Instant } from '../time/instant';

/** `incidents/{id}/updates/{updateId}`: what the stakeholders were told, in plain words. Nothing of it is changed afterwards. */
export const StatusUpdate = z.strictObject({
  id: z.string(), at: Instant, by: z.string(), phase: Phase, severity: Severity, text: z.string().max(4000), final: z.boolean(),
});
export type StatusUpdate = z.infer<typeof StatusUpdate>;
