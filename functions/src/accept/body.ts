import type { Request } from 'firebase-functions/https';
import { sentContentType } from '../http/rawBodies';
import { type Reply, refuse } from '../http/reply';

export type ReadBody = { ok: true; value: unknown } | { ok: false; problem: Reply };

/** The body as JSON, whatever the framework made of it; SNS sends JSON as text/plain, so that is let through. */
export function readJson(request: Request, maxBytes: number): ReadBody {
  const raw: Buffer | undefined = request.rawBody;
  if (raw === undefined || raw.length === 0) return wrong(400, 'not-json', 'The body is empty. Send JSON.');
  if (raw.length > maxBytes) return wrong(413, 'too-large', `The body has ${raw.length} bytes; ${maxBytes} are the limit. Send fewer alerts per request.`);
  const declared = (request.get(sentContentType) ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^(?:application\/(?:[\w.+-]*\+)?json|text\/plain|application\/octet-stream)$/.test(declared)) {
    return wrong(415, 'not-json-type', `Content-Type ${declared} can't be read. Send application/json.`);
  }
  try {
    return { ok: true, value: JSON.parse(raw.toString('utf8')) };
  } catch (error) {
    return wrong(400, 'not-json', `The body is not JSON: ${error instanceof Error ? error.message : 'it ends too early'}`);
  }
}

const wrong = (status: number, code: string, message: string): ReadBody => ({ ok: false, problem: refuse(status, code, message, [{ path: '(body)', message }]) });
