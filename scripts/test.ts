/**
 * `npm test`: everything that decides whether this tree is good: the linter, the types, the unit tests, the build, and
 * the tests that need the emulators, a browser and `npm start` itself. CI runs just this.
 *
 * `npm test -- backend [file...]` runs one project (unit, simulation, rules, backend, alone, journeys, quality, start) with what it needs. The last line is always
 * `N passed, N failed, N skipped` over all projects; a step that is no test, and failed, counts as one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringUp } from './emulators/bringUp';
import { testEnvironment } from './emulators/environment';
import { prepare } from './machine/prepare';
import { run } from './run';
import { sayWithTime as say } from './say';
import { stopSignals } from './stopSignals';
import { testBorders } from './testing/borders';
import { onSuite, projects, runProject, type Project } from './testing/projects';
import { add, isSuccess, none, totalsLine, type Totals } from './testing/totals';

const stopped = stopSignals(say);
let totals: Totals = none;
const count = (more: Totals): void => {
  totals = add(totals, more);
};
const fail = (reason: string): void => {
  say(reason);
  count({ ...none, failed: 1 });
};

/** Runs one of package.json's scripts; false when it failed. Its output is shown only then. `beside`: it has the processor when the others wait. */
const step = async (script: string, beside = false): Promise<boolean> => {
  if (stopped.aborted) return false;
  const began = performance.now();
  const { code, output } = await run('npm', ['run', '--silent', script], { stopped, humble: beside });
  if (code === 0) say(`npm run ${script}: good, ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  else fail(`npm run ${script} failed.\n${output.trim()}`);
  return code === 0;
};

/** What needs no suite: one after the other, while the tests on it wait for what they wait for. */
const besides = async (wanted: readonly Project[], args: string[], environment: Record<string, string>, all: boolean): Promise<void> => {
  const shared = wanted.length > 1;
  const besideOthers = async (project: Project): Promise<void> => {
    if (!wanted.includes(project) || stopped.aborted) return;
    say(`The ${project} tests${shared ? ', beside the others' : ''}.`);
    count(await runProject(project, args, environment, stopped, shared));
  };
  // What has one thread first, so that what can have two is left when the processor is free.
  await besideOthers('simulation');
  if (all) {
    await step('types', shared);
    await step('lint', shared);
  }
  await besideOthers('unit');
};

const inBrowser = (project: Project): boolean => project === 'journeys' || project === 'quality';

const runOnSuite = async (wanted: readonly Project[], args: string[], environment: Record<string, string>): Promise<void> => {
  if (wanted.length === 0 || stopped.aborted) return;
  const workFolder = mkdtempSync(join(tmpdir(), 'rouse-test-'));
  const up = await bringUp({ keeper: { workFolder }, environment: { ...testBorders, ...testEnvironment }, seed: ['--fresh'], say, stopped });
  if (up.state === 'failed') {
    fail(`The emulator suite does not start.\n${up.reason}`);
    return;
  }
  const before = totals.failed;
  void up.suite.broken.then((reason) => fail(reason));
  for (const project of wanted) {
    if (stopped.aborted) break;
    say(`The ${project} tests.`);
    count(await runProject(project, args, { ...environment, ...testBorders, ...testEnvironment }, stopped));
  }
  say('Ending the emulators.');
  await up.suite.stop();
  if (totals.failed === before) rmSync(workFolder, { recursive: true, force: true });
  else say(`The logs of the suite are in ${workFolder}.`);
};

const main = async ([first, ...rest]: string[]): Promise<void> => {
  const one = projects.find((project) => project === first);
  if (first !== undefined && one === undefined) {
    fail(`npm test knows the projects ${projects.join(', ')}, not ${first}.`);
    return;
  }
  const wanted = one === undefined ? projects : [one];
  let environment: Record<string, string> = {};
  if (wanted.some((project) => project !== 'unit' && project !== 'simulation')) {
    const prepared = await prepare(say);
    if (prepared.state === 'lacks') {
      fail(prepared.reason);
      return;
    }
    environment = prepared.environment;
  }

  const beside = besides(wanted, rest, environment, one === undefined);
  const suiteProjects = wanted.filter((project) => onSuite.includes(project));
  if (suiteProjects.length > 0) {
    say('Building the functions and the app.');
    if (await step(one === 'rules' || one === 'backend' || one === 'alone' ? 'build:functions' : 'build')) {
      await runOnSuite(suiteProjects.filter((project) => !inBrowser(project)), rest, environment);
      // A browser that has to share the processor is no person's browser. And each has emulators of its own: Firestore's keeps the channel of every page that was closed,
      // and logs a million lines a minute about them once each has 10,000 messages waiting.
      const screens = suiteProjects.filter(inBrowser);
      if (screens.length > 0) await beside;
      for (const project of screens) await runOnSuite([project], rest, environment);
    }
  }
  await beside;
  if (wanted.includes('start') && !stopped.aborted) {
    say('The tests of npm start.');
    count(await runProject('start', rest, environment, stopped));
  }
};

await main(process.argv.slice(2));
if (stopped.aborted) fail('Interrupted.');
console.log(`\n${totalsLine(totals)}`);
process.exit(isSuccess(totals) ? 0 : 1);
