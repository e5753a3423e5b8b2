import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initializeTestEnvironment, type RulesTestContext, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { doc, type Firestore, setDoc } from 'firebase/firestore';
import type { Reader } from '#domain/access/access';

/** A project of its own in the emulator: what the suite has seeded under its own id is neither read nor cleared. */
const projectId = 'demo-rouse-rules';

/** The running Firestore emulator with the rules of this repository. */
export function rulesEnvironment(): Promise<RulesTestEnvironment> {
  const [host = '127.0.0.1', port = '8080'] = (process.env.FIRESTORE_EMULATOR_HOST ?? '').split(':');
  const rules = readFileSync(join(import.meta.dirname, '../../firestore.rules'), 'utf8');
  return initializeTestEnvironment({ projectId, firestore: { host: host || '127.0.0.1', port: Number(port), rules } });
}

/** Firestore as a signed-in or signed-out client sees it. The modular functions take the compat instance that the testing library hands out. */
export const firestoreOf = (context: RulesTestContext): Firestore => context.firestore() as unknown as Firestore;

/** Writes documents past the rules. */
export function seed(environment: RulesTestEnvironment, paths: readonly string[]): Promise<void> {
  return environment.withSecurityRulesDisabled(async (context) => {
    const db = firestoreOf(context);
    await Promise.all(paths.map((path) => setDoc(doc(db, path), { name: 'seeded', userId: 'me', status: 'triggered' })));
  });
}

/** Everybody who may ask, by what their token says; `reader` is what the domain makes of it. */
export const callers: { who: string; reader: Reader; token: Record<string, unknown> | null }[] = [
  { who: 'an admin', reader: { role: 'admin', userId: 'me' }, token: { role: 'admin' } },
  { who: 'a responder', reader: { role: 'responder', userId: 'me' }, token: { role: 'responder' } },
  { who: 'a stakeholder', reader: { role: 'stakeholder', userId: 'me' }, token: { role: 'stakeholder' } },
  { who: 'somebody signed in without a role', reader: { role: 'none', userId: 'me' }, token: {} },
  { who: 'somebody with a role that does not exist', reader: { role: 'none', userId: 'me' }, token: { role: 'owner' } },
  { who: 'somebody whose role is written in capitals', reader: { role: 'none', userId: 'me' }, token: { role: 'Admin' } },
  { who: 'somebody whose role is a list', reader: { role: 'none', userId: 'me' }, token: { role: ['admin'] } },
  { who: 'somebody whose role is null', reader: { role: 'none', userId: 'me' }, token: { role: null } },
  { who: 'nobody', reader: { role: 'signedOut' }, token: null },
];

/** Firestore for such a caller. */
export function firestoreFor(environment: RulesTestEnvironment, token: Record<string, unknown> | null): Firestore {
  return firestoreOf(token === null ? environment.unauthenticatedContext() : environment.authenticatedContext('me', token));
}
