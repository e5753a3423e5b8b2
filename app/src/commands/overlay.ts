import type { PagingFacts } from '#domain/escalation/targets';
import { setSeverity } from '#domain/incident/adjust';
import type { Decision, Who } from '#domain/incident/decision';
import { conclude } from '#domain/incident/conclude';
import { addDecision, unpinDecision } from '#domain/incident/decided';
import { checkExit } from '#domain/incident/exitList';
import { setMilestone } from '#domain/incident/finish';
import { setImpact } from '#domain/incident/impact';
import type { Incident } from '#domain/incident/incident';
import { rename, setStartedAt, setType, setUrgency } from '#domain/incident/reclassify';
import type { SeverityPolicy } from '#domain/incident/severity';
import { answerRequest } from '#domain/incident/requests';
import { endSnooze, renewed, snooze } from '#domain/incident/snooze';
import { acknowledge, release } from '#domain/incident/take';
import { addTask, changeTask, removeTask } from '#domain/incident/task';
import { turnOf } from '#domain/incident/turn';
import { setVerdict } from '#domain/incident/verdict';
import { setWarRoom } from '#domain/incident/warRoom';
import { assignRole, giveUpRole, setOnTheWay } from '#domain/role/assign';
import { isShared } from '#domain/role/role';
import { tickStep } from '#domain/runbook/tick';
import type { Command } from '#domain/command/command';
import type { Entry } from './queue';

export type OverlayFacts = PagingFacts & { severities: SeverityPolicy };

/**
 * The incident as it will be once the commands on their way are answered: the domain's own rules, asked ahead. Commands
 * without an answer (`waiting`) are left out: they must never look done, and dropping out is what rolls them back.
 */
export function withCommands(incident: Incident, entries: readonly Entry[], who: Who, facts: OverlayFacts): Incident {
  const about = entries.filter(({ state, command }) => state !== 'waiting' && 'incidentId' in command && command.incidentId === incident.id);
  // Only the last one about the same thing: an earlier one is part of the truth already, or overtaken by it. Doing it over again on
  // a truth that has it would make a page of this episode look like one of the last.
  const last = new Map(about.flatMap((entry) => {
    const thing = thingOf(entry.command);
    return thing === null ? [] : [[thing, entry] as const];
  }));
  return [...last.values()].sort((a, b) => a.queuedAt - b.queuedAt || a.order - b.order).reduce((shown, entry) => {
    const decision = decide(shown, entry.command, who, facts, entry.queuedAt);
    return decision?.kind === 'done' ? decision.turn.incident : shown;
  }, incident);
}

/** What a command is about: of those with the same answer the last one counts. Of several ticks each is about its own step. null: it is not shown ahead. */
function thingOf(command: Command): string | null {
  switch (command.type) {
    // Who has it, and how far it is: one question with many answers.
    case 'acknowledge': case 'release': case 'resolve': case 'setMilestone': case 'snooze': case 'endSnooze': return 'state';
    case 'assignRole': case 'giveUpRole': return `role ${command.role} ${isShared(command.role) ? command.userId : ''}`;
    case 'addTask': case 'addDecision': return `${command.type} ${command.commandId}`;
    case 'changeTask': return `changeTask ${command.taskId} ${['title', 'ownerId', 'dueAt', 'done'].filter((field) => Object.hasOwn(command, field)).join()}`;
    case 'removeTask': return `removeTask ${command.taskId}`;
    case 'unpinDecision': return `unpinDecision ${command.decisionId}`;
    case 'tickStep': return `tickStep ${command.runbookId} ${command.step}`;
    case 'checkExit': return `checkExit ${command.item}`;
    case 'setSeverity': case 'answerRequest': case 'addNote': case 'setOnTheWay': case 'setImpact': case 'setVerdict': case 'setType': case 'setUrgency':
    case 'renameIncident': case 'setStartedAt': case 'setWarRoom': return command.type;
    // Whom the others would page is for the server to say; the screen waits the moment.
    default: return null;
  }
}

function decide(incident: Incident, command: Command, who: Who, facts: OverlayFacts, now: number): Decision | null {
  switch (command.type) {
    case 'acknowledge': return acknowledge(incident, who, facts.severities, now);
    case 'release': return release(incident, facts, now);
    case 'resolve': return conclude(incident, command, who, facts.severities, now);
    case 'setSeverity': return setSeverity(incident, command.severity, facts, now);
    case 'setMilestone': return setMilestone(incident, command.milestone, who, facts.severities, now);
    case 'snooze': return snooze(incident, command.minutes, who, facts.severities, now);
    case 'endSnooze': return endSnooze(incident, facts.severities, now);
    case 'answerRequest': return answerRequest(incident, command.requestId, command.accept, who, facts, now);
    // A note is a sign of work: the question whether its writer is still on it is answered.
    case 'addNote': return { kind: 'done', turn: renewed(turnOf(incident), facts.severities, now) };
    case 'assignRole': return assignRole(incident, command.role, command.userId, command.deputyId, facts, now);
    case 'giveUpRole': return giveUpRole(incident, command.role, command.userId);
    case 'setOnTheWay': return setOnTheWay(incident, command.minutes, who, now);
    // The truth may have it already, while this settles.
    case 'addTask': return incident.tasks.some(({ id }) => id === command.commandId) ? null : addTask(incident, command.commandId, command, facts, now);
    case 'changeTask': return changeTask(incident, command.taskId, command, who, facts, now);
    case 'removeTask': return removeTask(incident, command.taskId);
    case 'addDecision': return incident.decided.some(({ id }) => id === command.commandId) ? null : addDecision(incident, command.commandId, command.text, who, now);
    case 'unpinDecision': return unpinDecision(incident, command.decisionId);
    // The runbook's title is for the timeline alone, which is not shown ahead.
    case 'tickStep': return tickStep(incident, { ...command, runbook: '' }, who, now);
    case 'checkExit': return checkExit(incident, command.item, command.state, command.reason, who, facts.severities, now);
    case 'setImpact': return setImpact(incident, command, who, now);
    case 'setVerdict': return setVerdict(incident, command.verdict, command.cause, who, now);
    case 'setType': return setType(incident, command.incidentType);
    case 'setUrgency': return setUrgency(incident, command.urgency, facts, now);
    case 'renameIncident': return rename(incident, command.title);
    case 'setStartedAt': return setStartedAt(incident, command.startedAt, now);
    case 'setWarRoom': return setWarRoom(incident, command.warRoom);
    default: return null;
  }
}

/** The commands about this incident that nobody has answered: "Not yet sent". */
export function notYetSent(entries: readonly Entry[], incidentId: string): Command[] {
  return entries.filter(({ state, command }) => state === 'waiting' && 'incidentId' in command && command.incidentId === incidentId).map(({ command }) => command);
}
