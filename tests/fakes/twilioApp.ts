import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { keepBodiesRaw } from '../../functions/src/http/rawBodies';
import { type Route, serve } from '../../functions/src/http/router';

/** Some routes of the HTTP API in this process, behind the server that Cloud Run puts before them, for Twilio's stand-in to ask. */
export async function serveToTwilio(routes: readonly Route[]): Promise<{ origin: string; close: () => Promise<void> }> {
  keepBodiesRaw();
  // The framework's request and response are express's, like those of the functions' own type; they differ in express' major version alone.
  http('twilioRoutes', serve(routes) as unknown as Parameters<typeof http>[1]);
  const server: Server = getTestServer('twilioRoutes');
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
