import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from '../root';
import { wrapperJar } from './wrapperJar';

/** Where the Firestore emulator comes from, in the order of preference. */
export type FirestoreJar =
  | { from: 'override'; path: string }
  | { from: 'firebase'; path: string }
  | { from: 'gcloud'; path: string }
  | { from: 'download' }
  | { from: 'nowhere'; reason: string };

const override = 'FIRESTORE_EMULATOR_BINARY_PATH';

/** Looks for the emulator's jar on this machine; changes nothing. `env` and `home` are arguments so that a test can choose them. */
export const findFirestoreJar = (env: NodeJS.ProcessEnv = process.env, home = homedir()): FirestoreJar => {
  const named = env[override];
  if (named !== undefined && named !== '') {
    return existsSync(named)
      ? { from: 'override', path: named }
      : { from: 'nowhere', reason: `${override} names ${named}, which does not exist.` };
  }
  const cached = join(env.FIREBASE_EMULATORS_PATH ?? join(home, '.cache/firebase/emulators'), cachedJarName());
  if (existsSync(cached)) return { from: 'firebase', path: cached };
  const gcloud = gcloudRoots(env, home)
    .map((folder) => join(folder, 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar'))
    .find((path) => existsSync(path));
  return gcloud === undefined ? { from: 'download' } : { from: 'gcloud', path: gcloud };
};

/** The file name that the installed firebase-tools looks for; it removes jars of other versions from its cache. */
const cachedJarName = (): string => {
  const info = JSON.parse(
    readFileSync(join(root, 'node_modules/firebase-tools/lib/emulator/downloadableEmulatorInfo.json'), 'utf8'),
    // firebase-tools is pinned, so its file has this shape; a test reads it.
  ) as { firestore: { downloadPathRelativeToCacheDir: string } };
  return info.firestore.downloadPathRelativeToCacheDir;
};

const gcloudRoots = (env: NodeJS.ProcessEnv, home: string): string[] => {
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'gcloud'))
    .find((path) => existsSync(path));
  return [
    ...(env.CLOUDSDK_ROOT_DIR === undefined ? [] : [env.CLOUDSDK_ROOT_DIR]),
    ...(onPath === undefined ? [] : [dirname(dirname(realpathSync(onPath)))]),
    '/usr/lib/google-cloud-sdk',
    '/usr/share/google-cloud-sdk',
    '/opt/homebrew/share/google-cloud-sdk',
    join(home, 'google-cloud-sdk'),
  ];
};

/**
 * The environment that makes firebase-tools run this jar. gcloud's jar names no main class, so it gets a wrapper, written
 * into `folder`. A download needs nothing: firebase-tools does it by itself on the first start.
 */
export const jarEnvironment = (jar: FirestoreJar, folder: string): Record<string, string> => {
  switch (jar.from) {
    case 'override':
      return { [override]: jar.path };
    case 'gcloud': {
      const wrapper = join(folder, 'firestore-emulator.jar');
      mkdirSync(folder, { recursive: true });
      writeFileSync(wrapper, wrapperJar('com.google.cloud.datastore.emulator.firestore.CloudFirestore', jar.path));
      return { [override]: wrapper };
    }
    case 'firebase':
    case 'download':
    case 'nowhere':
      return {};
    default:
      return jar satisfies never;
  }
};

/** One line on where the emulator comes from. */
export const sayJar = (jar: FirestoreJar): string => {
  switch (jar.from) {
    case 'override':
      return `Firestore emulator: ${jar.path} (from ${override}).`;
    case 'firebase':
      return `Firestore emulator: ${jar.path}.`;
    case 'gcloud':
      return `Firestore emulator: gcloud's, ${jar.path}.`;
    case 'download':
      return 'Firestore emulator: none on this machine, so firebase-tools downloads it now (about 60 MB, once).';
    case 'nowhere':
      return jar.reason;
    default:
      return jar satisfies never;
  }
};

/** How to get the emulator onto this machine by hand. */
export const jarRemedy =
  'With a network: `npx firebase setup:emulators:firestore`. Without one: install the Debian package ' +
  `google-cloud-cli-firestore-emulator, or name a jar in ${override}.`;
