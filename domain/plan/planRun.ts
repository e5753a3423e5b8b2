import { z } from 'zod';
import { IncidentId } from '../incident/incident';
import { Severity } from '../incident/severity';
import { Instant } from '../time/instant';
import { PlanStep } from './plan';

/** `skipped`: there was nothing to do, and why stands in `result`. `stopped`: somebody pressed stop before its turn came. */
export const StepState = z.enum(['waiting', 'running', 'done', 'failed', 'skipped', 'stopped']);
export type StepState = z.infer<typeof StepState>;

export const RunStep = z.strictObject({
  id: z.string().max(40), step: PlanStep, state: StepState, /** In a sentence, as the timeline has it. */ result: z.string().max(300),
  attempts: z.number().int().min(0), at: Instant.nullable(),
  /** Of a step that waits: not before then. */
  dueAt: Instant.nullable().default(null),
  /** Who asked for it by hand; null: the plan. */
  by: z.strictObject({ userId: z.string(), name: z.string() }).nullable().default(null),
});
export type RunStep = z.infer<typeof RunStep>;

/** `planRuns/{incidentId}`: what a plan did for an incident, step by step. `dueAt`: when the next try of it is due; null: nothing waits. `planId` null: the severity's own default. */
export const PlanRun = z.strictObject({
  incidentId: IncidentId, planId: z.string().nullable(), planName: z.string().max(80), severity: Severity, startedAt: Instant,
  state: z.enum(['running', 'done', 'stopped']), stoppedBy: z.string().nullable(), steps: z.array(RunStep).max(24), dueAt: Instant.nullable(),
  /** Whoever carries it out holds it until then. */
  leaseUntil: Instant.nullable(),
  /** false: there are steps by hand only, or the incident waits to see whether it heals; its plan is still to begin. */
  isBegun: z.boolean().default(true),
});
export type PlanRun = z.infer<typeof PlanRun>;
