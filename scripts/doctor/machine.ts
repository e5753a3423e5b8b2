import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFirestoreJar, jarRemedy } from '../emulators/firestoreJar';
import { findJava, javaRemedy, oldestJava } from '../emulators/java';
import { busyAmong, endpoints, sayBusy } from '../emulators/ports';
import { remedies } from '../machine/prepare';
import { findChromium, hasAlertmanager } from '../machine/programs';
import { root } from '../root';
import type { Finding } from './finding';

/** What this machine has and lacks for `npm start` (needed) and for `npm test` (minor). */
export const examineMachine = async (): Promise<Finding[]> => [
  node(process.versions.node),
  packages(),
  await java(),
  firestore(),
  await ports(),
  chromium(),
  alertmanager(),
];

/** firebase-tools 14 and vite 8 ask for at least this; package.json's `engines` says the same. */
const oldestNode = [20, 19] as const;

/** Judges a Node version such as `20.20.2`. */
export const node = (version: string): Finding => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return enough
    ? { about: 'Node', state: 'good', detail: version }
    : { about: 'Node', state: 'lacks', detail: `${version} is older than ${oldestNode.join('.')}`, remedy: 'Install a current one from https://nodejs.org, or: nvm install 22' };
};

const packages = (): Finding => {
  const about = 'Packages';
  const remedy = 'npm ci';
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return { about, state: 'lacks', detail: 'not installed', remedy };
  // Both are npm's own files; what is compared is their text.
  const versions = (path: string): Record<string, { version?: string; optional?: boolean }> =>
    (JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, { version?: string; optional?: boolean }> }).packages;
  const there = versions(installed);
  const other = Object.entries(versions(join(root, 'package-lock.json'))).filter(
    ([path, wanted]) => path !== '' && wanted.optional !== true && there[path]?.version !== wanted.version,
  );
  return other.length === 0
    ? { about, state: 'good', detail: 'as package-lock.json says' }
    : { about, state: 'lacks', detail: `${other.length} differ from package-lock.json, ${other[0]?.[0] ?? ''} for one`, remedy };
};

const java = async (): Promise<Finding> => {
  const about = 'Java';
  const found = await findJava();
  switch (found.state) {
    case 'found':
      return { about, state: 'good', detail: `version ${found.major}` };
    case 'old':
      return { about, state: 'lacks', detail: `version ${found.major} is older than ${oldestJava}`, remedy: javaRemedy };
    case 'missing':
      return { about, state: 'lacks', detail: 'not found', remedy: javaRemedy };
    default:
      return found satisfies never;
  }
};

const firestore = (): Finding => {
  const about = 'Firestore emulator';
  const jar = findFirestoreJar();
  switch (jar.from) {
    case 'override':
    case 'firebase':
    case 'gcloud':
      return { about, state: 'good', detail: `${jar.path} (${jar.from})` };
    case 'download':
      return { about, state: 'without', detail: 'not here yet; npm start downloads it (about 60 MB, once)', remedy: jarRemedy };
    case 'nowhere':
      return { about, state: 'lacks', detail: jar.reason, remedy: 'Correct the variable, or unset it.' };
    default:
      return jar satisfies never;
  }
};

const ports = async (): Promise<Finding> => {
  const all = endpoints();
  const busy = await busyAmong(all);
  return busy.length === 0
    ? { about: 'Ports', state: 'good', detail: `${all.map(({ port }) => port).join(', ')} are free` }
    : { about: 'Ports', state: 'lacks', detail: busy.map(({ port }) => port).join(', '), remedy: sayBusy(busy) };
};

const chromium = (): Finding => {
  const path = findChromium();
  return path === undefined
    ? { about: 'Chromium', state: 'without', detail: 'not found; npm test drives it', remedy: remedies.chromium }
    : { about: 'Chromium', state: 'good', detail: path };
};

const alertmanager = (): Finding =>
  hasAlertmanager()
    ? { about: 'Alertmanager', state: 'good', detail: 'prometheus-alertmanager and amtool are here' }
    : { about: 'Alertmanager', state: 'without', detail: 'not found; npm test sends with it', remedy: remedies.alertmanager };
