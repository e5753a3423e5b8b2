import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from './ports';

/** The project id of everything local. The prefix `demo-` keeps every SDK and firebase-tools away from the cloud. */
export const projectId = 'demo-rouse';

/**
 * How many requests the functions emulator works on at once. It runs one request per process, so without a cap a burst
 * of 600 requests started 36 processes with 7.4 GB and answered 12 with 504; with 4, 1,000 requests took 12.7 s with no
 * error. Read by firebase-tools in lib/emulator/workQueue.js.
 */
const functionsParallel = '4';

/** For the functions of a suite that tests run on: what a test has just configured decides half a second later, not half a minute. */
export const testEnvironment = { ROUSE_CONFIGURATION_AGE_MS: '500' } as const;

/** The person's own Google credentials must not be found: google-auth-library looks in gcloud's folder, then asks the metadata server. */
const noCredentials = (emptyFolder: string): Record<string, string> => ({
  CLOUDSDK_CONFIG: emptyFolder,
  GOOGLE_APPLICATION_CREDENTIALS: '',
  METADATA_SERVER_DETECTION: 'none',
});

/**
 * For a process of Rouse's own beside the suite (seed, sweep loop): where the emulators are, and the mark of a local run
 * that the functions emulator sets too.
 */
export const localEnvironment = (): Record<string, string> => ({
  GCLOUD_PROJECT: projectId,
  GOOGLE_CLOUD_PROJECT: projectId,
  FIRESTORE_EMULATOR_HOST: addressOf('firestore'),
  FIREBASE_AUTH_EMULATOR_HOST: addressOf('auth'),
  CLOUD_TASKS_EMULATOR_HOST: addressOf('tasks'),
  FUNCTIONS_EMULATOR: 'true',
  ...noCredentials('/nonexistent'),
});

/**
 * The environment of firebase-tools: it must neither call out (a machine without network waits for each attempt) nor
 * use the person's own Google credentials. `folder` holds its settings for this run.
 */
export const firebaseToolsEnvironment = (folder: string): Record<string, string> => {
  const settings = join(folder, 'settings');
  mkdirSync(join(settings, 'configstore'), { recursive: true });
  // lib/fetchMOTD.js fetches unless it did within a day; lib/track.js reports unless `usage` is false.
  writeFileSync(
    join(settings, 'configstore/firebase-tools.json'),
    JSON.stringify({ motd: { fetched: Date.now() }, usage: false, 'analytics-uuid': 'none' }),
  );
  // Firestore's emulator keeps the channel of every page that was closed, and warns three lines for each message that such a channel has no room for: a million lines a minute after
  // an hour of browser tests, 12 GB of logs, and a processor busy with writing them. What is severe is still told.
  const logging = join(settings, 'logging.properties');
  writeFileSync(logging, 'handlers=java.util.logging.ConsoleHandler\njava.util.logging.ConsoleHandler.level=SEVERE\n.level=SEVERE\n');
  return {
    JAVA_TOOL_OPTIONS: [process.env.JAVA_TOOL_OPTIONS, `-Djava.util.logging.config.file=${logging}`].filter(Boolean).join(' '),
    XDG_CONFIG_HOME: settings,
    NO_UPDATE_NOTIFIER: '1',
    // lib/deploy/functions/runtimes/node/versioning.js asks `npm show firebase-functions`, for 10 s at most.
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
    ...noCredentials(settings),
    NO_PROXY: [process.env.NO_PROXY ?? process.env.no_proxy, '127.0.0.1', 'localhost'].filter(Boolean).join(','),
    FUNCTIONS_EMULATOR_PARALLEL: functionsParallel,
    FUNCTIONS_DISCOVERY_TIMEOUT: '60',
    // Learns the functions from a file there, not over HTTP, where ending the connection takes 4 s.
    FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: folder,
  };
};
