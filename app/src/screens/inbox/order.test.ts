import { describe, expect, it } from 'vitest';
import { anIncident } from '../../incidentForTests';
import { inOrder, newcomersWords, settle } from './order';

const others = { responders: [{ userId: 'sam', name: 'Sam', state: 'paged' as const, at: 0 }] };
const a = anIncident({ id: 'INC-AAAAAA', severity: 'SEV3' });
const b = anIncident({ id: 'INC-BBBBBB', severity: 'SEV1', ...others });
const c = anIncident({ id: 'INC-CCCCCC', severity: 'SEV2', ...others });
const ids = (incidents: readonly { id: string }[]) => incidents.map(({ id }) => id);

it('puts what pages me first, whatever its severity, then the worst', () => {
  expect(ids(inOrder([c, b, a], 'ada'))).toEqual(['INC-AAAAAA', 'INC-BBBBBB', 'INC-CCCCCC']);
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
