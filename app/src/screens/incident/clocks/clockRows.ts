import type { Incident } from '#domain/incident/incident';
import { durationWords, whenWords } from '#domain/time/words';

/** One clock: its name, when (ms since epoch, and in words), and how far from the trigger. */
export type ClockRow = { key: keyof Incident['clocks']; name: string; at: number; when: string; after: string };

const names: readonly (readonly [keyof Incident['clocks'], string])[] = [
  ['startedAt', 'Began'], ['detectedAt', 'Noticed'], ['triggeredAt', 'Triggered'], ['notifiedAt', 'First page'], ['acknowledgedAt', 'Acknowledged'],
  ['rootCauseIdentifiedAt', 'Root cause identified'], ['fixDeployedAt', 'Fix deployed'], ['mitigatedAt', 'Service restored'], ['resolvedAt', 'Resolved'],
];

/** The clocks that have stopped, in the order of an incident's life, in `zone`; `now` shortens the words of today. */
export function clockRows(clocks: Incident['clocks'], zone: string, now: number): ClockRow[] {
  return names.flatMap(([key, name]) => {
    const at = clocks[key];
    if (at === null) return [];
    const distance = at - clocks.triggeredAt;
    const after = key === 'triggeredAt' || Math.abs(distance) < 1_000 ? '' : distance < 0 ? `${durationWords(-distance)} before` : `after ${durationWords(distance)}`;
    return [{ key, name, at, when: whenWords(at, now, zone), after }];
  });
}

/** When it began, for a row: "Began 03:01, 12 min before it was noticed". */
export function beganWords({ startedAt, detectedAt }: Incident['clocks'], zone: string, now: number): string {
  const gap = detectedAt - startedAt;
  return `Began ${whenWords(startedAt, now, zone)}${gap < 60_000 ? '' : `, ${durationWords(gap - (gap % 60_000))} before it was noticed`}`;
}
