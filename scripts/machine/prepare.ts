import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJava, javaRemedy } from '../emulators/java';
import { run, type Run } from '../run';
import { alertmanagerFolder, alertmanagerTemplates, findChromium, hasAlertmanager, onPath, pathWithCache } from './programs';

export type Prepared = { state: 'ready'; environment: Record<string, string> } | { state: 'lacks'; reason: string };

const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
const isDebianRoot = (): boolean => process.getuid?.() === 0 && onPath(['apt-get']) !== undefined;

/** What a person runs by hand to get what the tests need. */
export const remedies = {
  chromium: onPath(['apt-get']) === undefined ? 'npx playwright-core install chromium' : 'sudo apt-get install -y --no-install-recommends chromium',
  alertmanager:
    onPath(['apt-get']) === undefined
      ? 'put prometheus-alertmanager and amtool on the PATH (https://prometheus.io/download/#alertmanager)'
      : 'sudo apt-get install -y --no-install-recommends prometheus-alertmanager',
};

/**
 * Makes sure of what the tests need beside Node: Java, a full Chromium, and Prometheus' Alertmanager as a real sender.
 * Installs them where it may (root on Debian; Playwright's browser elsewhere), else says the command.
 */
export const prepare = async (say: (line: string) => void): Promise<Prepared> => {
  const needsJava = (await findJava()).state !== 'found';
  const needsAlertmanager = !hasAlertmanager();
  if (isDebianRoot() && (needsJava || findChromium() === undefined || needsAlertmanager)) {
    say('Updating the list of Debian packages.');
    await run('apt-get', ['update', '-qq'], { env: quiet });
  }
  const problems = [
    ...(needsJava ? await installJava(say) : []),
    ...(findChromium() === undefined ? await installChromium(say) : []),
    ...(needsAlertmanager ? await unpackAlertmanager(say) : []),
  ];
  const chromium = findChromium();
  if (problems.length > 0 || chromium === undefined) return { state: 'lacks', reason: problems.join('\n') };
  return { state: 'ready', environment: { CHROMIUM_PATH: chromium, PATH: pathWithCache() } };
};

const lack = (what: string, remedy: string, tried?: Run): string[] => [
  ...(tried === undefined ? [] : [tried.output.trim().split('\n').slice(-5).join('\n')]),
  `${what} is missing; get it with: ${remedy}`,
];

const install = (name: string): Promise<Run> =>
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env: quiet });

const installJava = async (say: (line: string) => void): Promise<string[]> => {
  if (!isDebianRoot()) return [javaRemedy];
  say('Installing Java for the Firestore emulator.');
  const tried = await install('default-jre-headless');
  return (await findJava()).state === 'found' ? [] : lack('Java', javaRemedy, tried);
};

const installChromium = async (say: (line: string) => void): Promise<string[]> => {
  say('Installing Chromium for the journeys.');
  const tried = isDebianRoot()
    ? await install('chromium')
    : await run('npx', ['--no', 'playwright-core', 'install', 'chromium']);
  return findChromium() === undefined ? lack('Chromium', remedies.chromium, tried) : [];
};

/**
 * Takes the programs out of Debian's package without installing it: its installation starts a service on port 9093,
 * where there is no policy against that. Only the templates go to the one place where the program looks for them.
 */
const unpackAlertmanager = async (say: (line: string) => void): Promise<string[]> => {
  if (!isDebianRoot() || onPath(['dpkg-deb']) === undefined) return lack('Alertmanager', remedies.alertmanager);
  say("Unpacking Debian's Alertmanager, a real sender for the tests.");
  const folder = mkdtempSync(join(tmpdir(), 'rouse-alertmanager-'));
  try {
    const got = await run('apt-get', ['download', '-qq', 'prometheus-alertmanager'], { env: quiet, folder });
    const [file] = readdirSync(folder).filter((name) => name.endsWith('.deb'));
    if (file === undefined) return lack('Alertmanager', remedies.alertmanager, got);
    mkdirSync(alertmanagerFolder, { recursive: true });
    const unpacked = await run('dpkg-deb', ['-x', join(folder, file), alertmanagerFolder]);
    cpSync(join(alertmanagerFolder, alertmanagerTemplates), alertmanagerTemplates, { recursive: true });
    return hasAlertmanager() ? [] : lack('Alertmanager', remedies.alertmanager, unpacked);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
