import { describe, expect, it } from 'vitest';
import { anIncident } from '../../../incidentForTests';
import { matrixOf, prioritiesWith, priorityWords } from './matrix';

const mine = anIncident({ id: 'INC-AAAAAA', severity: 'SEV3', title: 'Mine' });
const other = anIncident({ id: 'INC-BBBBBB', severity: 'SEV1', title: 'Other' });

describe('the place among the open incidents', () => {
  it('counts this one as it is shown, not as the server last said', () => {
    const priorities = prioritiesWith({ ...mine, severity: 'SEV1' }, [mine, other]);
    expect(priorities).toHaveLength(2);
    expect(priorities.find(({ id }) => id === mine.id)?.impact).toBe(4);
  });

  it('is not said of one that stands alone or is over', () => {
    expect(prioritiesWith(mine, [mine])).toEqual([]);
    const { policy, episode, round, step, reason } = mine.escalation;
    const escalation = { policy, episode, round, step, reason, state: 'paused', was: 'paging', remainingMilliseconds: null } as const;
    expect(prioritiesWith({ ...mine, status: 'resolved', owner: null, resolvedBy: null, escalation }, [mine, other])).toEqual([]);
  });

  it('reads as a sentence', () => {
    expect(prioritiesWith(mine, [other]).map(priorityWords)).toEqual(['1 of 2: it is SEV1, and nobody has it.', '2 of 2: it is SEV3, and nobody has it.']);
  });

  it('stands in one cell of the matrix, the greatest impact on top', () => {
    const rows = matrixOf(prioritiesWith(mine, [other]));
    expect(rows.map(({ impact }) => impact)).toEqual([4, 3, 2, 1]);
    expect(rows.flatMap(({ impact, cells }) => cells.flatMap(({ pressure, incidents }) => incidents.map(({ id }) => [id, impact, pressure])))).toEqual([[other.id, 4, 4], [mine.id, 2, 4]]);
  });
});
