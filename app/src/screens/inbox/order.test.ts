import { describe, expect, it } from 'vitest';
import type { Incident } from '#domain/incident/incident';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { severityQuestions } from '#domain/incident/severityGuide';
import { acknowledge } from '#domain/incident/take';
import { anIncident } from '../../incidentForTests';
import { inOrder, newcomersWords, outOfLine, settle } from './order';

const others = { responders: [{ userId: 'sam', name: 'Sam', state: 'paged' as const, at: 0 }] };
const a = anIncident({ id: 'INC-AAAAAA', severity: 'SEV3' });
const b = anIncident({ id: 'INC-BBBBBB', severity: 'SEV1', ...others });
const c = anIncident({ id: 'INC-CCCCCC', severity: 'SEV2', ...others });
const ids = (incidents: readonly { id: string }[]) => incidents.map(({ id }) => id);

const taken = (incident: Incident): Incident => {
  const { kind, ...decided } = acknowledge(incident, { userId: 'sam', name: 'Sam' }, defaultSeverityPolicy, 1_000);
  if (kind !== 'done' || !('turn' in decided)) throw new Error('the sample could not be acknowledged');
  return decided.turn.incident;
};

describe('the order', () => {
  it('puts what pages me first, whatever its severity, then the worst', () => {
    expect(ids(inOrder([c, b, a], 'ada'))).toEqual(['INC-AAAAAA', 'INC-BBBBBB', 'INC-CCCCCC']);
  });

  it('goes on by priority: what hurts more, or is looked after by nobody', () => {
    const assessed = anIncident({ id: 'INC-DDDDDD', severity: 'SEV3', ...others });
    const worst = severityQuestions.affected.answers.find(({ severity }) => severity === 'SEV1');
    const hurting: Incident = { ...assessed, impact: { answers: { affected: worst?.key }, people: null, note: '', by: 'Sam', at: 0 } };
    expect(ids(inOrder([c, hurting, b], 'ada'))).toEqual(['INC-BBBBBB', 'INC-DDDDDD', 'INC-CCCCCC']);
    expect(ids(inOrder([taken(b), hurting], 'ada'))).toEqual(['INC-DDDDDD', 'INC-BBBBBB']);
  });

  it('puts the older of two equals first, and what is over last', () => {
    const older = anIncident({ id: 'INC-EEEEEE', severity: 'SEV2', ...others, clocks: { ...c.clocks, triggeredAt: -5 } });
    const over: Incident = { ...taken(b), status: 'resolved', resolvedBy: null } as Incident; // Only its status counts here.
    expect(ids(inOrder([over, c, older], 'ada'))).toEqual(['INC-EEEEEE', 'INC-CCCCCC', 'INC-BBBBBB']);
  });
});

describe('what stands out of line', () => {
  it('is nothing where the order is that of the severities', () => {
    expect(outOfLine([a, b, c]).size).toBe(0);
  });

  it('is nothing that its status explains: somebody has the worse one', () => {
    expect(outOfLine([taken(b), c]).size).toBe(0);
  });

  it('is what was assessed as worse than its severity, with its place and the reason', () => {
    const worst = severityQuestions.affected.answers.find(({ severity }) => severity === 'SEV1');
    const hurting: Incident = { ...c, impact: { answers: { affected: worst?.key }, people: null, note: '', by: 'Sam', at: 0 } };
    const [[id, { rank, of, reason }] = ['', { rank: 0, of: 0, reason: '' }], ...more] = [...outOfLine([taken(b), hurting, a])];
    expect([id, rank, of, more]).toEqual(['INC-CCCCCC', 1, 3, []]);
    expect(reason).toMatch(/, and nobody has it\.$/);
  });
});

describe('settle', () => {
  it('lets everything in while nobody touches the list', () => {
    expect(settle([c], [b, c], false)).toEqual({ rows: [b, c], newcomers: [] });
  });

  it('keeps rows in their places while the list is held; newcomers wait', () => {
    expect(settle([c, b], [a, b, c], true)).toEqual({ rows: [c, b], newcomers: [a] });
  });

  it('changes a held row in place', () => {
    const renamed = anIncident({ id: 'INC-CCCCCC', title: 'Another title' });
    expect(settle([c, b], [renamed, b], true).rows[0]?.title).toBe('Another title');
  });

  it('leaves a row that closed meanwhile under the finger', () => {
    expect(ids(settle([c, b], [b], true).rows)).toEqual(['INC-CCCCCC', 'INC-BBBBBB']);
  });

  it('lets the first incident into an empty list at once', () => {
    expect(settle([], [b], true)).toEqual({ rows: [b], newcomers: [] });
  });
});

it('says how many newcomers there are and how bad', () => {
  expect(newcomersWords([b])).toBe('1 new SEV1');
  expect(newcomersWords([c, a])).toBe('2 new, worst SEV2');
});
