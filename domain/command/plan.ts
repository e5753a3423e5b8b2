import { z } from 'zod';
import { IncidentId } from '../incident/incident';
import { Severity } from '../incident/severity';
import { PlanStep, ResponsePlan } from '../plan/plan';
import { command, id } from './envelope';

const of = { incidentId: IncidentId };

/** Response plans: what is done by itself, and by hand. */
export const PlanCommand = z.discriminatedUnion('type', [
  command('saveResponsePlan', { plan: ResponsePlan.omit({ id: true }), planId: id.nullable() }),
  command('removeResponsePlan', { planId: id }),
  /** Says what each step would do for an incident of this severity and service now; nothing is sent, and nothing changed. */
  command('dryRunPlan', { steps: z.array(PlanStep).min(1).max(12), severity: Severity, serviceId: id }),
  /** `planId` null: the one that its severity and service choose. */
  command('runPlan', { ...of, planId: id.nullable() }),
  command('stopPlan', of),
  command('retryPlanStep', { ...of, stepId: z.string().max(40) }),
  /** Does by hand what a step of a plan does. */
  command('runPlanStep', { ...of, step: PlanStep }),
  /** `token` null: the stored one stays. */
  command('saveChat', { slack: z.strictObject({ token: z.string().trim().regex(/^xoxb-[0-9A-Za-z-]{10,200}$/, 'must be a bot token, which begins with xoxb-').nullable(), inviteResponders: z.boolean() }).nullable() }),
]);
export type PlanCommand = z.infer<typeof PlanCommand>;
