import { clipped } from '../text';

/** Elastic Security's words and those of the SLO burn rate rule, in the words of the severity policy. */
const words: Readonly<Record<string, string>> = { critical: 'critical', high: 'error', medium: 'warning', low: 'info' };

/**
 * The severity in a word of the severity policy: what the template or document says, else what the action group is called (`metrics.threshold.warning`,
 * `slo.burnRate.high`); null where neither says one.
 */
export function severityWord(severity: string, actionGroup: string): string | null {
  if (severity !== '') return clipped(meaning(severity) ?? severity, 100) || null;
  const last = actionGroup.split('.').at(-1) ?? '';
  return meaning(last) ?? (last.toLowerCase() === 'warning' ? 'warning' : null);
}

const meaning = (word: string) => (Object.hasOwn(words, word.toLowerCase()) ? words[word.toLowerCase()] : undefined);
