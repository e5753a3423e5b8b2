import { startEpisode } from '../escalation/paging';
import type { Amendment } from '../ingest/parsed';
import type { Instant } from '../time/instant';
import { withSeverity } from './adjust';
import type { Alert } from './alert';
import type { Arrival, JoiningFacts } from './join';
import { isWorse, severityOfWord } from './severity';
import type { Change } from './timeline';
import { andThen, type Turn } from './turn';

/**
 * A source changes an open alert in place: its words, its severity (which can raise the incident's, as a report of it would), a note. The incident takes
 * a new title where the old one was this alert's. Undefined: everything is so already, or the alert has ended.
 */
export function amend(
  turn: Turn, known: Alert, { receivedAt }: Pick<Arrival, 'receivedAt'>, { title, description, severityWord, note }: Amendment, facts: JoiningFacts, now: Instant,
): { turn: Turn; alert: Alert } | undefined {
  if (known.status === 'resolved') return undefined;
  const severity = severityWord === null ? known.severity : severityOfWord(severityWord, facts.severities);
  const alert: Alert = { ...known, title: title ?? known.title, description: description ?? known.description, severity, lastSeenAt: receivedAt };
  const isSame = alert.title === known.title && alert.description === known.description && severity === known.severity;
  if (isSame && note === null) return undefined;
  const { incident } = turn;
  const changes: Change[] = [
    ...(alert.title === known.title ? [] : [{ type: 'amended', title: alert.title } as const]),
    ...(note === null ? [] : [{ type: 'note', text: note } as const]),
  ];
  const renamed = {
    ...incident, title: incident.title === known.title && !incident.isRenamed ? alert.title : incident.title,
    description: incident.description === known.description ? alert.description : incident.description,
  };
  const next = andThen(turn, renamed, changes);
  // An alert that is as bad as it was raises nothing: a person may have lowered the incident since.
  if (!isWorse(severity, known.severity) || !isWorse(severity, incident.severity)) return { turn: next, alert };
  const raised = withSeverity(next, severity, facts, now);
  if (incident.status !== 'acknowledged') return { turn: raised, alert };
  return { turn: startEpisode(andThen(raised, raised.incident, [{ type: 'retriggered', reason: 'severityRose', title: alert.title }]), facts, now), alert };
}
