import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, seededRandom } from '../samples';
import type { Decision } from '../incident/decision';
import { resolve, setMilestone } from '../incident/finish';
import { setImpact } from '../incident/impact';
import type { Incident } from '../incident/incident';
import { acknowledge, taken as takenBy } from '../incident/take';
import { Severity } from '../incident/severity';
import { MINUTE } from '../time/instant';
import { prioritiesOf } from './priority';

const { severities } = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const done = (decision: Decision): Incident => {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  return decision.turn.incident;
};
const made = (id: string, severity: Severity, at = noon): Incident => sampleIncident({ id: `INC-${id}`, severity }, sampleFacts(), at);
const taken = (incident: Incident) => done(acknowledge(incident, priya, severities, noon));
const watched = (incident: Incident) => done(setMilestone(incident, 'fixDeployed', priya, severities, noon));
const firing = (incident: Incident, count: number): Incident => ({ ...incident, alertCounts: { firing: count, total: 1, events: 1 } });
const order = (incidents: readonly Incident[]) => [...prioritiesOf(incidents).values()].sort((a, b) => a.rank - b.rank).map(({ id }) => id.slice(4));

describe('the priorities of the open incidents', () => {
  it('a drill comes after everything real, and says why as any other does', () => {
    const drill = { ...made('00000A', 'SEV1'), drillId: 'd' };
    expect(order([drill, watched(made('00000B', 'SEV4'))])).toEqual(['00000B', '00000A']);
    expect(prioritiesOf([drill]).get(drill.id)?.reason).toBe('It is SEV1, and nobody has it.');
  });

  it('nobody has it goes before the same that somebody has, that before what is watched', () => {
    expect(order([watched(made('00000C', 'SEV1')), taken(made('00000B', 'SEV1')), made('00000A', 'SEV1')])).toEqual(['00000A', '00000B', '00000C']);
  });

  it.each([
    ['a SEV2 that nobody has before a SEV1 that is watched', [made('00000A', 'SEV2'), watched(made('00000B', 'SEV1'))]],
    ['a SEV1 that somebody has before a SEV2 that nobody has', [taken(made('00000A', 'SEV1')), made('00000B', 'SEV2')]],
    ['of equal risk, what hurts more', [firing(taken(made('00000A', 'SEV1')), 0), made('00000B', 'SEV3')]],
    ['of all the same, the older', [made('00000A', 'SEV2', noon - MINUTE), made('00000B', 'SEV2', noon)]],
    ['of the same moment, always the same', [made('00000A', 'SEV2'), made('00000B', 'SEV2')]],
  ])('%s', (_what, incidents) => {
    expect(order(incidents)).toEqual(['00000A', '00000B']);
    expect(order([...incidents].reverse())).toEqual(['00000A', '00000B']);
  });

  it('what was assessed counts where it is worse than the severity, and never makes it better', () => {
    const assessed = (incident: Incident, affected: string) => done(setImpact(incident, { answers: { affected }, people: null, note: '' }, priya, noon));
    const worse = prioritiesOf([assessed(made('00000A', 'SEV3'), 'everybody')]).get('INC-00000A');
    expect(worse).toMatchObject({ impact: 4, pressure: 4, score: 16, reason: 'Everybody is affected, and nobody has it.' });
    expect(prioritiesOf([assessed(made('00000A', 'SEV1'), 'nobody')]).get('INC-00000A')).toMatchObject({ impact: 4, reason: 'It is SEV1, and nobody has it.' });
  });

  it.each([
    ['It is SEV2, and nobody has it.', made('00000A', 'SEV2')], ['It is SEV2, and it goes on.', firing(taken(made('00000A', 'SEV2')), 1)],
    ['It is SEV2, and it goes on.', taken(made('00000A', 'SEV2'))], ['It is SEV2, and nothing fires any more.', firing(taken(made('00000A', 'SEV2')), 0)],
    ['It is SEV2, and alerts fire while it is watched.', firing(watched(made('00000A', 'SEV2')), 1)], ['It is SEV2, and a fix is being watched.', watched(made('00000A', 'SEV2'))],
  ])('says why: %s', (reason, incident) => {
    expect(prioritiesOf([incident]).get(incident.id)?.reason).toBe(reason);
  });

  it('what only its source acknowledged, nobody has', () => {
    const bySource = takenBy(made('00000A', 'SEV2'), { userId: null, name: 'Alertmanager', at: noon }, severities, noon);
    expect(prioritiesOf([bySource]).get('INC-00000A')?.reason).toBe('It is SEV2, and nobody has it.');
  });

  it('leaves out what is resolved', () => {
    expect(prioritiesOf([done(resolve(made('00000A', 'SEV1'), priya, noon))]).size).toBe(0);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('ranks are 1 to all of them, and risks fall with the rank, in whatever order they come (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const states = [(incident: Incident) => incident, taken, watched, (incident: Incident) => firing(taken(incident), 0), (incident: Incident) => firing(watched(incident), 2)];
    const all = Array.from({ length: random.below(12) }, (_, index) => random.pick(states)(made(`0000${String(index).padStart(2, '0')}`, random.pick(Severity.options), noon - random.below(3) * MINUTE)));
    const ranked = [...prioritiesOf(all).values()].sort((a, b) => a.rank - b.rank);
    expect(ranked.map(({ rank, of }) => `${rank} of ${of}`)).toEqual(all.map((_each, index) => `${index + 1} of ${all.length}`));
    for (const [index, each] of ranked.entries()) expect(each.score).toBeLessThanOrEqual(ranked[index - 1]?.score ?? 16);
    expect(order([...all].reverse())).toEqual(order(all));
  });
});
