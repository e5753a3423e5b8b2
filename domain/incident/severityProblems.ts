import type { Issue } from '../ingest/parsed';
import { Severity, type SeverityPolicy } from './severity';

/** What is wrong with a severity policy: a word that means two severities, compared as sources' words are. */
export function severityProblems(policy: SeverityPolicy): Issue[] {
  const meaning = new Map<string, Severity>();
  return Severity.options.flatMap((severity) => policy[severity].words.flatMap((word, index) => {
    const spoken = word.trim().toLowerCase();
    const taken = meaning.get(spoken);
    meaning.set(spoken, taken ?? severity);
    if (spoken !== word) return [{ path: `severities.${severity}.words.${index}`, message: 'must be in lower case, without spaces around it' }];
    return taken === undefined ? [] : [{ path: `severities.${severity}.words.${index}`, message: `“${word}” means ${taken} already. Take it out of one of them.` }];
  }));
}
