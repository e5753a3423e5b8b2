import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { copyOfTree } from './copy';
import { leftBehind, npmStart, type NpmStart } from './npmStart';

const Accepted = z.object({ results: z.tuple([z.object({ action: z.string(), incidentId: z.string() })]) });

let tree: ReturnType<typeof copyOfTree>;
let running: NpmStart | undefined;
beforeAll(() => {
  tree = copyOfTree();
});
afterEach(async () => {
  running?.ctrlC();
  await running?.ended;
  running = undefined;
});
afterAll(() => tree.remove());

const start = (...args: string[]): NpmStart => (running = npmStart(tree.folder, args));
const finished = async (npm: NpmStart): Promise<number | null> => {
  const code = await npm.ended;
  running = undefined;
  return code;
};

/** Runs the `curl` line that it printed, as a person pastes it into a shell. */
const pasteCurl = async (output: string): Promise<z.infer<typeof Accepted>> => {
  const line = /^\s+(curl .*)$/m.exec(output)?.[1] ?? '';
  const { stdout } = await promisify(execFile)('sh', ['-c', line.replace('curl', 'curl --silent')]);
  return Accepted.parse(JSON.parse(stdout));
};

/** What firebase.json says of the app: every screen is index.html and asked for anew, a build's files are kept for good. */
const expectApp = async (origin: string): Promise<void> => {
  for (const path of ['/', '/incidents/INC-ABC123']) {
    const screen = await fetch(origin + path);
    expect(screen.status).toBe(200);
    expect(screen.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(screen.headers.get('cache-control')).toBe('no-cache');
  }
  const page = await (await fetch(origin)).text();
  const asset = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? 'none';
  const script = await fetch(origin + asset);
  expect(script.headers.get('content-type')).toContain('javascript');
  expect(script.headers.get('cache-control')).toContain('immutable');

  // A file of an older build is missing; the page in its place would be run as a script.
  expect((await fetch(`${origin}/assets/of-yesterday.js`)).status).toBe(404);
  expect((await fetch(`${origin}/v1/nothing`)).headers.get('cache-control')).toContain('no-store');
};

describe('npm start', () => {
  let incidentId: string;

  it('gives a working Rouse, and Ctrl-C saves it and leaves no process behind', async () => {
    const npm = start();
    await npm.prints('Rouse is ready on http://127.0.0.1:5050');
    await npm.prints('Ctrl-C saves');

    const health = await fetch('http://127.0.0.1:5050/v1/health');
    expect(health.status).toBe(200);
    await expectApp('http://127.0.0.1:5050');

    const { results } = await pasteCurl(npm.output());
    expect(results[0].action).toBe('triggered');
    incidentId = results[0].incidentId;

    const family = await npm.family();
    expect(family.length).toBeGreaterThan(4);
    npm.ctrlC();
    expect(await finished(npm)).toBe(0);
    expect(await leftBehind(family)).toEqual([]);
    expect(npm.output()).toContain('Saved.');
    expect(existsSync(join(tree.folder, '.rouse/data/firebase-export-metadata.json'))).toBe(true);
  });

  it('goes on with the saved documents, and ends as cleanly when npm alone is interrupted', async () => {
    const npm = start();
    await npm.prints('Ctrl-C saves');
    expect(npm.output()).not.toContain('seeding');

    const { results } = await pasteCurl(npm.output());
    expect(results[0]).toEqual({ action: 'deduplicated', incidentId });

    const family = await npm.family();
    npm.interruptNpm();
    expect(await finished(npm)).toBe(0);
    expect(await leftBehind(family)).toEqual([]);
  });

  it('ends cleanly, and keeps what was saved, when it is interrupted while it starts', async () => {
    const saved = readFileSync(join(tree.folder, '.rouse/data/firebase-export-metadata.json'), 'utf8');
    const npm = start();
    await npm.prints('Starting the emulators');
    await npm.prints('Firestore emulator:');
    const family = await npm.family();
    npm.ctrlC();
    npm.ctrlC();
    await finished(npm);
    expect(await leftBehind(family)).toEqual([]);
    expect(readFileSync(join(tree.folder, '.rouse/data/firebase-export-metadata.json'), 'utf8')).toBe(saved);
  });
});

describe('a port that somebody else holds', () => {
  let holder: Server;
  beforeAll(async () => {
    holder = createServer();
    await new Promise<void>((resolve) => holder.listen(8080, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => holder.close(resolve)));

  it('is named, and nothing is started', async () => {
    const npm = start();
    expect(await finished(npm)).toBe(1);
    expect(npm.output()).toContain('Port 8080 (firestore) is taken by another program.');
    expect(npm.output()).not.toContain('Starting');
  });
});
