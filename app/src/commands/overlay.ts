import type { PagingFacts } from '#domain/escalation/targets';
import { setSeverity } from '#domain/incident/adjust';
import type { Decision, Who } from '#domain/incident/decision';
import { resolve, setMilestone } from '#domain/incident/finish';
import type { Incident } from '#domain/incident/incident';
import type { SeverityPolicy } from '#domain/incident/severity';
import { acknowledge, release } from '#domain/incident/take';
import type { Command } from '#domain/command/command';
import type { Entry } from './queue';

export type OverlayFacts = PagingFacts & { severities: SeverityPolicy };

/**
 * The incident as it will be once the commands on their way are answered: the domain's own rules, asked ahead. Commands
 * without an answer (`waiting`) are left out: they must never look done, and dropping out is what rolls them back.
 */
export function withCommands(incident: Incident, entries: readonly Entry[], who: Who, facts: OverlayFacts): Incident {
  const about = entries.filter(({ state, command }) => state !== 'waiting' && 'incidentId' in command && command.incidentId === incident.id);
  // Only the last one of each kind: an earlier one is part of the truth already, or overtaken by it. Doing it over again on
  // a truth that has it would make a page of this episode look like one of the last.
  const last = [about.findLast(({ command }) => command.type === 'setSeverity'), about.findLast(({ command }) => moves.includes(command.type))];
  return last.reduce((shown, entry) => {
    const decision = entry ? decide(shown, entry.command, who, facts, entry.queuedAt) : null;
    return decision?.kind === 'done' ? decision.turn.incident : shown;
  }, incident);
}

const moves: readonly Command['type'][] = ['acknowledge', 'release', 'resolve', 'setMilestone'];

function decide(incident: Incident, command: Command, who: Who, facts: OverlayFacts, now: number): Decision | null {
  switch (command.type) {
    case 'acknowledge': return acknowledge(incident, who, facts.severities, now);
    case 'release': return release(incident, facts, now);
    case 'resolve': return resolve(incident, who, now);
    case 'setSeverity': return setSeverity(incident, command.severity, facts, now);
    case 'setMilestone': return setMilestone(incident, command.milestone, who, facts.severities, now);
    // Whom these would page is for the server to say; the screen waits the moment.
    default: return null;
  }
}

/** The commands about this incident that nobody has answered: "Not yet sent". */
export function notYetSent(entries: readonly Entry[], incidentId: string): Command[] {
  return entries.filter(({ state, command }) => state === 'waiting' && 'incidentId' in command && command.incidentId === incidentId).map(({ command }) => command);
}
