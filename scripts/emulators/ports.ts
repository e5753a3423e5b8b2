import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../root';

/** Where a part of the local suite listens, as firebase.json says. */
export type Endpoint = { name: string; host: string; port: number };

type EmulatorConfig = { host?: string; port?: number; websocketPort?: number };

const config = (): Record<string, EmulatorConfig> => {
  // firebase.json is this repository's own file; firebase-tools validates it, and a test reads these names.
  const parsed = JSON.parse(readFileSync(join(root, 'firebase.json'), 'utf8')) as {
    emulators: Record<string, EmulatorConfig>;
  };
  return parsed.emulators;
};

/** Every port that the suite will listen on. firebase.json is the one place that names them. */
export const endpoints = (): Endpoint[] =>
  Object.entries(config()).flatMap(([name, { host = '127.0.0.1', port, websocketPort }]) => [
    ...(port === undefined ? [] : [{ name, host, port }]),
    ...(websocketPort === undefined ? [] : [{ name: `${name} websocket`, host, port: websocketPort }]),
  ]);

const endpointOf = (name: string): Endpoint => {
  const found = endpoints().find((endpoint) => endpoint.name === name);
  if (found === undefined) throw new Error(`firebase.json configures no port for the ${name} emulator`);
  return found;
};

/** `host:port` of one emulator. Throws when firebase.json does not configure it: that is a mistake in this repository. */
export const addressOf = (name: string): string => {
  const { host, port } = endpointOf(name);
  return `${host}:${port}`;
};

/** The port of one emulator; throws like {@link addressOf}. */
export const portOf = (name: string): number => endpointOf(name).port;

const listenable = ({ host, port }: Endpoint): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** Those of `all` that another process holds now. */
export const busyAmong = async (all: Endpoint[]): Promise<Endpoint[]> => {
  const free = await Promise.all(all.map(listenable));
  return all.filter((_, index) => free[index] === false);
};

/** Which ports are busy, what they are for, and how to find who holds them. */
export const sayBusy = (busy: Endpoint[]): string => {
  const named = busy.map(({ name, port }) => `${port} (${name})`).join(', ');
  const first = busy[0]?.port ?? '';
  return [
    busy.length === 1 ? `Port ${named} is taken by another program.` : `Ports ${named} are taken by other programs.`,
    'If it is another Rouse, end that one with Ctrl-C. Else see what it is with',
    `  lsof -nP -iTCP:${first} -sTCP:LISTEN    (or: ss -ltnp 'sport = :${first}')`,
    'end it, and try again; firebase.json says where each part listens.',
  ].join('\n');
};
