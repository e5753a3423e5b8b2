import type { Usage } from '#domain/runbook/usage';
import { MINUTE } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';

/** The use of a runbook as pairs of a name and a figure; `ago`: the last use in the reader's words. What nobody measured is left out. */
export function usagePairs({ times, lastUsedAt, minutesToFirstStep, minutesToRestored }: Usage, ago: (at: number) => string): [name: string, figure: string][] {
  const minutes = (name: string, count: number | null): [string, string][] => (count === null ? [] : [[name, count === 0 ? 'under a minute' : durationWords(count * MINUTE)]]);
  return [
    ...(lastUsedAt === null ? [] : [['Last used', ago(lastUsedAt)] satisfies [string, string]]),
    ['Incidents', String(times)],
    ...minutes('To the first step, median', minutesToFirstStep),
    ...minutes('To service restored, median', minutesToRestored),
  ];
}
