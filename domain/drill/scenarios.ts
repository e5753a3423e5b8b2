import type { IncidentType } from '../incident/incident';
import type { Severity } from '../incident/severity';
import { drillTitle } from './title';
import type { DrillScenario } from './drill';

/** What a drill plays. `summary`: for whoever chooses one; `description`: for whoever is paged, what monitoring would say and what to practise. */
export type Scenario = { name: string; title: string; summary: string; description: string; severity: Severity; type: IncidentType };

/** Ends every description: who is woken reads it half asleep. */
const nothingIsBroken = 'This is a drill: nothing is broken, change nothing in production. End the drill when you have practised.';

export const scenarios: Readonly<Record<DrillScenario, Scenario>> = {
  databaseConnections: {
    name: 'Database connections', title: drillTitle('Database connections are exhausted'), severity: 'SEV2', type: 'degradation',
    summary: 'The pool is full, requests wait and time out. Practises finding who holds the connections, and giving the service room.',
    description: [
      'Monitoring would say: 200 of 200 database connections in use for 4 min, 38 % of requests time out, the error rate rises. The last deploy was 20 min ago.',
      'Practise: acknowledge, open the runbook, find where you would see who holds the connections, say what you would stop or roll back and who may do it. Mark the milestones as you would reach them.',
      nothingIsBroken,
    ].join('\n\n'),
  },
  paymentFailure: {
    name: 'Payment failure', title: drillTitle('Payments fail for every customer'), severity: 'SEV1', type: 'outage',
    summary: 'The payment provider refuses everything. Practises roles, calling somebody outside, and what customers are told.',
    description: [
      'Monitoring would say: 0 of 312 payments accepted in the last 5 min, the provider answers 503, its status page says nothing yet. Support has 14 reports.',
      'Practise: acknowledge, name who commands, open the war room, find the provider’s number and contract, assess the impact, write the first update to the stakeholders and say that it is a drill.',
      nothingIsBroken,
    ].join('\n\n'),
  },
  regionLoss: {
    name: 'Region loss', title: drillTitle('A whole region is lost'), severity: 'SEV1', type: 'outage',
    summary: 'Everything in one region is gone at once. Practises deciding to move, who decides it, and escalation when nobody answers.',
    description: [
      'Monitoring would say: no instance in the first region answers, health checks of every service there fail since 3 min, the second region is up and has 60 % of the capacity.',
      'Practise: acknowledge, name who commands, decide whether to move traffic and who may say so, find the runbook and the accesses that it needs, say what would be lost. Ask for help as you would at night.',
      nothingIsBroken,
    ].join('\n\n'),
  },
};
