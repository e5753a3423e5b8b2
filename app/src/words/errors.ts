import { RefusalCode } from '#domain/command/answer';

const refusals: Record<RefusalCode, string> = {
  'not-signed-in': 'You are signed out, so nothing was sent. Sign in again.',
  'person-inactive': 'Your account was deactivated, so nothing changed. An admin can bring it back.',
  'not-allowed': 'Your role may not do this. Nothing changed.',
  invalid: 'Something in this is not right, so nothing changed. Look at what is marked.',
  'no-such-incident': 'This incident does not exist. Nothing changed.',
  'no-such-person': 'This person does not exist any more. Nothing changed.',
  'no-such-service': 'This service does not exist any more. Nothing was sent.',
  'no-such-team': 'This team does not exist any more. Nothing changed.',
  'not-acknowledged': 'Nobody has this incident, so there is nothing to give back.',
  'not-repeatable': 'Only an earlier incident that has ended can be repeated. Nothing changed.',
  'not-resolved': 'This incident is still open, so there is nothing to reopen.',
  'incident-resolved': 'This incident is resolved already. Reopen it first.',
  'nobody-reached': 'Nobody further can be paged. The last people stay paged.',
  'command-id-used': 'This was sent before as something else. Nothing changed. Try again.',
  'last-admin': 'This is the last admin. Name another one first.',
  'invite-invalid': 'This invitation was used or has run out. Ask an admin for a new one.',
  'email-taken': 'Somebody uses this e-mail address already.',
  'no-such-notification': 'This page does not exist any more.',
  'no-such-integration': 'This integration does not exist any more. Nothing changed.',
  'no-such-window': 'This maintenance window does not exist any more. Nothing changed.',
  'no-such-heartbeat': 'This heartbeat does not exist any more. Nothing changed.',
  'no-such-runbook': 'This runbook does not exist any more. Nothing changed.',
  'no-such-policy': 'This escalation policy does not exist any more. Nothing changed.',
  'in-use': 'Something still uses this, so it stays. Move that first.',
  'secret-needed': 'A signature needs a secret. Enter the one that the tool signs with.',
  'not-mergeable': 'These two incidents cannot be merged. Nothing changed.',
  'nobody-to-ask': 'Nobody can be asked: they are not active, nobody is on call there, or it is yourself.',
  'not-asked': 'You have not been asked for this, or somebody else has.',
  'no-such-schedule': 'There is no such schedule.',
  'no-such-override': 'There is no such override any more.',
  'no-such-method': 'There is no such contact method.',
  'wrong-code': 'This is not the code that was sent.',
  'code-expired': 'This code has run out. Ask for a new one.',
  'too-many-codes': 'Too many codes were sent within an hour. Try again later.',
  'channel-not-set-up': 'This Rouse can not send this way yet. An admin has to set it up.',
  'no-such-calendar': 'There is no such holiday calendar.',
  'no-such-component': 'There is no such component any more.',
  'no-such-notice': 'There is no such notice any more.',
  'no-such-plan': 'There is no such response plan any more.',
  'no-such-step': 'This response plan has no such step any more.',
  'no-such-drill': 'There is no such drill, or it is over.',
  'already-published': 'This is public already, and stays so. Publish an update instead.',
  'title-differs': 'This is not its title. Type it as it is, to be sure that it is the right one.',
  'drill-not-public': 'A drill is never told to the public.',
  'no-such-destination': 'There is no such destination.',
  'no-such-cover-request': 'There is no such cover request.',
  'not-sent': 'It could not be sent now. Try again in a minute.',
  'move-in-invalid': 'This code was used or has run out. Make a new one on the old phone.',
  'no-such-task': 'There is no such task any more.',
  'no-such-item': 'This is not on the exit list any more. Look at it again.',
  'too-many': 'There are as many as an incident keeps. Finish or remove one first.',
  'in-the-future': 'That time is still to come. Choose one that is past.',
  'after-detection': 'It cannot have begun after somebody noticed it. Nothing changed.',
  'reason-needed': 'Skipping needs a reason: it waits in the shift review.',
  'too-big': 'That is too large. Make it smaller and try again.',
  'changed-meanwhile': 'Somebody else saved a newer version meanwhile. Yours is kept here: compare the two, then save again.',
  'no-such-action': 'This runbook has no such action, or its webhook is switched off.',
  'no-such-problem': 'There is no such known problem any more.',
  'not-reviewed-by-its-writer': 'Somebody else than its writer approves a runbook.',
  'no-device': 'No device of yours can be paged yet. Set one up first.',
};

/** What happened, what is safe, what to do: for a refusal. The server's own sentence is nearer to the case and wins. */
export function refusalSentence(code: string | undefined, fromServer: string | undefined): string {
  const known = RefusalCode.safeParse(code);
  if (fromServer && /\s/.test(fromServer) && fromServer !== fromServer.toUpperCase()) return fromServer;
  return known.success ? refusals[known.data] : 'Rouse refused this. Nothing changed.';
}

/** For a command that got no answer: it may or may not have arrived; its id makes sending it again harmless. */
export const UNANSWERED = 'No answer from Rouse. It is kept here and sent again as soon as there is a connection.';
/** For a command that is not kept, because somebody waits for its answer. */
export const UNANSWERED_NOT_KEPT = 'No answer from Rouse. Look whether you are online, then try again: sending it twice does no harm.';

const signInCodes: Record<string, string> = {
  'auth/invalid-credential': 'E-mail address and password do not belong together.',
  'auth/wrong-password': 'E-mail address and password do not belong together.',
  'auth/user-not-found': 'E-mail address and password do not belong together.',
  'auth/invalid-email': 'This is not an e-mail address.',
  'auth/user-disabled': 'This account was deactivated. An admin can bring it back.',
  'auth/too-many-requests': 'Too many attempts. Wait a minute, then try again.',
  'auth/network-request-failed': 'No connection to the sign-in service. Look whether you are online, then try again.',
};

/** Why signing in did not work, by the SDK's error code. */
export function signInSentence(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return signInCodes[code] ?? 'Signing in did not work. Look whether you are online, then try again.';
}

/** Why a screen has nothing to show. */
export const readFailures = {
  denied: { title: 'Not yours to read', text: 'Your role does not include this. An admin can change that.' },
  newerApp: { title: 'This needs a newer app', text: 'It was written by a newer version of Rouse. Reload the app to get it.' },
  unavailable: { title: 'Nothing to show yet', text: 'Rouse could not be reached, and this device has not seen this before.' },
} as const;
export type ReadFailure = keyof typeof readFailures;
