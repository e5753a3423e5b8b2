import type { Incident } from '../incident/incident';
import { Severity } from '../incident/severity';
import { type SeverityQuestion, severityQuestionNames, severityQuestions } from '../incident/severityGuide';

/** The two sides of the risk matrix, 1 (least) to 4. */
export type Risk = { impact: number; pressure: number; score: number };
export type Priority = Risk & { id: string; /** From 1, the first to look after. */ rank: number; of: number; reason: string };

type OfIncident = Pick<Incident, 'id' | 'severity' | 'impact' | 'status' | 'clocks' | 'alertCounts'> & { owned: boolean };

/**
 * Where an incident stands in the risk matrix: how much it hurts (its severity, or what was assessed, if that is worse) by how fast it must be looked at (nobody has
 * it; somebody does and it still fires; it is watched or nothing fires any more).
 */
export function riskOf(incident: OfIncident): Risk {
  const impact = Math.max(levelOf(incident.severity), ...assessed(incident).map(({ level }) => level));
  const pressure = pressureOf(incident);
  return { impact, pressure, score: impact * pressure };
}

function pressureOf({ status, owned, alertCounts }: OfIncident): number {
  if (status === 'resolved') return 1;
  if (status === 'monitoring') return alertCounts.firing > 0 ? 2 : 1;
  if (!owned) return 4;
  return alertCounts.firing > 0 || alertCounts.total === 0 ? 3 : 2;
}

/** Every open incident with its place among them and why; of equal scores the older one first. A drill comes after everything real. */
export function prioritiesOf(incidents: readonly Incident[]): Map<string, Priority> {
  const open = incidents.filter(({ status }) => status !== 'resolved');
  const ranked = open
    .map((incident) => ({ incident: { ...incident, owned: hasOwner(incident) }, at: incident.clocks.triggeredAt }))
    .map(({ incident, at }) => ({ incident, at, risk: riskOf(incident) }))
    .sort((a, b) => Number(a.incident.drillId !== null) - Number(b.incident.drillId !== null) || b.risk.score - a.risk.score || b.risk.impact - a.risk.impact || a.at - b.at || a.incident.id.localeCompare(b.incident.id));
  return new Map(ranked.map(({ incident, risk }, index) => [incident.id, { ...risk, id: incident.id, rank: index + 1, of: ranked.length, reason: reasonOf(incident, risk) }]));
}

/** Whether a person has it: what only its source acknowledged, nobody does. */
const hasOwner = (incident: Incident): boolean => incident.status !== 'triggered' && incident.owner !== null && incident.owner.userId !== null;

/** "Everybody is affected, and nobody has it." */
function reasonOf(incident: OfIncident, { impact, pressure }: Risk): string {
  const worst = assessed(incident).filter(({ level }) => level === impact).map(({ because }) => because);
  const hurts = worst.length > 0 ? worst.join(' and ') : `it is ${incident.severity}`;
  const presses = { 4: 'nobody has it', 3: 'it goes on', 2: incident.status === 'monitoring' ? 'alerts fire while it is watched' : 'nothing fires any more', 1: incident.status === 'resolved' ? 'it is over' : 'a fix is being watched' }[pressure] ?? '';
  return `${hurts.charAt(0).toUpperCase()}${hurts.slice(1)}, and ${presses}.`;
}

const levelOf = (severity: Severity): number => 4 - Severity.options.indexOf(severity);

function assessed({ impact }: Pick<Incident, 'impact'>): { level: number; because: string }[] {
  if (impact === null) return [];
  return severityQuestionNames.flatMap((name: SeverityQuestion) => severityQuestions[name].answers
    .filter(({ key, severity }) => key === impact.answers[name] && severity !== 'SEV4').map(({ severity, because }) => ({ level: levelOf(severity), because })));
}
