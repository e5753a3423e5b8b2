import { describe, expect, it } from 'vitest';
import { anIncident } from '../../../incidentForTests';
import { milestoneRows } from './milestoneRows';

const { clocks } = anIncident();
const shown = (status: 'acknowledged' | 'monitoring' | 'resolved', changes: Partial<typeof clocks> = {}) =>
  milestoneRows({ status, clocks: { ...clocks, ...changes } }, 30, []).map(({ milestone, reachedAt, canTap }) => [milestone, reachedAt, canTap]);

describe('the milestones', () => {
  it('are all to be tapped at first', () => {
    expect(shown('acknowledged')).toEqual([['rootCauseIdentified', null, true], ['fixDeployed', null, true], ['serviceRestored', null, true]]);
  });

  it('keep their time; a fix can be deployed again when it did not hold, and not while it is watched', () => {
    expect(shown('acknowledged', { rootCauseIdentifiedAt: 1, fixDeployedAt: 2 })).toEqual([['rootCauseIdentified', 1, false], ['fixDeployed', 2, true], ['serviceRestored', null, true]]);
    expect(shown('monitoring', { fixDeployedAt: 2 })).toEqual([['rootCauseIdentified', null, true], ['fixDeployed', 2, false], ['serviceRestored', null, true]]);
  });

  it('do nothing any more when it is over', () => {
    expect(shown('resolved').every(([, , canTap]) => canTap === false)).toBe(true);
  });

  it('say for how long it is watched then, and which tap has not been sent', () => {
    const rows = milestoneRows({ status: 'acknowledged', clocks }, 15, [{ type: 'setMilestone', commandId: 'c', incidentId: 'INC-K7Q2MD', milestone: 'fixDeployed' }]);
    expect(rows.map(({ isUnsent }) => isUnsent)).toEqual([false, true, false]);
    expect(rows[1]?.words).toBe('Then it is watched for 15 min.');
  });
});
