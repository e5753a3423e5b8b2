import type { CommandAnswer } from '#domain/command/answer';
import type { IncidentCommand } from '#domain/command/command';
import { addNote, setSeverity } from '#domain/incident/adjust';
import type { Decision, Who } from '#domain/incident/decision';
import { ownerOf, reopen, resolve, setMilestone } from '#domain/incident/finish';
import type { Incident } from '#domain/incident/incident';
import { answerRequest, ask } from '#domain/incident/requests';
import { endSnooze, renewed, snooze } from '#domain/incident/snooze';
import { acknowledge, escalate, release } from '#domain/incident/take';
import { statusLine } from '#domain/incident/words';
import type { Person } from '#domain/people/person';
import { actOnIncident } from '../commit/actOnIncident';
import { configuration, type Configuration } from '../store/configuration';
import { mergeIncident } from './merge';
import { refusal } from './refusal';

/** A responder's command on an incident. */
export async function commandIncident(sent: IncidentCommand, sender: Person): Promise<CommandAnswer> {
  if (sent.type === 'mergeIncident') return mergeIncident(sent, sender);
  const acted = await actOnIncident({
    incidentId: sent.incidentId, userId: sender.id, entryId: sent.commandId,
    decide: (incident, who, facts, now) => {
      const decision = decide(sent, incident, who, facts, now);
      // Any command is a sign of work.
      return decision.kind === 'done' ? { ...decision, turn: renewed(decision.turn, facts.severities, now) } : decision;
    },
  });
  switch (acted.kind) {
    case 'done': return { ...(await answerOf(acted.incident, acted.person)), outcome: 'done', code: sent.type, ...warningOf(sent, acted.incident) };
    case 'repeated': return { ...(await answerOf(acted.incident, acted.person)), outcome: 'done', code: sent.type };
    case 'unchanged': return { ...(await answerOf(acted.incident, acted.person)), outcome: 'unchanged', code: acted.code };
    case 'refused': throw refusal(acted.code);
    case 'noIncident': throw refusal('no-such-incident');
    case 'notAllowed': throw refusal(acted.code);
    case 'idUsed': throw refusal('command-id-used');
    default: return acted satisfies never;
  }
}

function decide(sent: Exclude<IncidentCommand, { type: 'mergeIncident' }>, incident: Incident, who: Who, facts: Configuration, now: number): Decision {
  switch (sent.type) {
    case 'acknowledge': return acknowledge(incident, who, facts.severities, now);
    case 'release': return release(incident, facts, now);
    case 'resolve': return resolve(incident, who, now);
    case 'reopen': return reopen(incident, facts, now);
    case 'escalate': return escalate(incident, facts, now);
    case 'setSeverity': return setSeverity(incident, sent.severity, facts, now);
    case 'setMilestone': return setMilestone(incident, sent.milestone, who, facts.severities, now);
    case 'snooze': return snooze(incident, sent.minutes, who, facts.severities, now);
    case 'endSnooze': return endSnooze(incident, facts.severities, now);
    case 'askResponders': return ask(incident, sent.kind, sent.targets, who, facts, sent.commandId, now);
    case 'answerRequest': return answerRequest(incident, sent.requestId, sent.accept, who, facts, now);
    case 'addNote': return addNote(incident, sent.text, facts.severities, now);
    default: return sent satisfies never;
  }
}

/** The incident as it is now, in the words that its screen shows to this person. */
export async function answerOf(incident: Incident, person: Person): Promise<Pick<CommandAnswer, 'message' | 'incidentId' | 'status' | 'holder'>> {
  const facts = await configuration();
  const message = statusLine(incident, { userId: person.id, zone: person.timeZone }, facts, Date.now());
  const holder = ownerOf(incident);
  return { message, incidentId: incident.id, status: incident.status, ...(holder === null ? {} : { holder }) };
}

const warningOf = (sent: IncidentCommand, incident: Incident): Pick<CommandAnswer, 'warning'> =>
  (sent.type === 'resolve' && incident.alertCounts.firing > 0 ? { warning: 'alertsFiring' } : {});

