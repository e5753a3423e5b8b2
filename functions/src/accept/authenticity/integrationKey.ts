import type { Request } from 'firebase-functions/https';

/** Query parameters that can carry the key. Google Cloud Monitoring's is `auth_token`, GoAlert's senders use `token`. */
const parameters = ['auth_token', 'key', 'token'];

/**
 * The integration key of a request, from the first place that holds one: the path; `X-Rouse-Key`; `Authorization` as Bearer, GenieKey (Opsgenie)
 * or Token; Basic's password, or its user where the password is empty; the query's `auth_token`, `key` or `token`. Undefined: there is none.
 * It is a secret: whoever asks must not log it.
 */
export function keyFrom(request: Request, fromPath: string | undefined): string | undefined {
  return present(fromPath) ?? present(request.get('X-Rouse-Key')) ?? authorized(request.get('Authorization')) ?? queried(request);
}

/**
 * Whether a request without a key should be answered with `WWW-Authenticate: Basic realm="Rouse"`: Google Cloud Monitoring and SNS send the
 * credentials of their URL only after such an answer. Credentials that are there but wrong are not asked for again, or the sender would try for ever.
 */
export function needsChallenge(request: Request): boolean {
  return present(request.get('Authorization')) === undefined && keyFrom(request, undefined) === undefined;
}

function authorized(header: string | undefined): string | undefined {
  const [, scheme = '', credentials = ''] = /^\s*(\S+)\s+(.*)$/.exec(header ?? '') ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'geniekey':
      return present(credentials);
    case 'token':
      // PagerDuty's clients write `Token token=<key>`.
      return present(credentials.replace(/^token=/i, '').replace(/^"(.*)"$/, '$1'));
    case 'basic':
      return basic(credentials);
    default:
      return undefined;
  }
}

/** `user:password` in base64, at the first colon: a password may hold more (RFC 7617 §2). */
function basic(credentials: string): string | undefined {
  const pair = Buffer.from(credentials.trim(), 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? present(pair) : present(pair.slice(colon + 1)) ?? present(pair.slice(0, colon));
}

function queried(request: Request): string | undefined {
  const [, query = ''] = request.url.split('?', 2);
  const searchParams = new URLSearchParams(query);
  for (const name of parameters) {
    const key = present(searchParams.get(name) ?? undefined);
    if (key !== undefined) return key;
  }
  return undefined;
}

const present = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
};
