import type { Incident } from '../incident/incident';
import type { Measure, MetricsTargets } from '../metrics/targets';

/** One measured time (ms; null: not measured) against what is aimed at for incidents of its severity (ms; null: nothing). `met` null: there is nothing to hold it against. */
export type MeasuredTime = { measure: Measure; took: number | null; target: number | null; met: boolean | null };

/** Detection (begun → first event), response (triggered → first acknowledge) and restore (triggered → service restored, else resolved) of one incident. */
export function timesOf({ clocks, severity }: Pick<Incident, 'clocks' | 'severity'>, targets: MetricsTargets): MeasuredTime[] {
  const { startedAt, detectedAt, triggeredAt, acknowledgedAt, mitigatedAt, resolvedAt } = clocks;
  const restoredAt = mitigatedAt ?? resolvedAt;
  const aims = targets.severities.includes(severity);
  const time = (measure: Measure, from: number, to: number | null): MeasuredTime => {
    const took = to === null ? null : Math.max(0, to - from);
    const target = aims ? targets[measure] : null;
    return { measure, took, target, met: took === null || target === null ? null : took < target };
  };
  return [time('detect', startedAt, detectedAt), time('acknowledge', triggeredAt, acknowledgedAt), time('restore', triggeredAt, restoredAt)];
}

export const timeNames: Record<Measure, string> = { detect: 'Detection', acknowledge: 'Response', restore: 'Restore' };
export const timeMeanings: Record<Measure, string> = { detect: 'from its start to the first alert', acknowledge: 'from the alert to the first acknowledge', restore: 'from the alert to the restored service' };
