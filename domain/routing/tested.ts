import { severityOfWord, type SeverityPolicy } from '../incident/severity';
import type { ParsedAlert } from '../ingest/parsed';
import type { Instant } from '../time/instant';
import { classify, type Classified, outcomeWords, type RuleCounts } from './classify';
import type { TestedAlert } from './evidence';
import type { RoutingRule } from './rule';

/** One alert of a stored event. An event of several alerts comes as several, in the event's order. */
export type StoredAlert = { eventId: string; receivedAt: Instant; alert: ParsedAlert; source: string; integrationName: string };

/** Stored alerts in the order in which they came; those of one event stay together, in the event's order. */
export function inOrder<T extends StoredAlert>(history: readonly T[]): T[] {
  return [...history].sort((a, b) => a.receivedAt - b.receivedAt || (a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0));
}

/**
 * What a list of rules makes of stored alerts, newest first. They are asked in the order in which they came, so that "N in M minutes" counts; what
 * came before the oldest is not known, and not counted.
 */
export function tested(history: readonly StoredAlert[], rules: readonly RoutingRule[], severities: SeverityPolicy): TestedAlert[] {
  let counts: RuleCounts = {};
  const answers = inOrder(history).map(({ eventId, receivedAt, alert, source, integrationName }): TestedAlert => {
    const subject = { alert, severity: severityOfWord(alert.severityWord, severities), source, integrationName };
    const { classified, counts: counted } = classify(subject, rules, counts, receivedAt);
    counts = counted;
    const { rule, severity, urgency, suppressed, holdOffSeconds } = classified;
    return {
      eventId, receivedAt, title: alert.title, status: alert.status, source, labels: alert.labels, ruleId: rule?.id ?? null, ruleName: rule?.name ?? null,
      why: rule?.why ?? '', outcome: wordsFor(alert, classified), severity, urgency, suppressed, holdOffSeconds,
    };
  });
  return answers.reverse();
}

function wordsFor({ status, amends }: ParsedAlert, classified: Classified): string {
  if (amends !== undefined) return 'Amends its alert';
  switch (status) {
    case 'firing': return outcomeWords(classified);
    case 'acknowledged': return 'Acknowledges its alert';
    case 'resolved': return 'Resolves its alert';
    default: return status satisfies never;
  }
}
