import type { Request } from 'firebase-functions/https';
import { sentContentType } from '../http/rawBodies';
import { type Reply, refuse } from '../http/reply';

/** How a body came: enough to read its bytes again the same way. `query`: what stood after the `?`, where the source reports by it. */
export type BodyForm = { contentType: string; query: string | null };
export type ReadBody = { ok: true; value: unknown; raw: Buffer; form: BodyForm } | { ok: false; problem: Reply };

const json = /^application\/(?:[\w.+-]*\+)?json$/;
const text = /^(?:text\/plain|application\/octet-stream)$/;
const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** The body as the source's parser takes it: JSON, or a form or a query as an object of strings. `mayBeEmpty`: nothing is an object without fields. */
export async function readBody(request: Request, maxBytes: number, { viaQuery = false, mayBeEmpty = false } = {}): Promise<ReadBody> {
  const raw = bytesOf(request);
  const query = viaQuery ? queryOf(request) : null;
  if (raw.length > maxBytes) return wrong(413, 'too-large', `The body has ${raw.length} bytes; ${maxBytes} are the limit. Send fewer alerts per request.`);
  if (raw.length === 0 && query === null && mayBeEmpty) return { ok: true, value: {}, raw, form: { contentType: 'application/json', query } };
  if (raw.length === 0 && query === null) return wrong(400, 'not-json', 'The body is empty. Send JSON.');
  const contentType = request.get(sentContentType) ?? 'application/json';
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!json.test(type) && !text.test(type) && !forms.includes(type)) {
    return wrong(415, 'not-json-type', `Content-Type ${type} can't be read. Send application/json.`);
  }
  const form = { contentType: contentType.slice(0, 200), query };
  try {
    return { ok: true, value: await decodeBody(raw, form), raw, form };
  } catch (error) {
    return wrong(400, 'not-json', `The body is not ${forms.includes(type) ? 'a form' : 'JSON'}: ${error instanceof Error ? error.message : 'it ends too early'}`);
  }
}

/**
 * Bytes as a value, the same at every reading. Throws where they are not what their type says. text/plain that is not JSON stays text: some
 * tools can send nothing else.
 */
export async function decodeBody(raw: Buffer, { contentType, query }: BodyForm): Promise<unknown> {
  if (raw.length === 0 && query !== null) return unwrapped(Object.fromEntries(new URLSearchParams(query)));
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (forms.includes(type)) return unwrapped(await fieldsOf(raw, contentType));
  // PowerShell and .NET put a byte order mark before their JSON, which JSON.parse does not take.
  const words = raw.toString('utf8').replace(/^\uFEFF/, '');
  if (!text.test(type)) return JSON.parse(words);
  try {
    return JSON.parse(words);
  } catch (error) {
    if (/^\s*[[{]/.test(words)) throw error;
    return words;
  }
}

/** The text fields of a form, by the platform's own reader (fetch's `formData`); files are left out. */
async function fieldsOf(raw: Buffer, contentType: string): Promise<Record<string, string>> {
  const fields = await new Response(new Uint8Array(raw), { headers: { 'Content-Type': contentType } }).formData();
  return Object.fromEntries([...fields].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** GitHub and Uptime Kuma put the whole of their JSON into one field, `payload` or `data`. */
function unwrapped(fields: Record<string, string>): unknown {
  const names = Object.keys(fields);
  const [only = ''] = names;
  if (names.length !== 1 || (only !== 'payload' && only !== 'data')) return fields;
  try {
    return JSON.parse(fields[only] ?? '');
  } catch {
    return fields;
  }
}

function bytesOf(request: Request): Buffer {
  const raw: Buffer | undefined = request.rawBody;
  return raw ?? Buffer.alloc(0);
}

/** The query without what could be a key; null where there is none. */
function queryOf(request: Request): string | null {
  const { searchParams } = new URL(request.url, 'http://rouse');
  for (const secret of ['auth_token', 'key', 'token']) searchParams.delete(secret);
  const query = searchParams.toString();
  return query === '' ? null : query.slice(0, 16_000);
}

const wrong = (status: number, code: string, message: string): ReadBody => ({ ok: false, problem: refuse(status, code, message, [{ path: '(body)', message }]) });
