import { describe, expect, it } from 'vitest';
import { anIncident } from '../../../incidentForTests';
import { beganWords, clockRows } from './clockRows';

const MINUTE = 60_000;
const clocks = { ...anIncident().clocks, startedAt: 48 * MINUTE, detectedAt: 60 * MINUTE, triggeredAt: 60 * MINUTE, acknowledgedAt: 62 * MINUTE };

describe('the clocks', () => {
  it('tell those that have stopped, in the reader’s zone, by how far they are from the trigger', () => {
    expect(clockRows(clocks, 'Europe/Berlin', 90 * MINUTE).map(({ name, when, after }) => [name, when, after])).toEqual([
      ['Began', '01:48', '12 min before'], ['Noticed', '02:00', ''], ['Triggered', '02:00', ''], ['Acknowledged', '02:02', 'after 2 min'],
    ]);
  });

  it('say when it began, and how long nobody noticed', () => {
    expect(beganWords(clocks, 'UTC', 90 * MINUTE)).toBe('Began 00:48, 12 min before it was noticed');
    expect(beganWords({ ...clocks, startedAt: clocks.detectedAt - 20_000 }, 'UTC', 90 * MINUTE)).toBe('Began 00:59');
  });
});
