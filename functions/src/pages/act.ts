import type { Request } from 'firebase-functions/https';
import type { PagingFacts } from '#domain/escalation/targets';
import type { Decision } from '#domain/incident/decision';
import type { Incident } from '#domain/incident/incident';
import { acknowledge, escalate } from '#domain/incident/take';
import { statusLine } from '#domain/incident/words';
import { actOnIncident } from '../commit/actOnIncident';
import { type Reply, refuse } from '../http/reply';
import type { Params } from '../http/router';
import { idOf } from '../identity/identity';
import { configuration } from '../store/configuration';
import { donePage, confirmPage } from './html';
import { openToken } from './token';

type Act = 'acknowledge' | 'escalate';
const doneWord = { acknowledge: 'acknowledged', escalate: 'escalated' } as const satisfies Record<Act, string>;

/** `POST /v1/ack/{token}` and `/v1/escalate/{token}`: one tap, no session. Repeating it is answered like the first time. */
export const actByToken = (act: Act) => async (request: Request, { token = '' }: Params): Promise<Reply> => {
  const reply = await carryOut(act, token);
  if (!(request.get('accept') ?? '').includes('text/html') || !('json' in reply)) return reply;
  return { status: reply.status, html: donePage(reply.json) };
};

async function carryOut(act: Act, token: string): Promise<Reply> {
  const opened = await openToken(token);
  if (!opened.ok) return opened.problem;
  const { notification, person } = opened;
  const { incidentId, episode, kind } = notification;
  if (incidentId === null || (kind !== 'page' && kind !== 'request')) return refuse(409, 'not-a-page', 'This is no page: there is nothing to acknowledge.');
  let pastEpisode = false;
  const acted = await actOnIncident({
    incidentId, userId: person.id, entryId: idOf('token', act, notification.id),
    decide: (incident, who, facts, now): Decision => {
      pastEpisode = incident.escalation.episode !== episode;
      if (pastEpisode) return { kind: 'unchanged', code: 'already-so' };
      if (act === 'acknowledge') return acknowledge(incident, who, facts.severities, now);
      return escalateOwn(incident, facts, now);
    },
  });
  const facts = await configuration();
  switch (acted.kind) {
    case 'done': case 'repeated': case 'unchanged': {
      if (pastEpisode) return refuse(409, 'episode-ended', 'This page is older than the paging that runs now. Open Rouse and act there.');
      const message = statusLine(acted.incident, { userId: person.id, zone: person.timeZone }, facts, Date.now());
      const mine = acted.kind !== 'unchanged' || acted.code === 'already-yours';
      const status = mine ? doneWord[act] : acted.incident.status === 'acknowledged' ? 'alreadyAcknowledged' : 'ended';
      return { status: 200, json: { status, incidentId, message } };
    }
    case 'refused': return { status: 200, json: { status: 'ended', incidentId, message: statusLine(acted.incident, { userId: person.id, zone: person.timeZone }, facts, Date.now()) } };
    case 'noIncident': return refuse(404, 'no-such-incident', 'This incident does not exist any more.');
    case 'notAllowed': return refuse(403, acted.code, 'Your role does not allow this any more. Ask an admin.');
    case 'idUsed': return refuse(409, 'not-yours', 'This page was used by somebody else.');
    default: return acted satisfies never;
  }
}

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

/** The same addresses by GET: a page that asks, and changes nothing. Link scanners follow GETs. */
export const askByToken = (act: Act) => async (_request: Request, { token = '' }: Params): Promise<Reply> => {
  const opened = await openToken(token);
  if (!opened.ok) return 'json' in opened.problem ? { status: opened.problem.status, html: donePage(opened.problem.json) } : opened.problem;
  return { status: 200, html: confirmPage(act, token, opened.notification) };
};
