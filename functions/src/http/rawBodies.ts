import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/** Where the sender's own Content-Type is kept. */
export const sentContentType = 'x-rouse-content-type';

/** What the API serves: its own paths, and those under which PagerDuty's and Opsgenie's clients look for theirs. */
const apiPaths = /^\/(?:v1|v2|opsgenie|generic)\//;

/**
 * Has every body of the HTTP API arrive as bytes. The framework around a function (the emulator's runtime as well as the
 * functions framework) parses a body that calls itself JSON before our code runs, and answers a broken one with a page of HTML. Our contract says
 * what is wrong, and signatures need the bytes as sent. So the declared type is set aside when the request begins; the framework's
 * catch-all then leaves the bytes in `rawBody`. Node's `http.server.request.start` channel: nodejs.org/api/diagnostics_channel.html
 */
export function keepBodiesRaw(): void {
  subscribe('http.server.request.start', (message: unknown) => {
    const request = typeof message === 'object' && message !== null && 'request' in message ? message.request : undefined;
    if (!(request instanceof IncomingMessage) || !apiPaths.test(request.url ?? '')) return;
    const declared = request.headers['content-type'];
    // A sender's own header of this name would pass for its declared type.
    delete request.headers[sentContentType];
    if (declared !== undefined) request.headers[sentContentType] = declared;
    request.headers['content-type'] = 'application/octet-stream';
  });
}
