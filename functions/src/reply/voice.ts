import type { Request } from 'firebase-functions/https';
import { titleAfterMark } from '#domain/drill/title';
import type { Notification } from '#domain/notification/notification';
import type { Person } from '#domain/people/person';
import type { Reply } from '../http/reply';
import type { Params } from '../http/router';
import { lastWords, pageCall } from '../send/voice/twiml';
import { carryOutAll } from './carryOutAll';
import type { Doors } from './doors';
import { toldBy } from './pagesOfPerson';
import { fromTwilio, twimlReply } from './signed';

type VoiceDoors = Pick<Doors, 'openToken' | 'newestOf' | 'standingOf' | 'actOnPage'>;

/** `POST /v1/twilio/voice/:token`: somebody picked up. What is said is true now, not when the call was placed. */
export const answerCall = (doors: VoiceDoors) => async (request: Request, { token = '' }: Params): Promise<Reply> => {
  const signed = fromTwilio(request);
  if (!signed.ok) return signed.problem;
  const opened = await doors.openToken(token);
  if (!opened.ok) return twimlReply(lastWords(closed));
  return twimlReply(await callNow(opened, doors, { keysUrl: keysUrlOf(signed.publicUrl, token) }));
};

/** `POST /v1/twilio/voice/:token/keys`: 4 acknowledges, 6 pages the next person; any other key says it again. */
export const takeKeys = (doors: VoiceDoors) => async (request: Request, { token = '' }: Params): Promise<Reply> => {
  const signed = fromTwilio(request);
  if (!signed.ok) return signed.problem;
  const opened = await doors.openToken(token);
  if (!opened.ok) return twimlReply(lastWords(closed));
  const { notification, person } = opened;
  const digits = signed.fields.get('Digits') ?? '';
  const act = digits === '4' ? 'acknowledge' : digits === '6' ? 'escalate' : undefined;
  if (act === undefined) {
    return twimlReply(await callNow(opened, doors, { keysUrl: keysUrlOf(signed.publicUrl, token), preface: digits === '1' ? '' : 'This key does nothing here.' }));
  }
  const pages = await toldInCall(notification, person, doors);
  return twimlReply(lastWords(await carryOutAll({ pages }, person, act, doors)));
};

const closed = 'This page has run out. Open Rouse and act there. Goodbye.';
const keysUrlOf = (publicUrl: string, token: string) => `${publicUrl}/v1/twilio/voice/${encodeURIComponent(token)}/keys`;

type Opened = { notification: Notification; person: Person };

async function callNow({ notification, person }: Opened, doors: VoiceDoors, { keysUrl, preface }: { keysUrl: string; preface?: string }): Promise<string> {
  if (notification.kind === 'test' || notification.kind === 'notice') return lastWords(`This is Rouse. ${notification.title}. ${notification.body} Goodbye.`);
  const pages = await toldInCall(notification, person, doors);
  const standings = await Promise.all(pages.map((page) => doors.standingOf(page, person)));
  const ringing = standings.flatMap(({ ringing, incident }) => (ringing && incident !== null ? [incident] : []));
  // What is real is said first; a call that says "drill" of several would be hung up on.
  const first = ringing.find(({ drillId }) => drillId === null) ?? ringing[0];
  if (first === undefined) return lastWords(`This is Rouse. ${standings[0]?.line ?? ''} Goodbye.`);
  const { severity, serviceName } = first;
  return pageCall({
    severity, serviceName, title: titleAfterMark(first), others: ringing.length - 1, isPrivate: person.privateLockScreen, isDrill: first.drillId !== null, keysUrl,
  }, preface);
}

/** The pages that this call is about: its own, and those that it bundled. */
async function toldInCall(notification: Notification, person: Person, doors: VoiceDoors): Promise<readonly [Notification, ...Notification[]]> {
  const told = toldBy('voice', await doors.newestOf(person.id), Date.now());
  return told.find(({ pages }) => pages.some(({ id }) => id === notification.id))?.pages ?? [notification];
}
