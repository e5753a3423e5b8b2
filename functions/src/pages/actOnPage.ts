import type { PagingFacts } from '#domain/escalation/targets';
import type { Decision, Who } from '#domain/incident/decision';
import type { Incident } from '#domain/incident/incident';
import { answerRequest } from '#domain/incident/requests';
import { renewed } from '#domain/incident/snooze';
import { acknowledge, escalate } from '#domain/incident/take';
import { statusLine } from '#domain/incident/words';
import type { Notification } from '#domain/notification/notification';
import type { Person } from '#domain/people/person';
import { actOnIncident } from '../commit/actOnIncident';
import { idOf } from '../identity/identity';
import { type Configuration, configuration } from '../store/configuration';

export type Act = 'acknowledge' | 'escalate';
/** What became of a tap, a reply or a key; `message` is the sentence for the person. */
export type PageAnswer =
  | { status: 'acknowledged' | 'escalated' | 'alreadyAcknowledged' | 'ended'; message: string; incidentId: string }
  | { status: 'refused'; http: 403 | 404 | 409; code: string; message: string };

/**
 * Acts for the person of a page, without a session: whoever holds the page may do this, once; repeating it is answered like the first time. A page acts in its own
 * episode alone; to acknowledge a request is to accept it.
 */
export async function actOnPage(notification: Notification, person: Person, act: Act): Promise<PageAnswer> {
  const { incidentId, episode, kind } = notification;
  if (incidentId === null || (kind !== 'page' && kind !== 'request')) return refused(409, 'not-a-page', 'This is no page: there is nothing to acknowledge.');
  let pastEpisode = false;
  const decide = (incident: Incident, who: Who, facts: Configuration, now: number): Decision => {
    if (act === 'acknowledge' && kind === 'request') return answerRequest(incident, notification.cause.replace(/^request\./, ''), true, who, facts, now);
    pastEpisode = kind === 'page' && incident.escalation.episode !== episode;
    if (pastEpisode) return { kind: 'unchanged', code: 'already-so' };
    return act === 'acknowledge' ? acknowledge(incident, who, facts.severities, now) : escalateOwn(incident, facts, now);
  };
  const acted = await actOnIncident({
    incidentId, userId: person.id, entryId: idOf('token', act, notification.id),
    decide: (incident, who, facts, now) => {
      const decision = decide(incident, who, facts, now);
      // Any action is a sign of work.
      return decision.kind === 'done' ? { ...decision, turn: renewed(decision.turn, facts.severities, now) } : decision;
    },
  });
  const facts = await configuration();
  const lineOf = (incident: Incident) => statusLine(incident, { userId: person.id, zone: person.timeZone }, facts, Date.now());
  switch (acted.kind) {
    case 'done': case 'repeated': case 'unchanged': {
      if (pastEpisode) return refused(409, 'episode-ended', 'This page is older than the paging that runs now. Open Rouse and act there.');
      const mine = acted.kind !== 'unchanged' || acted.code === 'already-yours' || (kind === 'request' && acted.code === 'already-so');
      const status = mine ? doneWord[act] : acted.incident.status === 'acknowledged' ? 'alreadyAcknowledged' : 'ended';
      return { status, incidentId, message: lineOf(acted.incident) };
    }
    case 'refused': return { status: 'ended', incidentId, message: lineOf(acted.incident) };
    case 'noIncident': return refused(404, 'no-such-incident', 'This incident does not exist any more.');
    case 'notAllowed': return refused(403, acted.code, 'Your role does not allow this any more. Ask an admin.');
    case 'idUsed': return refused(409, 'not-yours', 'This page was used by somebody else.');
    default: return acted satisfies never;
  }
}

const doneWord = { acknowledge: 'acknowledged', escalate: 'escalated' } as const satisfies Record<Act, string>;
const refused = (http: 403 | 404 | 409, code: string, message: string): PageAnswer => ({ status: 'refused', http, code, message });

/** Escalates while nobody has it; a page that somebody took, or that ended, wakes nobody else by an old button. */
function escalateOwn(incident: Incident, facts: PagingFacts, now: number): Decision {
  switch (incident.status) {
    case 'triggered': return escalate(incident, facts, now);
    case 'acknowledged': return incident.owner.userId === null ? escalate(incident, facts, now) : { kind: 'unchanged', code: 'already-acknowledged' };
    case 'monitoring': return { kind: 'unchanged', code: 'already-monitoring' };
    case 'resolved': return { kind: 'unchanged', code: 'already-resolved' };
    default: return incident satisfies never;
  }
}
