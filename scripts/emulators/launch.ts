import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root';
import { findFirestoreJar, jarRemedy, sayJar } from './firestoreJar';
import { KeeperReport, type KeeperOptions, type KeeperRequest } from './keeperMessages';
import { preflight } from './preflight';

/** A suite that this process started. */
export type Suite = {
  /** Starts the sweep loop. */
  sweep: () => void;
  /**
   * Saves (when the run has a data folder) and ends everything. Resolves when nothing of it runs any more, with whether
   * the data was saved.
   */
  stop: () => Promise<boolean>;
  /** Resolves, with what to tell the person, if a part ends without `stop`. */
  broken: Promise<string>;
};

export type Launch = { state: 'up'; suite: Suite } | { state: 'failed'; reason: string };

/**
 * Checks the machine and boots the emulators; `up` when all of them answer and the functions are loaded.
 *
 * `environment` is added to the functions' own. `say` gets progress as sentences. `stopped` ends the start early.
 */
export const launch = async (options: {
  keeper: KeeperOptions;
  environment?: Record<string, string>;
  say: (line: string) => void;
  stopped?: AbortSignal;
}): Promise<Launch> => {
  const { keeper: keeperOptions, environment, say, stopped } = options;
  const problems = await preflight();
  if (problems.length > 0) return { state: 'failed', reason: problems.join('\n') };
  say(sayJar(findFirestoreJar()));

  const keeper = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'scripts/emulators/keeper.ts'), JSON.stringify(keeperOptions)],
    {
      cwd: root,
      env: { ...process.env, ...environment },
      detached: true,
      // Its own errors are for the person; with a pipe it would fall over them when this process is gone.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const gone = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  let saved = false;
  let stopping = false;
  const stop = async (): Promise<boolean> => {
    stopping = true;
    ask(keeper, { type: 'stop' });
    await gone;
    return saved;
  };
  if (stopped?.aborted === true) await stop();
  stopped?.addEventListener('abort', () => void stop(), { once: true });

  const first = await firstNews(keeper, gone, {
    log: join(keeperOptions.workFolder, 'suite.log'),
    say,
    onSaved: () => (saved = true),
    isStopping: () => stopping,
  });
  if (first.state === 'failed') {
    await stop();
    return first;
  }
  return { state: 'up', suite: { sweep: () => ask(keeper, { type: 'sweep' }), stop, broken: first.broken } };
};

const ask = (keeper: ChildProcess, request: KeeperRequest): void => {
  if (keeper.connected) keeper.send(request);
};

type News = { state: 'up'; broken: Promise<string> } | { state: 'failed'; reason: string };

const firstNews = (
  keeper: ChildProcess,
  gone: Promise<void>,
  { log, say, onSaved, isStopping }: { log: string; say: (line: string) => void; onSaved: () => void; isStopping: () => boolean },
): Promise<News> =>
  new Promise((resolve) => {
    let downloading = false;
    let tellBroken: (sentence: string) => void = () => undefined;
    const broken = new Promise<string>((tell) => (tellBroken = tell));
    keeper.on('message', (message) => {
      const report = KeeperReport.parse(message);
      switch (report.type) {
        case 'downloading':
          downloading = true;
          say('Downloading the Firestore emulator.');
          return;
        case 'ready':
          downloading = false;
          if (report.functionsProblem === undefined) resolve({ state: 'up', broken });
          else resolve({ state: 'failed', reason: `The functions do not load. ${report.functionsProblem}\nThe whole log: ${log}` });
          return;
        case 'saved':
          onSaved();
          return;
        case 'ended': {
          const part = report.part === 'sweep' ? 'The sweep loop' : 'The emulator suite';
          const noDownload = downloading && report.part === 'emulators';
          const sentence = noDownload
            ? `The Firestore emulator could not be downloaded.\n${report.log.split('\n').at(-1) ?? ''}\n${jarRemedy}`
            : `${part} ended by itself (exit code ${report.code ?? 'none'}). Its last words:\n${report.log}`;
          resolve({ state: 'failed', reason: sentence });
          tellBroken(sentence);
          return;
        }
        default:
          report satisfies never;
      }
    });
    void gone.then(() => {
      resolve({ state: 'failed', reason: 'The emulator suite was stopped.' });
      if (!isStopping()) tellBroken('The emulator suite was stopped from outside.');
    });
  });
