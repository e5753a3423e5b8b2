import type { DocumentReference, Query } from 'firebase-admin/firestore';
import type { z } from 'zod';
import type { CommandAnswer } from '#domain/command/answer';
import { Incident } from '#domain/incident/incident';
import { Notification } from '#domain/notification/notification';
import { fromStored } from '../functions/src/store/instants';

process.env.GCLOUD_PROJECT ??= 'demo-rouse';
process.env.FIRESTORE_EMULATOR_HOST ??= '127.0.0.1:8080';
process.env.FIREBASE_AUTH_EMULATOR_HOST ??= '127.0.0.1:9099';
process.env.ROUSE_LOCAL ??= 'true';
// google-auth-library asks the cloud's metadata server for credentials; there is none here.
process.env.METADATA_SERVER_DETECTION ??= 'none';

/** The app and the HTTP API of the suite that runs beside these tests. */
export const origin = 'http://127.0.0.1:5050';
export const demoKey = 'demo-key-checkout';

export type Answer<T> = { status: number; body: T; headers: Headers };
type Accepted = { status: string; results: { dedupKey: string; action: string; incidentId: string | null }[]; error?: { code: string; message: string; issues: { path: string; message: string }[] } };

export async function post<T>(path: string, body: string | object, headers: Record<string, string> = {}): Promise<Answer<T>> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(origin + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text });
  // What the contract says is JSON is read as such; a test compares it field by field.
  return { status: response.status, body: JSON.parse(await response.text()) as T, headers: response.headers };
}

export const get = async <T>(path: string): Promise<Answer<T>> => {
  const response = await fetch(origin + path);
  return { status: response.status, body: JSON.parse(await response.text()) as T, headers: response.headers };
};

export const hook = (source: string, body: string | object, key = demoKey, headers: Record<string, string> = {}): Promise<Answer<Accepted>> =>
  post<Accepted>(`/v1/hooks/${source}/${key}`, body, headers);

/** Sends a generic alert that must open an incident; answers its id. */
export async function trigger(key: string, alert: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await hook('generic', { title: `Trigger ${unique()}`, dedupKey: unique(), ...alert }, key);
  const id = body.results[0]?.incidentId;
  if (status !== 202 || body.results[0]?.action !== 'triggered' || typeof id !== 'string') throw new Error(`not triggered: ${status} ${JSON.stringify(body)}`);
  return id;
}

let count = 0;
export const unique = (): string => `t${process.pid}x${Date.now().toString(36)}x${(count += 1)}`;

/** An ID token of a seeded person (`primary`, `admin`, …), or of any account by address and password. */
export async function signIn(who: string, password = 'rouse-demo'): Promise<string> {
  const email = who.includes('@') ? who : `${who}@rouse.test`;
  const response = await fetch('http://127.0.0.1:9099/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=any', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password, returnSecureToken: true }),
  });
  const { idToken } = (await response.json()) as { idToken?: string };
  if (idToken === undefined) throw new Error(`${email} can't sign in`);
  return idToken;
}

export type Commanded = Answer<{ result: CommandAnswer; error: { status: string; message: string; details: { code: string; issues?: { path: string }[] } } }>;

/** Sends a command as the callable's protocol says; a commandId is made where none is given. */
export const command = (idToken: string | null, body: Record<string, unknown>): Promise<Commanded> =>
  post('/command', { data: { commandId: unique().padEnd(8, '0'), ...body } }, idToken === null ? {} : { authorization: `Bearer ${idToken}` });

/** Waits until a document or query holds what `fits`, told by its listener, or read anew; rejects with what was there last after `within` ms. */
export function until<T>(source: DocumentReference | Query, read: (stored: unknown[]) => T | undefined, within = 30_000): Promise<T> {
  return new Promise((resolve, reject) => {
    let last: unknown[] = [];
    const settle = (stored: unknown[]) => {
      last = stored;
      const found = read(stored);
      if (found === undefined) return;
      end();
      resolve(found);
    };
    const fail = (error: Error) => { end(); reject(error); };
    const unlisten = 'firestore' in source && 'path' in source
      ? source.onSnapshot((snapshot) => settle([fromStored(snapshot.data())]), fail)
      : source.onSnapshot((snapshot) => settle(snapshot.docs.map((found) => fromStored(found.data()))), fail);
    // The emulator's listener tells the first state, and now and then nothing after it, however long one waits: the command had been answered, and the document read anew had it.
    const again = setInterval(() => {
      const reading = 'firestore' in source && 'path' in source ? source.get().then((one) => [fromStored(one.data())]) : source.get().then(({ docs }) => docs.map((found) => fromStored(found.data())));
      reading.then(settle).catch(fail);
    }, 2_000);
    const timer = setTimeout(() => fail(new Error(`not so after ${within} ms: ${JSON.stringify(last).slice(0, 2000)}`)), within);
    const end = () => { clearTimeout(timer); clearInterval(again); unlisten(); };
  });
}

const fitting = <S extends z.ZodType>(schema: S, fits: (value: z.infer<S>) => boolean) => ([stored]: unknown[]) => {
  const value = schema.safeParse(stored);
  return value.success && fits(value.data) ? value.data : undefined;
};
export const incidentFits = (fits: (incident: Incident) => boolean) => fitting(Incident, fits);
export const notificationsFit = (fits: (all: Notification[]) => boolean) => (stored: unknown[]): Notification[] | undefined => {
  const all = stored.map((each) => Notification.parse(each)).sort((a, b) => a.createdAt - b.createdAt);
  return fits(all) ? all : undefined;
};
