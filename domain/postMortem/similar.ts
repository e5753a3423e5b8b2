import type { Incident } from '../incident/incident';

type Compared = Pick<Incident, 'id' | 'title' | 'serviceId' | 'alertNames' | 'verdict' | 'clocks' | 'status' | 'mergedInto' | 'drillId'>;
/** An earlier incident that looks alike; `why` names what both have, for people to judge. */
export type Similar<T> = { incident: T; why: string[] };

/** Words of a cause that say nothing about it. */
const empty = new Set(['that', 'this', 'with', 'from', 'were', 'have', 'been', 'after', 'before', 'again', 'when', 'while', 'because', 'there', 'their', 'which', 'into', 'then', 'than', 'them', 'they', 'what', 'some', 'more', 'less', 'only', 'also', 'cause', 'caused', 'problem', 'issue', 'incident']);
const most = 5;

/** The words that carry a sentence: four letters or more, without a plural's s. */
function telling(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}_-]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !empty.has(word)).map((word) => (word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word)));
}

/**
 * Which of `others` this incident may repeat: of the same service, ended, triggered before it, with an alert name, a title or words of the judged cause in common. What has most in common
 * comes first, then the newest; five at most. A drill is like nothing, and nothing is like it.
 */
export function similarTo<T extends Compared>(incident: Compared, others: readonly T[]): Similar<T>[] {
  if (incident.drillId !== null) return [];
  const cause = telling(incident.verdict?.cause ?? '');
  return others
    .filter((other) => other.id !== incident.id && other.serviceId === incident.serviceId && other.status === 'resolved' && other.mergedInto === null && other.drillId === null && other.clocks.triggeredAt < incident.clocks.triggeredAt)
    .map((other) => {
      const alerts = other.alertNames.filter((name) => incident.alertNames.some((own) => own.toLowerCase() === name.toLowerCase()));
      const words = [...telling(other.verdict?.cause ?? '')].filter((word) => cause.has(word));
      const sameTitle = other.title.toLowerCase() === incident.title.toLowerCase();
      // One common word of two long causes is chance, unless it is all that one of them says.
      const isCause = words.length >= 2 || (words.length === 1 && Math.min(cause.size, telling(other.verdict?.cause ?? '').size) <= 2);
      const why = [...(alerts.length === 0 ? [] : [`the same alert: ${alerts.slice(0, 2).join(', ')}`]), ...(isCause ? [`the same words of the cause: ${words.slice(0, 4).join(', ')}`] : []), ...(sameTitle && alerts.length === 0 ? ['the same title'] : [])];
      return { incident: other, why, score: (isCause ? 2 + words.length : 0) + alerts.length * 2 + (sameTitle ? 1 : 0) };
    })
    .filter(({ why }) => why.length > 0)
    .sort((a, b) => b.score - a.score || b.incident.clocks.triggeredAt - a.incident.clocks.triggeredAt)
    .slice(0, most).map(({ incident: found, why }) => ({ incident: found, why }));
}
