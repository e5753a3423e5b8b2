import { HttpsError, type FunctionsErrorCode } from 'firebase-functions/https';
import type { RefusalCode } from '#domain/command/answer';
import type { Issue } from '#domain/ingest/parsed';

const refusals: Record<RefusalCode, readonly [FunctionsErrorCode, string]> = {
  'not-signed-in': ['unauthenticated', 'Sign in first.'],
  'person-inactive': ['permission-denied', 'Your access was ended. Ask an admin if that is wrong.'],
  'not-allowed': ['permission-denied', 'Your role does not allow this. Ask an admin for the responder role.'],
  invalid: ['invalid-argument', 'This command is not complete.'],
  'no-such-incident': ['not-found', 'There is no such incident.'],
  'no-such-person': ['not-found', 'There is no such person.'],
  'no-such-service': ['not-found', 'There is no such service.'],
  'no-such-team': ['not-found', 'There is no such team.'],
  'no-such-notification': ['not-found', 'There is no such page for you.'],
  'no-such-integration': ['not-found', 'There is no such integration.'],
  'no-such-window': ['not-found', 'There is no such maintenance window.'],
  'no-such-heartbeat': ['not-found', 'There is no such heartbeat.'],
  'no-such-runbook': ['not-found', 'There is no such runbook.'],
  'no-such-policy': ['not-found', 'There is no such escalation policy.'],
  'in-use': ['failed-precondition', 'Something still uses this.'],
  'secret-needed': ['invalid-argument', 'This signature needs the secret that the tool signs with.'],
  'not-mergeable': ['failed-precondition', 'These two incidents cannot be merged.'],
  'no-device': ['failed-precondition', 'No device of yours is registered. Register this one first.'],
  'not-acknowledged': ['failed-precondition', 'Nobody has acknowledged this incident, so there is nothing to take back.'],
  'not-repeatable': ['failed-precondition', 'A repeat is of an earlier incident that has ended.'],
  'not-resolved': ['failed-precondition', 'This incident is open already.'],
  'incident-resolved': ['failed-precondition', 'This incident is resolved. Reopen it first.'],
  'nobody-reached': ['failed-precondition', 'This policy can reach nobody.'],
  'command-id-used': ['already-exists', 'This command id was used for something else. Choose a new one.'],
  'last-admin': ['failed-precondition', 'This is the last admin. Make somebody else an admin first.'],
  'invite-invalid': ['not-found', 'This invitation was used or has run out. Ask for a new one.'],
  'nobody-to-ask': ['failed-precondition', 'Nobody can be asked: they are not active, nobody is on call there, or it is yourself.'],
  'not-asked': ['failed-precondition', 'You have not been asked for this, or somebody else has.'],
  'no-such-schedule': ['not-found', 'There is no such schedule.'],
  'no-such-override': ['not-found', 'There is no such override any more.'],
  'no-such-method': ['not-found', 'There is no such contact method.'],
  'wrong-code': ['failed-precondition', 'This is not the code that was sent.'],
  'code-expired': ['failed-precondition', 'This code has run out. Ask for a new one.'],
  'too-many-codes': ['resource-exhausted', 'Too many codes were sent within an hour. Try again later.'],
  'channel-not-set-up': ['failed-precondition', 'This Rouse can not send this way yet. An admin has to set it up.'],
  'no-such-calendar': ['not-found', 'There is no such holiday calendar.'],
  'no-such-destination': ['not-found', 'There is no such destination.'],
  'no-such-cover-request': ['not-found', 'There is no such cover request.'],
  'not-sent': ['failed-precondition', 'It could not be sent now. Try again in a minute.'],
  'move-in-invalid': ['not-found', 'This code was used or has run out. Make a new one on the old phone.'],
  'no-such-task': ['not-found', 'There is no such task any more.'],
  'no-such-item': ['not-found', 'This is not on the exit list any more. Look at it again.'],
  'too-many': ['failed-precondition', 'There are as many as an incident keeps. Finish or remove one first.'],
  'in-the-future': ['invalid-argument', 'That time is still to come. Choose one that is past.'],
  'after-detection': ['invalid-argument', 'It cannot have begun after somebody noticed it.'],
  'reason-needed': ['invalid-argument', 'Skipping needs a reason: it waits in the shift review.'],
  'too-big': ['invalid-argument', 'That is too large. Make it smaller and try again.'],
  'changed-meanwhile': ['failed-precondition', 'Somebody else saved a newer version meanwhile. Yours is kept here: compare the two, then save again.'],
  'no-such-action': ['not-found', 'This runbook has no such action, or its webhook is switched off.'],
  'no-such-problem': ['not-found', 'There is no such known problem any more.'],
  'not-reviewed-by-its-writer': ['failed-precondition', 'Somebody else than its writer approves a runbook.'],
  'email-taken': ['already-exists', 'Somebody with this e-mail address is here already.'],
};

/** The callable's error for a refusal: its status, a sentence, and `details` with the code and the fields that are wrong. */
export function refusal(code: RefusalCode, issues: readonly Issue[] = [], message?: string): HttpsError {
  const [status, sentence] = refusals[code];
  return new HttpsError(status, message ?? sentence, { code, issues });
}
