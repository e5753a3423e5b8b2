import { z } from 'zod';
import { Role } from '#domain/people/person';
import type { Person } from '#domain/people/person';
import { signInSentence } from '../words/errors';
import { firebaseAuth } from './firebase';

/** Who uses this app. `timeZone` is the person's own, or the device's for those whose document they may not read. */
export const SignedInPerson = z.object({
  userId: z.string(), name: z.string(), email: z.string(), role: Role, timeZone: z.string(),
});
export type SignedInPerson = z.infer<typeof SignedInPerson>;

/**
 * `starting`: not known yet. `withoutRole`: signed in, but nobody gave this account a role, so it may read nothing.
 * `signedIn` comes from memory first, so that the shell stands before the SDK has loaded; `confirmed` once it has said yes.
 */
export type Session =
  | { state: 'starting' }
  | { state: 'failed' }
  | { state: 'signedOut'; sentence: string | null }
  | { state: 'withoutRole'; email: string }
  | { state: 'signedIn'; person: SignedInPerson; confirmed: boolean };
export type SignedIn = Extract<Session, { state: 'signedIn' }>;

const KEPT = 'rouse.person';
const listeners = new Set<() => void>();
/** Undoes something for whoever leaves. `tokenHolds`: Rouse itself can still be told so in their name. */
type SignOutHook = (tokenHolds: boolean) => Promise<void> | void;
const signOutHooks = new Set<SignOutHook>();
let signingOut = false;
let session: Session = remembered();
let begun = false;
let confirm: () => void = () => undefined;
let isConfirmed = false;
let confirmation = new Promise<void>((resolve) => { confirm = resolve; });

function become(next: Session) {
  session = next;
  if (next.state === 'signedIn') localStorage.setItem(KEPT, JSON.stringify(next.person));
  else if (next.state !== 'failed' && next.state !== 'starting') localStorage.removeItem(KEPT);
  if (next.state === 'signedIn' && next.confirmed) {
    isConfirmed = true;
    confirm();
  }
  for (const listener of listeners) listener();
}

function remembered(): Session {
  try {
    const person = SignedInPerson.parse(JSON.parse(localStorage.getItem(KEPT) ?? 'null'));
    return { state: 'signedIn', person, confirmed: false };
  } catch {
    return { state: 'starting' };
  }
}

/** The session as a store: for `useSession`, and for what lives outside React. */
export const sessionStore = {
  current: (): Session => session,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
};

/** Resolves once the SDK has confirmed who is signed in: reads and commands before that would be refused. */
export function confirmed(): Promise<void> {
  return confirmation;
}

/** Begins to follow the account. Called once, after the first paint; again after `failed`. */
export async function startSession(): Promise<void> {
  if (begun) return;
  begun = true;
  try {
    const [auth, { onIdTokenChanged }] = await Promise.all([firebaseAuth(), import('firebase/auth')]);
    onIdTokenChanged(auth, (user) => { void (user ? recognise(user) : lose(() => auth.currentUser !== null)); });
  } catch {
    begun = false;
    // Remembered people stay where they are: what the phone knows is better than a closed door.
    if (session.state === 'starting') become({ state: 'failed' });
  }
}

type User = NonNullable<Awaited<ReturnType<typeof firebaseAuth>>['currentUser']>;

async function recognise(user: User) {
  const before = session.state === 'signedIn' && session.person.userId === user.uid ? session.person : null;
  const claim = await user.getIdTokenResult().then((token) => Role.safeParse(token.claims['role']).data ?? null, () => before?.role ?? null);
  const email = user.email ?? '';
  if (!claim) {
    become({ state: 'withoutRole', email });
    return;
  }
  const name = before?.name ?? user.displayName ?? email.split('@')[0] ?? email;
  const timeZone = before?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  become({ state: 'signedIn', confirmed: true, person: { userId: user.uid, name, email, role: claim, timeZone } });
}

/** What the person's own document says now: name and zone are taken over, a changed role fetches a new token. */
export async function learn(document: Person): Promise<void> {
  if (session.state !== 'signedIn' || session.person.userId !== document.id) return;
  if (!document.active) {
    await signOut('This account was deactivated. An admin can bring it back.');
    return;
  }
  const { name, timeZone, role } = document;
  const { person } = session;
  if (person.role !== role) (await firebaseAuth()).currentUser?.getIdToken(true).catch(() => undefined);
  if (person.name !== name || person.timeZone !== timeZone) become({ ...session, person: { ...person, name, timeZone } });
}

/** Takes over what the person just saved of themselves, without waiting for the document (which stakeholders may not read). */
export function learnProfile(changed: Pick<SignedInPerson, 'name' | 'timeZone'>): void {
  if (session.state === 'signedIn') become({ ...session, person: { ...session.person, ...changed } });
}

/** Signs in; answers null, or the sentence that says why not. */
export async function signIn(email: string, password: string): Promise<string | null> {
  try {
    const [auth, { signInWithEmailAndPassword }] = await Promise.all([firebaseAuth(), import('firebase/auth')]);
    await signInWithEmailAndPassword(auth, email, password);
    void startSession();
    return null;
  } catch (error) {
    return signInSentence(error);
  }
}

/** Registers what has to be undone at sign-out (caches, the device, listeners). Answers how to take it back. */
export function onSignOut(hook: SignOutHook): () => void {
  signOutHooks.add(hook);
  return () => { signOutHooks.delete(hook); };
}

/** Signs out: first the hooks, while the token still holds, then the account. `sentence` is what the sign-in screen says. */
export async function signOut(sentence: string | null = null): Promise<void> {
  // Whoever begins to read from here on waits for the next person.
  unconfirm();
  signingOut = true;
  try {
    await undo(true);
    const [auth, sdk] = await Promise.all([firebaseAuth(), import('firebase/auth')]);
    await sdk.signOut(auth);
    leave(sentence);
  } finally {
    signingOut = false;
  }
}

async function undo(tokenHolds: boolean) {
  await Promise.allSettled([...signOutHooks].map(async (hook) => hook(tokenHolds)));
}

/** The account is gone without this tab's sign-out (another tab's, or a disabled account): what was kept here goes as well. */
async function lose(isSomebodyThere: () => boolean) {
  if ((session.state === 'signedIn' || session.state === 'withoutRole') && !signingOut) {
    unconfirm();
    await undo(false);
    // The next person was faster, and has been recognised.
    if (isSomebodyThere()) return;
  }
  leave(null);
}

/** Whoever waits already goes on waiting for the same promise: another in its place would leave them waiting for ever. */
function unconfirm() {
  if (!isConfirmed) return;
  isConfirmed = false;
  confirmation = new Promise<void>((resolve) => { confirm = resolve; });
}

function leave(sentence: string | null) {
  const said = session.state === 'signedOut' ? session.sentence : null;
  unconfirm();
  become({ state: 'signedOut', sentence: sentence ?? said });
}

/** The bearer token for `command`; null when nobody is signed in. Rejects without network once it has run out. */
export async function idToken(): Promise<string | null> {
  const auth = await firebaseAuth();
  await auth.authStateReady();
  return (await auth.currentUser?.getIdToken()) ?? null;
}
