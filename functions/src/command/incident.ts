import type { CommandAnswer } from '#domain/command/answer';
import type { IncidentCommand } from '#domain/command/command';
import { ownerOf } from '#domain/incident/finish';
import type { Incident } from '#domain/incident/incident';
import { renewed } from '#domain/incident/snooze';
import { statusLine } from '#domain/incident/words';
import type { Person } from '#domain/people/person';
import { type Acted, actOnIncident, type Acting } from '../commit/actOnIncident';
import { configuration } from '../store/configuration';
import { mergeIncident } from './merge';
import { refusal } from './refusal';
import { runAction } from './respond/action';
import { decide } from './respond/decide';
import { keepPictures } from './respond/pictures';
import { markRepeat } from './respond/repeat';
import { tickInIncident } from './respond/tick';
import { tellStakeholders } from './respond/update';

/** A responder's command on an incident. */
export async function commandIncident(sent: IncidentCommand, sender: Person): Promise<CommandAnswer> {
  switch (sent.type) {
    case 'mergeIncident': return mergeIncident(sent, sender);
    case 'runAction': return runAction(sent, sender);
    case 'tickStep': return answerTo(sent, await tickInIncident(sent, sender));
    case 'setRepeat': return answerTo(sent, await markRepeat(sent, sender));
    case 'sendUpdate': return tellStakeholders(sent, sender);
    case 'addNote': {
      const besides = keepPictures(sent, sender);
      return answerTo(sent, await act(sent, sender, (incident, who, facts, now) => decide(sent, incident, who, facts, now), besides));
    }
    default: return answerTo(sent, await act(sent, sender, (incident, who, facts, now) => decide(sent, incident, who, facts, now)));
  }
}

/** Carries out what a command decides, as its sender; any command is a sign of work. */
export function act(sent: IncidentCommand, sender: Person, decide: Acting['decide'], besides?: Acting['besides']): Promise<Acted> {
  return actOnIncident({
    incidentId: sent.incidentId, userId: sender.id, entryId: sent.commandId, ...(sent.tappedAt === undefined ? {} : { tappedAt: sent.tappedAt }), ...(besides === undefined ? {} : { besides }),
    decide: (incident, who, facts, now) => {
      const decision = decide(incident, who, facts, now);
      return decision.kind === 'done' ? { ...decision, turn: renewed(decision.turn, facts.severities, now) } : decision;
    },
  });
}

/** What the sender is told of it. Throws what was refused. */
export async function answerTo(sent: IncidentCommand, acted: Acted): Promise<CommandAnswer> {
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

/** The incident as it is now, in the words that its screen shows to this person. */
export async function answerOf(incident: Incident, person: Person): Promise<Pick<CommandAnswer, 'message' | 'incidentId' | 'status' | 'holder'>> {
  const facts = await configuration();
  const message = statusLine(incident, { userId: person.id, zone: person.timeZone }, facts, Date.now());
  const holder = ownerOf(incident);
  return { message, incidentId: incident.id, status: incident.status, ...(holder === null ? {} : { holder }) };
}

const warningOf = (sent: IncidentCommand, incident: Incident): Pick<CommandAnswer, 'warning'> =>
  (sent.type === 'resolve' && incident.alertCounts.firing > 0 ? { warning: 'alertsFiring' } : {});
