import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { selfSigned } from '../../functions/src/accept/authenticity/selfSigned';

/** `host`: as a client is to name it; `certificateFile`: what it is to trust. */
export type TlsFront = { host: string; certificateFile: string; stop: () => Promise<void> };

/** For clients that speak https alone: takes TLS off and passes the bytes on as they are, both ways, to a port of this machine. */
export async function startTlsFront(port: number): Promise<TlsFront> {
  const folder = mkdtempSync(join(tmpdir(), 'rouse-tls-'));
  const { certificate, privateKey } = selfSigned('localhost', Date.now() - 60_000, Date.now() + 3_600_000);
  const certificateFile = join(folder, 'localhost.pem');
  writeFileSync(certificateFile, certificate);
  const open = new Set<Socket>();
  const server = createServer({ cert: certificate, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) }, (outside) => {
    const inside = connect(port, '127.0.0.1');
    for (const [one, other] of [[outside, inside], [inside, outside]] as const) {
      open.add(one);
      one.on('error', () => other.destroy()).on('close', () => { open.delete(one); other.destroy(); }).pipe(other);
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo; // A listening TCP server's address is one.
  return {
    host: `localhost:${address.port}`, certificateFile,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => { server.close(resolve); });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
