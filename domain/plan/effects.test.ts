import { describe, expect, it } from 'vitest';
import { noon, sampleFacts } from '../samples';
import { defaultSeverityPolicy } from '../incident/severity';
import { acknowledge } from '../incident/take';
import { addLink, callByPlan, callWhereNobodyWas, classify, startCadence } from './effects';
import { anIncident } from './forTests';

const facts = sampleFacts();
const rouse = { userId: 'rouse', name: 'Rouse' };
const sam = { userId: 'sam', name: 'Sam', why: 'response plan' };

describe('what a plan changes', () => {
  it('sets the type and adds tags, once', () => {
    const decision = classify({ ...anIncident(), tags: ['eu'] }, { kind: 'classify', incidentType: 'degradation', tags: ['eu', 'pay'] });
    if (decision.kind !== 'done') throw new Error('not done');
    expect([decision.turn.incident.type, decision.turn.incident.tags, decision.turn.changes.map(({ type }) => type)]).toEqual(['degradation', ['eu', 'pay'], ['typeSet']]);
    expect(classify(decision.turn.incident, { kind: 'classify', incidentType: 'degradation', tags: ['pay'] }).kind).toBe('unchanged');
  });

  it('starts a cadence and adds a link, once', () => {
    expect([startCadence(anIncident(), 45), startCadence(anIncident(), 30)].map(({ kind }) => kind)).toEqual(['done', 'unchanged']);
    const link = { href: 'https://acme.slack.com/archives/C1', text: '#x in Slack' };
    const full = { ...anIncident(), links: Array.from({ length: 20 }, (_, index) => ({ href: `https://x.example/${index}`, text: 'x' })) };
    const linked = addLink(full, link);
    expect(linked).toMatchObject({ kind: 'done', turn: { incident: { links: [...full.links.slice(1), link] } } });
    expect(addLink({ ...anIncident(), links: [link] }, link).kind).toBe('unchanged');
  });

  it('calls somebody and gives them a role, and neither again', () => {
    const decision = callByPlan(anIncident(), [sam], 'incidentCommander', rouse, facts, 'plan.s1', noon);
    if (decision.kind !== 'done') throw new Error('not done');
    const { incident, changes, requests } = decision.turn;
    expect([changes.map(({ type }) => type), incident.roles.map(({ role, userId }) => [role, userId]), incident.requests.map(({ id }) => id)]).toEqual([['asked', 'roleSet'], [['incidentCommander', 'sam']], ['plan.s1']]);
    expect(requests.map(({ kind }) => kind)).toEqual(['request', 'notice']);
    expect(callByPlan(incident, [sam], 'incidentCommander', rouse, facts, 'plan.s1', noon).kind).toBe('unchanged');
  });

  it('calls nobody where somebody has taken it since the step began, unless the plan names whom', () => {
    const quiet = { ...anIncident(), responders: [] };
    const taken = acknowledge(quiet, { userId: 'priya', name: 'Priya' }, defaultSeverityPolicy, noon);
    if (taken.kind !== 'done') throw new Error('not done');
    const call = [[sam], null, rouse, facts, 'plan.s1', noon] as const;
    expect([quiet, taken.turn.incident].map((incident) => callWhereNobodyWas(incident, ...call).kind)).toEqual(['done', 'unchanged']);
    expect(callByPlan(taken.turn.incident, ...call).kind).toBe('done');
  });
});
