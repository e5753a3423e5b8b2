import type { Incident } from '../incident/incident';
import type { Instant } from '../time/instant';
import { defaultChannel } from './channel';
import { aboutOf, type PlanFacts } from './facts';
import { type Foreseen, foresee } from './foresee';
import type { PlanStep } from './plan';
import { planFor } from './planFor';
import type { PlanRun } from './planRun';
import { isSameAct } from './stepName';

/** How often an update is offered where the severity says nothing (minutes). */
const usualCadence = 60;

/** What somebody can still do by hand, and what it would do: of the incident's plan first, then of everything that plans can do. What is done, or under way, is left out. */
export function offered(incident: Incident, run: PlanRun | null, facts: PlanFacts, now: Instant): { step: PlanStep; foreseen: Foreseen }[] {
  const channel = defaultChannel(incident.serviceId, facts);
  const all: PlanStep[] = [
    ...planFor(incident.severity, incident.serviceId, facts).steps,
    ...(channel === null ? [] : [channel]), { kind: 'page', targets: [], role: null }, { kind: 'makeWarRoom' }, { kind: 'postUpdate' }, { kind: 'draftStatusUpdate' },
    { kind: 'startCadence', minutes: facts.severities[incident.severity].updateEveryMinutes ?? usualCadence },
    ...Object.values(facts.destinations ?? {}).filter(({ kind, enabled }) => kind === 'webhook' && enabled).map(({ id, name }): PlanStep => ({ kind: 'callWebhook', destinationId: id, name: name.slice(0, 60) })),
  ];
  const isUnderWay = (step: PlanStep) => run?.steps.some((each) => isSameAct(each.step, step) && ['waiting', 'running', 'done'].includes(each.state)) === true;
  return all
    .filter((step, index) => !isUnderWay(step) && all.findIndex((other) => isSameAct(other, step) || isSameCall(other, step)) === index)
    .map((step) => ({ step, foreseen: foresee(step, aboutOf(incident), facts, now) }));
}

/** A webhook that the plan calls under a name of its own needs no second row. */
const isSameCall = (a: PlanStep, b: PlanStep) => a.kind === 'callWebhook' && b.kind === 'callWebhook' && a.destinationId === b.destinationId;
