import type { Request } from 'firebase-functions/https';
import type { OpsgenieAction } from '#domain/ingest/opsgenie/action';
import { opsgenie } from '#domain/ingest/opsgenie/opsgenie';
import type { Integration } from '#domain/service/service';
import { keyFrom } from '../accept/authenticity/integrationKey';
import { receive, type Received } from '../accept/receive';
import type { Params } from '../http/router';
import type { Reply } from '../http/reply';
import { newId } from '../identity/identity';
import { integrationOfKey } from '../store/integrationKeys';
import { aliasOfId, describeAlert, describeRequest } from './opsgenieAlert';

// Opsgenie's Alert API, drop-in: docs.opsgenie.com/docs/alert-api. Requests are asynchronous there: 202 says that one will be processed, and what became of it
// is asked for by its request id. The key is the integration key, as `Authorization: GenieKey <key>`.

/** `POST /v2/alerts` */
export const createAlert = (request: Request): Promise<Reply> => answered(request, (integration) => receive(request, opsgenie, integration));

/** `POST /v2/alerts/{identifier}/close`, `acknowledge`, `unacknowledge`, `notes`; `PUT …/message`, `description`, `priority`; `DELETE …` closes. */
export const actOnAlert = (action: OpsgenieAction['opsgenieAction']) => (request: Request, { identifier = '' }: Params): Promise<Reply> =>
  answered(request, async (integration) => {
    const alias = await aliasOf(request, identifier, integration);
    return receive(request, opsgenie, integration, (body) => ({ ...(typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}), opsgenieAction: action, alias }));
  });

/** `GET /v2/alerts/requests/{requestId}`: what became of a request. Zabbix asks until it has been processed. */
export async function requestStatus(request: Request, { requestId = '' }: Params): Promise<Reply> {
  const integration = await integrationOf(request);
  if (integration === undefined) return unknownKey();
  const found = await describeRequest(requestId, integration);
  return found === undefined ? answer(404, { message: 'Request not found. It might not be processed, yet.' }) : answer(200, { data: found }, requestId);
}

/** `GET /v2/alerts/{identifier}` */
export async function getAlert(request: Request, { identifier = '' }: Params): Promise<Reply> {
  const integration = await integrationOf(request);
  if (integration === undefined) return unknownKey();
  const found = await describeAlert(await aliasOf(request, identifier, integration), integration);
  return found === undefined ? answer(404, { message: `Alert with ${typeOf(request)} [${identifier}] does not exist` }) : answer(200, { data: found });
}

async function answered(request: Request, receiving: (integration: Integration) => Promise<Received>): Promise<Reply> {
  const integration = await integrationOf(request);
  if (integration === undefined) return unknownKey();
  const received = await receiving(integration);
  if (received.ok) return answer(202, { result: 'Request will be processed' }, received.taken.eventId);
  if (received.busySeconds === undefined) return refused(received.problem);
  return {
    ...answer(429, { message: 'You are making too many requests! To avoid interrupting your services, please slow down.' }),
    headers: { 'Retry-After': String(received.busySeconds), 'X-RateLimit-State': 'THROTTLED', 'X-RateLimit-Reason': 'ACCOUNT', 'X-RateLimit-Period-In-Sec': '60' },
  };
}

function integrationOf(request: Request): Promise<Integration | undefined> {
  const key = keyFrom(request, undefined);
  return key === undefined ? Promise.resolve(undefined) : integrationOfKey(key);
}

const typeOf = (request: Request) => new URL(request.url, 'http://rouse').searchParams.get('identifierType') ?? 'id';

/** The alias that an identifier means; an id that nothing has is taken for one, and will find no alert. */
async function aliasOf(request: Request, identifier: string, integration: Integration): Promise<string> {
  return typeOf(request) === 'alias' ? identifier : (await aliasOfId(identifier, integration)) ?? identifier;
}

const answer = (status: number, body: object, requestId = newId(Date.now())): Reply => ({ status, json: { ...body, took: 0.005, requestId } });
const unknownKey = () => answer(401, { message: 'Could not authenticate' });

/** Our refusal in Opsgenie's form: 422 names the fields that are wrong; what can't be read at all is 400. */
function refused(problem: Reply): Reply {
  const json: unknown = 'json' in problem ? problem.json : undefined;
  const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
  if (typeof error !== 'object' || error === null || !('message' in error) || !('code' in error)) return answer(problem.status, { message: 'Request body is not processable.' });
  if (error.code === 'wrong-shape' && 'issues' in error && Array.isArray(error.issues)) {
    const errors = Object.fromEntries(error.issues.map((issue: { path: string; message: string }) => [issue.path, issue.message])); // As refuse() writes them.
    return answer(422, { message: 'Request body is not processable. Please check the errors.', errors });
  }
  return answer(problem.status === 415 ? 400 : problem.status, { message: String(error.message) });
}
