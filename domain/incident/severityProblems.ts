import type { Issue } from '../ingest/parsed';
import { Severity, type SeverityPolicy } from './severity';

/** What is wrong with a severity policy: an exit item that stands twice in a list (they are told apart by their words), or a word that means two severities, compared as sources' words are. */
export function severityProblems(policy: SeverityPolicy): Issue[] {
  const meaning = new Map<string, Severity>();
  const twice = Severity.options.flatMap((severity) => [['exitList', policy[severity].exitList] as const, ...Object.entries(policy[severity].exitLists ?? {}).map(([type, list]) => [`exitLists.${type}`, list] as const)]
    .flatMap(([path, list]) => list.flatMap((item, index) => (list.indexOf(item) === index ? [] : [{ path: `severities.${severity}.${path}.${index}`, message: `“${item}” is on this list already.` }]))));
  return twice.length > 0 ? twice : Severity.options.flatMap((severity) => policy[severity].words.flatMap((word, index) => {
    const spoken = word.trim().toLowerCase();
    const taken = meaning.get(spoken);
    meaning.set(spoken, taken ?? severity);
    if (spoken !== word) return [{ path: `severities.${severity}.words.${index}`, message: 'must be in lower case, without spaces around it' }];
    return taken === undefined ? [] : [{ path: `severities.${severity}.words.${index}`, message: `“${word}” means ${taken} already. Take it out of one of them.` }];
  }));
}
