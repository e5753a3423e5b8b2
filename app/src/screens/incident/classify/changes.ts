import { exitListOf } from '#domain/incident/exitList';
import type { Incident, IncidentType } from '#domain/incident/incident';
import type { Severity, SeverityPolicy, Urgency } from '#domain/incident/severity';
import { durationWords } from '#domain/time/words';
import type { Wish } from '../../../commands/wish';

/** What is chosen in the sheet. `urgency` null: whatever the severity makes of it. */
export type Classification = { title: string; type: IncidentType; severity: Severity; urgency: Urgency | null };
type Classified = Extract<Wish, { type: 'renameIncident' | 'setType' | 'setSeverity' | 'setUrgency' }>;

/** Only what differs, in the order in which it is sent: the severity sets the urgency too, so a chosen urgency comes after it. */
export function classifyWishes(incident: Incident, chosen: Classification): Classified[] {
  const incidentId = incident.id;
  const title = chosen.title.trim();
  const changesSeverity = chosen.severity !== incident.severity;
  return [
    ...(title === '' || title === incident.title ? [] : [{ type: 'renameIncident', incidentId, title } as const]),
    ...(chosen.type === incident.type ? [] : [{ type: 'setType', incidentId, incidentType: chosen.type } as const]),
    ...(changesSeverity ? [{ type: 'setSeverity', incidentId, severity: chosen.severity } as const] : []),
    ...(chosen.urgency !== null && (changesSeverity || chosen.urgency !== incident.urgency) ? [{ type: 'setUrgency', incidentId, urgency: chosen.urgency } as const] : []),
  ];
}

/** What comes of it, in sentences; `urgency` is the one that it will have. Empty where nothing follows. */
export function consequences(incident: Incident, { type, severity, urgency }: Classification & { urgency: Urgency }, severities: SeverityPolicy): string[] {
  if (incident.status === 'resolved') return [];
  const rule = severities[severity];
  const changes = severity !== incident.severity;
  const exitList = exitListOf({ severity, type }, severities);
  const before = exitListOf(incident, severities);
  return [
    ...(urgency === incident.urgency ? [] : [urgencyTurns(incident, urgency)]),
    ...(changes && rule.leaseMinutes !== null ? [`An acknowledge holds for ${durationWords(rule.leaseMinutes * 60_000)} without a sign of work.`] : []),
    ...(changes && rule.updateEveryMinutes !== null ? [`The stakeholders are owed an update every ${durationWords(rule.updateEveryMinutes * 60_000)}.`] : []),
    ...(exitList.join('\n') === before.join('\n') ? [] : [exitList.length === 0 ? 'It has no exit list then.' : `Its exit list has ${exitList.length} ${exitList.length === 1 ? 'item' : 'items'} then.`]),
  ];
}

function urgencyTurns({ status }: Incident, urgency: Urgency): string {
  if (status === 'triggered') return urgency === 'high' ? 'It becomes loud: it pages at once, from the first step.' : 'It becomes quiet: once somebody was reached, nobody further is paged.';
  return urgency === 'high' ? 'It becomes loud: if it triggers again, it wakes people.' : 'It becomes quiet: if it triggers again, it wakes nobody at night.';
}

/** What sort of incident it is, for who has to say it. */
export const typeGuide: Readonly<Record<IncidentType, { name: string; means: string }>> = {
  outage: { name: 'Outage', means: 'It does not answer at all, for some or for everybody.' },
  degradation: { name: 'Degradation', means: 'It answers, but slowly, or wrongly now and then.' },
  defect: { name: 'Defect', means: 'It does the wrong thing, for everybody alike.' },
  security: { name: 'Security', means: 'Somebody has, or may have, what is not theirs.' },
  other: { name: 'Other', means: 'None of these, or nobody knows yet.' },
};

/** What loud and quiet mean. */
export const urgencyGuide: Readonly<Record<Urgency, { name: string; means: string }>> = {
  high: { name: 'Loud', means: 'Wakes whoever is on call, and goes on to the next until somebody acknowledges.' },
  low: { name: 'Quiet', means: 'Makes no sound at night, waits for the morning, and never goes on to the next.' },
};
