import type { IncidentCommand } from '#domain/command/command';
import { addNote, setSeverity } from '#domain/incident/adjust';
import type { Decision, Who } from '#domain/incident/decision';
import { conclude } from '#domain/incident/conclude';
import { addDecision, unpinDecision } from '#domain/incident/decided';
import { checkExit } from '#domain/incident/exitList';
import { reopen, setMilestone } from '#domain/incident/finish';
import { setImpact } from '#domain/incident/impact';
import { rename, setStartedAt, setType, setUrgency } from '#domain/incident/reclassify';
import { addTask, changeTask, removeTask } from '#domain/incident/task';
import { setVerdict } from '#domain/incident/verdict';
import { setWarRoom } from '#domain/incident/warRoom';
import { assignRole, giveUpRole, setOnTheWay } from '#domain/role/assign';
import type { Incident } from '#domain/incident/incident';
import { answerRequest, ask } from '#domain/incident/requests';
import { endSnooze, snooze } from '#domain/incident/snooze';
import { acknowledge, escalate, release } from '#domain/incident/take';
import type { Configuration } from '../../store/configuration';
import { pictureIdOf } from './pictures';

/** The commands that one incident alone decides. */
export type Decidable = Exclude<IncidentCommand, { type: 'mergeIncident' | 'tickStep' | 'runAction' | 'sendUpdate' | 'setRepeat' }>;

/** What a command makes of the incident as it is. */
export function decide(sent: Decidable, incident: Incident, who: Who, facts: Configuration, now: number): Decision {
  switch (sent.type) {
    case 'acknowledge': return acknowledge(incident, who, facts.severities, now);
    case 'release': return release(incident, facts, now);
    case 'resolve': return conclude(incident, sent, who, facts.severities, now);
    case 'reopen': return reopen(incident, facts, now);
    case 'escalate': return escalate(incident, facts, now);
    case 'setSeverity': return setSeverity(incident, sent.severity, facts, now);
    case 'setMilestone': return setMilestone(incident, sent.milestone, who, facts.severities, now);
    case 'snooze': return snooze(incident, sent.minutes, who, facts.severities, now);
    case 'endSnooze': return endSnooze(incident, facts.severities, now);
    case 'askResponders': return ask(incident, sent.kind, sent.targets, who, facts, sent.commandId, now);
    case 'answerRequest': return answerRequest(incident, sent.requestId, sent.accept, who, facts, now);
    case 'addNote': return addNote(incident, { text: sent.text, happenedAt: sent.happenedAt, pictures: sent.pictures?.map((_picture, index) => pictureIdOf(sent.commandId, index)) }, facts.severities, now);
    case 'addDecision': return addDecision(incident, sent.commandId, sent.text, who, now);
    case 'unpinDecision': return unpinDecision(incident, sent.decisionId);
    case 'assignRole': return assignRole(incident, sent.role, sent.userId, sent.deputyId, facts, now, who);
    case 'giveUpRole': return giveUpRole(incident, sent.role, sent.userId);
    case 'setOnTheWay': return setOnTheWay(incident, sent.minutes, who, now);
    case 'setType': return setType(incident, sent.incidentType);
    case 'setUrgency': return setUrgency(incident, sent.urgency, facts, now);
    case 'renameIncident': return rename(incident, sent.title);
    case 'setStartedAt': return setStartedAt(incident, sent.startedAt, now);
    case 'setImpact': return setImpact(incident, sent, who, now);
    case 'addTask': return addTask(incident, sent.commandId, sent, facts, now);
    case 'changeTask': return changeTask(incident, sent.taskId, sent, who, facts, now);
    case 'removeTask': return removeTask(incident, sent.taskId);
    case 'setWarRoom': return setWarRoom(incident, sent.warRoom);
    case 'checkExit': return checkExit(incident, sent.item, sent.state, sent.reason, who, facts.severities, now);
    case 'setVerdict': return setVerdict(incident, sent.verdict, sent.cause, who, now);
    default: return sent satisfies never;
  }
}
