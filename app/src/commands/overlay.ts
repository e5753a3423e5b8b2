import type { PagingFacts } from '#domain/escalation/targets';
import { setSeverity } from '#domain/incident/adjust';
import type { Decision, Who } from '#domain/incident/decision';
import { resolve, setMilestone } from '#domain/incident/finish';
import type { Incident } from '#domain/incident/incident';
import type { SeverityPolicy } from '#domain/incident/severity';
import { answerRequest } from '#domain/incident/requests';
import { endSnooze, renewed, snooze } from '#domain/incident/snooze';
import { acknowledge, release } from '#domain/incident/take';
import { turnOf } from '#domain/incident/turn';
import type { Command } from '#domain/command/command';
import type { Entry } from './queue';

export type OverlayFacts = PagingFacts & { severities: SeverityPolicy };

/**
 * The incident as it will be once the commands on their way are answered: the domain's own rules, asked ahead. Commands
 * without an answer (`waiting`) are left out: they must never look done, and dropping out is what rolls them back.
 */
export function withCommands(incident: Incident, entries: readonly Entry[], who: Who, facts: OverlayFacts): Incident {
  const about = entries.filter(({ state, command }) => state !== 'waiting' && 'incidentId' in command && command.incidentId === incident.id);
  // Only the last one of each sort: an earlier one is part of the truth already, or overtaken by it. Doing it over again on
  // a truth that has it would make a page of this episode look like one of the last.
  const last = sorts.map((sort) => about.findLast(({ command }) => sort.includes(command.type)));
  return last.reduce((shown, entry) => {
    const decision = entry ? decide(shown, entry.command, who, facts, entry.queuedAt) : null;
    return decision?.kind === 'done' ? decision.turn.incident : shown;
  }, incident);
}

/** The commands that overtake each other, a sort of them each: of every sort the last one counts. */
const sorts: readonly (readonly Command['type'][])[] = [['setSeverity'], ['answerRequest'], ['addNote'], ['acknowledge', 'release', 'resolve', 'setMilestone', 'snooze', 'endSnooze']];

function decide(incident: Incident, command: Command, who: Who, facts: OverlayFacts, now: number): Decision | null {
  switch (command.type) {
    case 'acknowledge': return acknowledge(incident, who, facts.severities, now);
    case 'release': return release(incident, facts, now);
    case 'resolve': return resolve(incident, who, now);
    case 'setSeverity': return setSeverity(incident, command.severity, facts, now);
    case 'setMilestone': return setMilestone(incident, command.milestone, who, facts.severities, now);
    case 'snooze': return snooze(incident, command.minutes, who, facts.severities, now);
    case 'endSnooze': return endSnooze(incident, facts.severities, now);
    case 'answerRequest': return answerRequest(incident, command.requestId, command.accept, who, facts, now);
    // A note is a sign of work: the question whether its writer is still on it is answered.
    case 'addNote': return { kind: 'done', turn: renewed(turnOf(incident), facts.severities, now) };
    // Whom these would page is for the server to say; the screen waits the moment.
    default: return null;
  }
}

/** The commands about this incident that nobody has answered: "Not yet sent". */
export function notYetSent(entries: readonly Entry[], incidentId: string): Command[] {
  return entries.filter(({ state, command }) => state === 'waiting' && 'incidentId' in command && command.incidentId === incidentId).map(({ command }) => command);
}
