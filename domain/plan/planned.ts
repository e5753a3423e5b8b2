import type { Instant } from '../time/instant';
import type { About, PlanFacts } from './facts';
import { type Foreseen, foresee } from './foresee';
import type { PlanStep } from './plan';
import { stepName } from './stepName';

/** What each step would do for an incident of this severity and service now: the answer of a dry run. */
export const planned = (steps: readonly PlanStep[], about: About, facts: PlanFacts, now: Instant): (Foreseen & { step: string })[] =>
  steps.map((step) => ({ step: stepName(step), ...foresee(step, about, facts, now) }));
