import type { Request } from 'firebase-functions/https';
import { type Reply, refuse } from '../http/reply';
import type { Params } from '../http/router';
import { type Act, actOnPage } from './actOnPage';
import { donePage, confirmPage } from './html';
import { openToken } from './token';

export { actOnPage } from './actOnPage';

/** `POST /v1/ack/{token}` and `/v1/escalate/{token}`: one tap, no session. Repeating it is answered like the first time. */
export const actByToken = (act: Act) => async (request: Request, { token = '' }: Params): Promise<Reply> => {
  const reply = await carryOut(act, token);
  if (!(request.get('accept') ?? '').includes('text/html') || !('json' in reply)) return reply;
  return { status: reply.status, html: donePage(reply.json) };
};

async function carryOut(act: Act, token: string): Promise<Reply> {
  const opened = await openToken(token);
  if (!opened.ok) return opened.problem;
  const answer = await actOnPage(opened.notification, opened.person, act);
  if (answer.status === 'refused') return refuse(answer.http, answer.code, answer.message);
  const { status, incidentId, message } = answer;
  return { status: 200, json: { status, incidentId, message } };
}

/** The same addresses by GET: a page that asks, and changes nothing. Link scanners follow GETs. */
export const askByToken = (act: Act) => async (_request: Request, { token = '' }: Params): Promise<Reply> => {
  const opened = await openToken(token);
  if (!opened.ok) return 'json' in opened.problem ? { status: opened.problem.status, html: donePage(opened.problem.json) } : opened.problem;
  return { status: 200, html: confirmPage(act, token, opened.notification) };
};
