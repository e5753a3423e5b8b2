import type { Severity } from '#domain/incident/severity';
import { measures, type Measure, type MetricsTargets } from '#domain/metrics/targets';
import { MINUTE } from '#domain/time/instant';
import type { Issue } from '../../commands/send';

/** Targets as they are typed: minutes, empty for none. */
export type TargetsDraft = Record<Measure, string> & { severities: Severity[] };

const minutes = (target: number | null) => (target === null ? '' : String(target / MINUTE));
export const targetsDraftOf = ({ detect, acknowledge, restore, severities }: MetricsTargets): TargetsDraft => ({ detect: minutes(detect), acknowledge: minutes(acknowledge), restore: minutes(restore), severities });

/** What was typed, or what is wrong with it. A comma is a point, as half of Europe types it. */
export function targetsOf(draft: TargetsDraft): { targets: MetricsTargets } | { issues: Issue[] } {
  const typed = (measure: Measure): number | null => (draft[measure].trim() === '' ? null : Math.round(Number(draft[measure].trim().replace(',', '.')) * MINUTE));
  const targets = { detect: typed('detect'), acknowledge: typed('acknowledge'), restore: typed('restore'), severities: draft.severities };
  const issues = measures.filter((measure) => { const target = targets[measure]; return target !== null && !(target >= 1 && Number.isFinite(target)); })
    .map((measure): Issue => ({ path: `targets.${measure}`, message: 'is a number of minutes above 0' }));
  if (draft.severities.length === 0) issues.push({ path: 'targets.severities', message: 'Choose at least one severity.' });
  return issues.length > 0 ? { issues } : { targets };
}
