import { z } from 'zod';
import { Severity } from '../incident/severity';
import { MINUTE } from '../time/instant';
import type { Figures } from './figures';

const target = z.number().int().min(1, 'is at least a millisecond').nullable();

/** `settings/metrics`: what is aimed at (ms); null: nothing. Held against the median of the severities named. */
export const MetricsTargets = z.strictObject({ detect: target, acknowledge: target, restore: target, severities: z.array(Severity).min(1, 'must name at least one').max(4) });
export type MetricsTargets = z.infer<typeof MetricsTargets>;

/** MTTD < 5 min, MTTA < 5 min, MTTR < 30 min for SEV1. */
export const defaultTargets: MetricsTargets = { detect: 5 * MINUTE, acknowledge: 5 * MINUTE, restore: 30 * MINUTE, severities: ['SEV1'] };

export type Measure = 'detect' | 'acknowledge' | 'restore';
export const measures: readonly Measure[] = ['detect', 'acknowledge', 'restore'];

/** `met`: the median is below its target; null: nothing was measured, or nothing is aimed at. */
export function againstTargets(figures: Figures, targets: MetricsTargets): Record<Measure, { met: boolean | null; target: number | null }> {
  const held = (measure: Measure) => {
    const [spread, aim] = [figures[measure], targets[measure]];
    return { target: aim, met: spread === null || aim === null ? null : spread.median < aim };
  };
  return { detect: held('detect'), acknowledge: held('acknowledge'), restore: held('restore') };
}
