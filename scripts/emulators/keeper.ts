/**
 * A process of its own that owns the emulator suite and the sweep loop, and ends them when whoever started it asks or
 * disappears.
 *
 * It runs in a session of its own, so Ctrl-C in the terminal reaches only the starting script: firebase-tools counts a
 * second SIGINT as "do not save, leave Java running". And when the starting script is killed outright, the channel to
 * it closes, and the suite still saves and ends.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';
import { firebaseToolsEnvironment, localEnvironment, projectId } from './environment';
import { findFirestoreJar, jarEnvironment } from './firestoreJar';
import { KeeperOptions, KeeperRequest, type KeeperReport } from './keeperMessages';
import { endCleanly } from './ending';
import { firebaseSigns } from './firebaseOutput';
import { holdsExport, replaceExport } from './savedData';

const { workFolder, dataFolder } = KeeperOptions.parse(JSON.parse(process.argv[2] ?? '{}'));
mkdirSync(workFolder, { recursive: true });
const log = createWriteStream(join(workFolder, 'suite.log'));

const report = (message: KeeperReport): void => {
  if (process.connected) process.send?.(message);
};

const exportFolder = join(workFolder, 'saving');
rmSync(exportFolder, { recursive: true, force: true });
const firebase = spawn(
  process.execPath,
  [
    join(root, 'node_modules/firebase-tools/lib/bin/firebase.js'),
    'emulators:start',
    ...['--project', projectId],
    ...['--config', join(root, 'firebase.json')],
    ...['--only', 'auth,functions,firestore,hosting,tasks,eventarc'],
    ...(dataFolder !== undefined && holdsExport(dataFolder) ? ['--import', dataFolder] : []),
    ...(dataFolder === undefined ? [] : ['--export-on-exit', exportFolder]),
  ],
  {
    // firebase-tools writes its logs and the export in progress into its working folder.
    cwd: workFolder,
    env: { ...process.env, ...firebaseToolsEnvironment(workFolder), ...jarEnvironment(findFirestoreJar(), workFolder) },
    stdio: ['ignore', 'pipe', 'pipe'],
  },
);

const signs = firebaseSigns(report);
for (const stream of [firebase.stdout, firebase.stderr]) {
  stream.on('data', (chunk: Buffer) => {
    log.write(chunk);
    signs.read(chunk.toString());
  });
}

let sweep: ReturnType<typeof spawn> | undefined;
let ending = false;

const startSweep = (): void => {
  if (sweep !== undefined || ending) return;
  sweep = spawn(process.execPath, [join(root, 'functions/lib/sweepLoop.js')], {
    cwd: root,
    env: { ...process.env, ...localEnvironment() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const sweepLog = createWriteStream(join(workFolder, 'sweep.log'));
  let tail = '';
  for (const stream of [sweep.stdout, sweep.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      sweepLog.write(chunk);
      tail = (tail + chunk.toString()).slice(-4000);
    });
  }
  sweep.once('exit', (code) => {
    if (!ending) report({ type: 'ended', part: 'sweep', code, log: tail });
  });
};

const end = async (): Promise<void> => {
  if (ending) return;
  ending = true;
  // Before everything was up, an export lacks what was not running yet.
  const complete = signs.wasReady();
  await endCleanly({ firebase, sweep, heard: signs.heardSigint });
  if (dataFolder !== undefined && complete && replaceExport(exportFolder, dataFolder)) report({ type: 'saved' });
  if (process.connected) process.disconnect();
  process.exit(0);
};

firebase.once('exit', (code) => {
  if (!ending) report({ type: 'ended', part: 'emulators', code, log: signs.tail() });
  void end();
});
process.on('message', (message) => {
  const request = KeeperRequest.parse(message);
  switch (request.type) {
    case 'sweep':
      startSweep();
      return;
    case 'stop':
      void end();
      return;
    default:
      request satisfies never;
  }
});
process.on('disconnect', () => void end());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
