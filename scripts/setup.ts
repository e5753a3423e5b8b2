/**
 * `npm run setup -- --project ID --email YOU --name "Your Name"`: the first admin of a deployed project, and what they need for a first page: severity
 * policy, one service with a policy that pages them. `--vapid-key` writes the web push key for the next deployment, `--watchdog` the URL that each clean
 * sweep pings. Run again at will: what is there stays. Needs Google credentials: `gcloud auth application-default login`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getAuth, type UserRecord } from 'firebase-admin/auth';
import { z } from 'zod';
import { root } from './root';

const say = (line: string): void => console.log(line);

const Options = z.object({
  project: z.string('is needed: the id of your Firebase project'),
  email: z.email('is needed: the first admin\'s address, such as --email ada@example.org'),
  name: z.string('is needed: the first admin\'s name, such as --name "Ada Okafor"').min(1),
  'time-zone': z.string().default(Intl.DateTimeFormat().resolvedOptions().timeZone),
  'vapid-key': z.string().regex(/^[A-Za-z0-9_-]{80,100}$/, 'is the long public key under Project settings, Cloud Messaging, Web Push certificates').optional(),
  watchdog: z.url({ protocol: /^https$/, error: 'is an https URL that expects a ping' }).optional(),
});

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: Object.fromEntries(Object.keys(Options.shape).map((name) => [name, { type: 'string' }] as const)), strict: true,
  });
  const parsed = Options.safeParse(values);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) say(`--${path.join('.')} ${message}.`);
    return 1;
  }
  const { project, email, name, watchdog } = parsed.data;
  process.env.GCLOUD_PROJECT = project;
  process.env.GOOGLE_CLOUD_PROJECT = project;
  if (parsed.data['vapid-key'] !== undefined) writeVapidKey(project, parsed.data['vapid-key']);

  // Imported late: the Admin SDK reads the project's name from the environment when it starts.
  const { app } = await import('../functions/src/firebase');
  const { firstService } = await import('./seed/first');
  const { at } = await import('../functions/src/store/documents');
  const account = await accountOf(getAuth(app()), email, name);
  await getAuth(app()).setCustomUserClaims(account.uid, { role: 'admin' });
  await firstService({ uid: account.uid, email, name, timeZone: parsed.data['time-zone'] });
  if (watchdog !== undefined) await at.watchdog().set({ url: watchdog });
  say(`${name} is an admin of ${project}.`);
  say(`Set a password here, once: ${await getAuth(app()).generatePasswordResetLink(email)}`);
  say(`Then sign in at https://${project}.web.app and follow the first page.`);
  return 0;
}

async function accountOf(auth: ReturnType<typeof getAuth>, email: string, displayName: string): Promise<UserRecord> {
  return auth.getUserByEmail(email).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'auth/user-not-found') return auth.createUser({ email, displayName });
    throw error;
  });
}

/** The functions read their environment from `functions/.env.<project>` at deployment; other lines of it stay. */
function writeVapidKey(project: string, key: string): void {
  const file = join(root, `functions/.env.${project}`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('ROUSE_VAPID_KEY=')) : [];
  writeFileSync(file, [...lines, `ROUSE_VAPID_KEY=${key}`, ''].join('\n'));
  say(`Wrote the web push key to functions/.env.${project}: it takes effect with the next deployment.`);
}

process.exitCode = await main().catch((error: unknown) => {
  say(`This failed: ${error instanceof Error ? error.message : String(error)}`);
  say('Nothing was left half done that a second run does not mend. Check `gcloud auth application-default login` and the project id.');
  return 1;
});
process.exit();
