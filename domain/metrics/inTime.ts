import type { Severity, SeverityPolicy } from '../incident/severity';
import { MINUTE } from '../time/instant';
import type { Share } from './figures';
import type { MetricsRow } from './row';

/** How many of a severity's incidents a person took within the time that its severity asks for. One that ended before that time without anybody asks for nothing, and is left out. */
export function inTimeOf(rows: readonly MetricsRow[], severities: SeverityPolicy): Record<Severity, Share & { within: number }> {
  const of = (severity: Severity): Share & { within: number } => {
    const within = severities[severity].respondWithinMinutes * MINUTE;
    const asked = rows.filter((row) => row.severity === severity && (row.acknowledgedAt !== null || row.resolvedAt - row.triggeredAt > within));
    return { within, of: asked.length, count: asked.filter(({ acknowledgedAt, triggeredAt }) => acknowledgedAt !== null && acknowledgedAt - triggeredAt <= within).length };
  };
  return { SEV1: of('SEV1'), SEV2: of('SEV2'), SEV3: of('SEV3'), SEV4: of('SEV4') };
}
