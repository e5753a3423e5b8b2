import type { CommandAnswer } from '#domain/command/answer';
import type { PlanCommand } from '#domain/command/plan';
import type { Person } from '#domain/people/person';
import { saveChat } from './chat';
import { dryRunPlan, removeResponsePlan, saveResponsePlan } from './plans';
import { retryPlanStep, runPlan, runPlanStep, stopPlan } from './runs';

/** Response plans: their configuration, and their runs by hand. */
export function changePlans(sent: PlanCommand, sender: Person): Promise<CommandAnswer> {
  switch (sent.type) {
    case 'saveResponsePlan': return saveResponsePlan(sent, sender);
    case 'removeResponsePlan': return removeResponsePlan(sent, sender);
    case 'dryRunPlan': return dryRunPlan(sent);
    case 'runPlan': return runPlan(sent, sender);
    case 'stopPlan': return stopPlan(sent, sender);
    case 'retryPlanStep': return retryPlanStep(sent);
    case 'runPlanStep': return runPlanStep(sent, sender);
    case 'saveChat': return saveChat(sent, sender);
    default: return sent satisfies never;
  }
}
