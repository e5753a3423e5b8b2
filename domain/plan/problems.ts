import type { Target } from '../escalation/policy';
import type { Issue } from '../ingest/parsed';
import { isMember } from '../people/person';
import { enabledDestination } from './channel';
import type { PlanFacts } from './facts';
import type { PlanStep, ResponsePlan } from './plan';
import { stepKindNames } from './stepName';

/** What a plan has once at most: twice would be two channels, two notices. */
const once: readonly PlanStep['kind'][] = ['classify', 'openChannel', 'makeWarRoom', 'postUpdate', 'draftStatusUpdate', 'startCadence'];

/** What is wrong with a plan as it is written down, by field: `steps.2.targets`. `id`: its own, null for a new one. */
export function planProblems(plan: Omit<ResponsePlan, 'id'>, id: string | null, facts: PlanFacts): Issue[] {
  const unknown = plan.serviceIds.filter((serviceId) => facts.services?.[serviceId] === undefined);
  const rival = plan.enabled ? facts.plans.find((other) => other.id !== id && other.enabled && overlaps(other, plan)) : undefined;
  return [
    ...(new Set(plan.severities).size < plan.severities.length ? [{ path: 'severities', message: 'name a severity twice' }] : []),
    ...(unknown.length > 0 ? [{ path: 'serviceIds', message: 'name a service that is gone' }] : []),
    ...(rival === undefined ? [] : [{ path: 'severities', message: `overlap with ${rival.name}, which is for the same services. One of the two would never run.` }]),
    ...stepsProblems(plan.steps, facts),
  ];
}

/** What is wrong with the steps alone. */
export function stepsProblems(steps: readonly PlanStep[], facts: PlanFacts): Issue[] {
  return steps.flatMap((step, index) => {
    const twice = once.includes(step.kind) && steps.findIndex(({ kind }) => kind === step.kind) < index;
    return [...(twice ? [{ path: `steps.${index}`, message: `${stepKindNames[step.kind]} is there twice: an incident needs one.` }] : []), ...stepProblems(step, `steps.${index}`, facts)];
  });
}

const overlaps = (a: Omit<ResponsePlan, 'id'>, b: Omit<ResponsePlan, 'id'>) => a.severities.some((severity) => b.severities.includes(severity))
  && (a.serviceIds.length === 0 && b.serviceIds.length === 0 ? true : a.serviceIds.some((serviceId) => b.serviceIds.includes(serviceId)));

function stepProblems(step: PlanStep, path: string, facts: PlanFacts): Issue[] {
  switch (step.kind) {
    case 'classify': return step.incidentType === null && step.tags.length === 0 ? [{ path: `${path}.tags`, message: 'are needed where no type is set' }] : [];
    case 'openChannel': return channelProblems(step, path, facts);
    case 'page': return step.targets.flatMap((target, index) => {
      const message = targetProblem(target, facts);
      return message === null ? [] : [{ path: `${path}.targets.${index}`, message }];
    });
    case 'callWebhook': return enabledDestination(step.destinationId, facts)?.kind === 'webhook' ? [] : [{ path: `${path}.destinationId`, message: 'is no signed webhook that is switched on' }];
    case 'makeWarRoom': case 'postUpdate': case 'draftStatusUpdate': case 'startCadence': return [];
    default: return step satisfies never;
  }
}

function channelProblems({ how, backupId }: Extract<PlanStep, { kind: 'openChannel' }>, path: string, facts: PlanFacts): Issue[] {
  const first = how.by === 'post' ? how.destinationId : null;
  return [
    ...(how.by === 'createSlack' && (facts.chat?.slack ?? null) === null ? [{ path: `${path}.how`, message: 'needs Slack, which is not connected. Connect it first, or post to a destination.' }] : []),
    ...(first !== null && enabledDestination(first, facts) === undefined ? [{ path: `${path}.how`, message: 'names a destination that is removed or switched off' }] : []),
    ...(backupId !== null && enabledDestination(backupId, facts) === undefined ? [{ path: `${path}.backupId`, message: 'is removed or switched off' }] : []),
    ...(backupId !== null && backupId === first ? [{ path: `${path}.backupId`, message: 'is the channel itself: it would be down with it' }] : []),
  ];
}

function targetProblem(target: Target, { people, schedules, teams }: PlanFacts): string | null {
  switch (target.kind) {
    case 'person': {
      const person = people[target.userId];
      return person !== undefined && isMember(person) ? null : 'is nobody who can be paged';
    }
    case 'schedule': return schedules[target.scheduleId] === undefined ? 'is a schedule that is gone' : null;
    case 'team': return teams?.[target.teamId] === undefined ? 'is a team that is gone' : null;
    case 'destination': return 'is a chat channel or a webhook, which wakes nobody. Post to it in a step of its own.';
    default: return target satisfies never;
  }
}
