import { logger } from 'firebase-functions';
import type { HttpsFunction, Request } from 'firebase-functions/https';
import { type Reply, refuse } from './reply';

type Response = Parameters<HttpsFunction>[1];
export type Params = Readonly<Record<string, string>>;
export type Route = { method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'; path: string; answer: (request: Request, params: Params) => Promise<Reply> | Reply };

/** Answers with the first route whose path fits, each in turn: 404 for no path, 405 for no such method there, 500 with nothing inner. */
export function serve(routes: readonly Route[]): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    const fitting = routes.flatMap((route) => {
      const params = match(route.path, request.path);
      return params === undefined ? [] : [{ route, params }];
    });
    const chosen = fitting.find(({ route }) => route.method === request.method);
    let reply: Reply;
    try {
      if (chosen !== undefined) reply = await chosen.route.answer(request, chosen.params);
      else if (fitting.length > 0) reply = refuse(405, 'method-not-allowed', `Use ${fitting.map(({ route }) => route.method).join(' or ')}.`);
      else reply = refuse(404, 'not-found', 'There is nothing at this address.');
    } catch (error) {
      // The path may carry a key or a token, so only the route's pattern is logged.
      logger.error(`failed: ${chosen?.route.method ?? ''} ${chosen?.route.path ?? ''}`, error);
      reply = refuse(503, 'unavailable', 'Rouse could not do this now. Send it again.', [], { 'Retry-After': '5' });
    }
    write(response, reply);
  };
}

function write(response: Response, reply: Reply): void {
  response.status(reply.status).set('Cache-Control', 'no-store').set('X-Content-Type-Options', 'nosniff');
  if ('html' in reply) response.type('html').set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
  response.set(reply.headers ?? {});
  if ('json' in reply) response.json(reply.json);
  else if ('xml' in reply) response.type('text/xml').send(reply.xml);
  else if ('text' in reply) response.type(reply.contentType).send(reply.text);
  else response.send(reply.html);
}

/** The named parts of a path such as `/v1/hooks/:source/:key`; undefined when it does not fit. A trailing slash is let through. */
export function match(pattern: string, path: string): Params | undefined {
  const [wanted, given] = [pattern.split('/'), path.replace(/\/$/, '').split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (!part.startsWith(':')) {
      if (part !== value) return undefined;
      continue;
    }
    const decoded = decode(value);
    if (decoded === undefined || decoded === '') return undefined;
    params[part.slice(1)] = decoded;
  }
  return params;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
