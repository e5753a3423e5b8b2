import './rouse';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { keepBodiesRaw } from '../functions/src/http/rawBodies';
import { serve } from '../functions/src/http/router';
import { routes } from '../functions/src/routes';

/**
 * The HTTP API in this very process, behind the server that Cloud Run puts before it (Google's functions framework), on the running suite's
 * Firestore. `onEntry` is called when the handler is. The functions emulator gives each request a process of its own: what many requests do to each other in one shows only here.
 */
export async function oneProcess(onEntry: () => void = () => undefined): Promise<{ origin: string; close: () => Promise<void> }> {
  keepBodiesRaw();
  const answer = serve(routes);
  const entered: typeof answer = (request, response) => {
    onEntry();
    return answer(request, response);
  };
  // The framework's request and response are express's, like those of the functions' own type; they differ in express' major version alone.
  http('api', entered as unknown as Parameters<typeof http>[1]);
  const server: Server = getTestServer('api');
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo; // Of a server that listens on a port it is no string.
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => { resolve(); });
    }),
  };
}

