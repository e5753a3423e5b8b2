import { describe, expect, it } from 'vitest';
import type { Incident } from '../incident/incident';
import { noon, sampleIncident } from '../samples';
import { phaseTold } from './phaseTold';

const { clocks } = sampleIncident();
const given = (status: Incident['status'], rootCauseIdentifiedAt: number | null = null) => ({ status, clocks: { ...clocks, rootCauseIdentifiedAt } });

describe('the phase that those outside see', () => {
  it.each([
    ['nothing was told', given('acknowledged'), null, 'investigating'],
    ['an update went further than the milestones', given('acknowledged'), 'identified', 'identified'],
    ['the milestones went further than the last update', given('monitoring'), 'investigating', 'monitoring'],
    ['it is over, whatever was said last', given('resolved'), 'identified', 'resolved'],
    ['its end was told, and it goes on', given('acknowledged', noon), 'resolved', 'identified'],
    ['it pages again after it was watched', given('triggered'), 'monitoring', 'investigating'],
  ] as const)('where %s', (_what, incident, last, phase) => {
    expect(phaseTold(incident, last)).toBe(phase);
  });
});
