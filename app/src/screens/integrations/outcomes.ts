import type { ReceivedEvent, Refusal } from '../../live/events';
import { counted } from '../configuration/counted';

/** What became of the alerts of one event: a sentence, and the incidents that it touched. */
export type Became = { words: string; incidentIds: string[] };

const actions: Readonly<Record<string, string>> = {
  triggered: 'opened', grouped: 'joined', deduplicated: 'counted as a repeat', acknowledged: 'acknowledged', resolved: 'resolved',
  suppressed: 'suppressed', ignored: 'ignored', amended: 'amended', held: 'held', 'test-notice': 'test notice',
};

/** What an action of an event's result is called where people read it. */
export const actionWords = (action: string): string => actions[action] ?? action;

/** What became of an event, in words: `Test notice: arrived, pages nobody.`, `2 opened, 1 counted as a repeat`. */
export function becameOf({ kind, state, alertCount, results }: Pick<ReceivedEvent, 'kind' | 'state' | 'alertCount' | 'results'>): Became {
  const incidentIds = [...new Set(results.flatMap(({ incidentId }) => incidentId ?? []))];
  if (state === 'failed') return { words: 'Could not be decided. Its body is kept.', incidentIds };
  switch (kind) {
    case 'test': return { words: 'Test notice: arrived, pages nobody.', incidentIds };
    case 'change': return { words: 'A change, kept on the service.', incidentIds };
    case 'handshake': return { words: 'About the connection itself; no alert.', incidentIds };
    case 'alerts': return { words: alertsBecame(state, alertCount, results), incidentIds };
    default: return kind satisfies never;
  }
}

function alertsBecame(state: ReceivedEvent['state'], alertCount: number, results: ReceivedEvent['results']): string {
  if (state === 'undecided') return 'Being decided.';
  const counts = new Map<string, number>();
  for (const { action } of results) counts.set(action, (counts.get(action) ?? 0) + 1);
  if (counts.size === 0) return alertCount === 0 ? 'No alert in it.' : `${counted(alertCount, 'alert')}.`;
  const said = [...counts].map(([action, count]) => (alertCount === 1 ? actionWords(action) : `${count.toLocaleString('en')} ${actionWords(action)}`)).join(', ');
  // A large event keeps the first results only.
  const rest = alertCount - results.length;
  const whole = rest > 0 ? `${said}, and ${counted(rest, 'alert')} more` : said;
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`;
}

/** Why a request was turned away, in the words that its sender was given, with the fields that were wrong. */
export function refusalWords({ status, error }: Pick<Refusal, 'status' | 'error'>): { reason: string; issues: string[] } {
  const said = error?.error;
  const reason = said?.message ?? `Answered with ${status}.`;
  // The message names the first field itself.
  const others = (said?.issues ?? []).filter(({ path, message }) => !reason.includes(`${path}: ${message}`));
  return { reason, issues: others.slice(0, 5).map(({ path, message }) => (path === '' ? message : `${path} ${message}`)) };
}
