import type { Severity, SeverityPolicy } from '../incident/severity';
import { defaultChannel } from './channel';
import type { PlanFacts } from './facts';
import type { PlanStep, ResponsePlan } from './plan';

/** The plan that applies. `planId` null: the severity's own default. */
export type ChosenPlan = { planId: string | null; name: string; steps: readonly PlanStep[] };

/** What the severity policy's words stand for; `openChannel` is resolved by `defaultSteps`. */
const meanings: Record<SeverityPolicy[Severity]['plan'][number], PlanStep> = {
  page: { kind: 'page', targets: [], role: null },
  openChannel: { kind: 'openChannel', how: { by: 'createSlack' }, backupId: null },
  draftStatusUpdate: { kind: 'draftStatusUpdate' },
};

/** What the default plan of a severity is called. */
export const defaultPlanName = (severity: Severity): string => `Default of ${severity}`;

/** The enabled plan for incidents of this severity and service: one that names the service before one for all; of several the first by name. undefined: the severity's default applies. */
export function ownPlanFor(severity: Severity, serviceId: string, plans: readonly ResponsePlan[]): ResponsePlan | undefined {
  const fitting = plans.filter(({ enabled, severities }) => enabled && severities.includes(severity)).sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  return fitting.find(({ serviceIds }) => serviceIds.includes(serviceId)) ?? fitting.find(({ serviceIds }) => serviceIds.length === 0);
}

/** The severity's own default for a service: into a channel of Slack, else into the first that follows the service; where there is neither, the step says so when it is looked at. */
export function defaultSteps(severity: Severity, serviceId: string, facts: Pick<PlanFacts, 'severities' | 'destinations' | 'chat'>): PlanStep[] {
  return facts.severities[severity].plan.map((word) => (word === 'openChannel' ? (defaultChannel(serviceId, facts) ?? meanings.openChannel) : meanings[word]));
}

/** Which plan an incident of this severity and service has. */
export function planFor(severity: Severity, serviceId: string, facts: Pick<PlanFacts, 'plans' | 'severities' | 'destinations' | 'chat'>): ChosenPlan {
  const own = ownPlanFor(severity, serviceId, facts.plans);
  if (own !== undefined) return { planId: own.id, name: own.name, steps: own.steps };
  return { planId: null, name: defaultPlanName(severity), steps: defaultSteps(severity, serviceId, facts) };
}
