import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Listens on a fixed port as soon as it is free: files that run side by side use a stand-in one after the other. The hook's own time limit ends the wait. */
export async function listenInTurn(server: Server, port: number): Promise<void> {
  for (;;) {
    const code = await new Promise<string | null>((resolve) => {
      const refused = (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown');
      server.once('error', refused).listen(port, '127.0.0.1', () => { server.off('error', refused); resolve(null); });
    });
    if (code === null) return;
    if (code !== 'EADDRINUSE') throw new Error(`can't listen on ${port}: ${code}`);
    await wait(200);
  }
}
