import { readFileSync } from 'node:fs';
import { type BodyForm, decodeBody } from '../../functions/src/accept/body';

/** The body in a file as a parser takes it: read by the very code that reads requests, under the Content-Type that its form suggests. Throws where that does. */
export async function bodyIn(path: string): Promise<unknown> {
  const { bytes, contentType } = asSent(readFileSync(path), path.endsWith('.json'));
  return decodeBody(bytes, { contentType, query: null });
}

type Sent = { bytes: Buffer; contentType: BodyForm['contentType'] };

/** A `.json` is sent as JSON. Any other file by what is in it: a multipart or urlencoded form, else text (in which JSON is read too). */
export function asSent(bytes: Buffer, isJson: boolean): Sent {
  if (isJson) return { bytes, contentType: 'application/json' };
  const text = bytes.toString('utf8').trim();
  const [, boundary] = /^--([\w'()+,./:=? -]{1,70})\r?\n/.exec(text) ?? [];
  // The standard wants CRLF, which editors and version control like to take away.
  if (boundary !== undefined) return { bytes: Buffer.from(`${text.replace(/\r?\n/g, '\r\n')}\r\n`), contentType: `multipart/form-data; boundary="${boundary}"` };
  if (/^\??[^\s=&{["]+=[^\s]*$/.test(text)) return { bytes: Buffer.from(text.replace(/^\?/, '')), contentType: 'application/x-www-form-urlencoded' };
  return { bytes, contentType: 'text/plain' };
}
