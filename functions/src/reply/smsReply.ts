import type { Request } from 'firebase-functions/https';
import type { Person } from '#domain/people/person';
import type { Reply } from '../http/reply';
import { plainText } from '../send/sms/text';
import { smsAnswer } from '../send/voice/twiml';
import { carryOutAll } from './carryOutAll';
import type { Doors } from './doors';
import { type Told, toldBy } from './pagesOfPerson';
import { fromTwilio, twimlReply } from './signed';
import { readSms } from './smsWords';

type SmsDoors = Pick<Doors, 'personOfPhone' | 'newestOf' | 'standingOf' | 'actOnPage'>;

/**
 * `POST /v1/twilio/sms`: somebody answered a page by SMS. A number that is nobody's gets no answer: two machines that answer each other would
 * never end.
 */
export const takeSms = (doors: SmsDoors) => async (request: Request): Promise<Reply> => {
  const signed = fromTwilio(request);
  if (!signed.ok) return signed.problem;
  const { fields } = signed;
  const words = readSms(fields.get('Body') ?? '');
  // OptOutType: Twilio has answered already (twilio.com/docs/messaging/tutorials/advanced-opt-out).
  if (words.kind === 'twilioAnswers' || fields.has('OptOutType')) return twimlReply(smsAnswer(null));
  const person = await doors.personOfPhone(fields.get('From') ?? '');
  if (person === undefined) return twimlReply(smsAnswer(null));
  const told = toldBy('sms', await doors.newestOf(person.id), Date.now());
  const answer = await answerTo(words, told, person, doors);
  return twimlReply(smsAnswer(plainText(answer)));
};

async function answerTo(words: Exclude<ReturnType<typeof readSms>, { kind: 'twilioAnswers' }>, told: readonly Told[], person: Person, doors: SmsDoors): Promise<string> {
  switch (words.kind) {
    case 'act': {
      const meant = words.code === null ? told : told.filter(({ code }) => code === words.code);
      const open = await stillOpen(meant, person, doors);
      // Three digits can come up twice in a storm, and the answer would not show which was meant.
      if (words.code !== null && open.length > 1) return listing(`Several pages of yours have the code ${words.code}. Open Rouse to answer them.`, open);
      // Without a code, only where there is no doubt which; with one, also a page that has ended, to say how.
      const chosen = words.code === null ? (open.length === 1 ? open[0] : undefined) : open[0] ?? meant[0];
      if (chosen !== undefined) return carryOutAll(chosen, person, words.act, doors);
      return listing(words.code === null ? '' : `No page of yours has the code ${words.code}.`, await stillOpen(told, person, doors));
    }
    case 'help': return listing('', await stillOpen(told, person, doors));
    case 'unknown': return listing('Rouse did not understand that.', await stillOpen(told, person, doors));
    default: return words satisfies never;
  }
}

/** What still rings of what was told, newest first. Fifty at most are looked up. */
async function stillOpen(told: readonly Told[], person: Person, { standingOf }: SmsDoors): Promise<Told[]> {
  const looked = await Promise.all(told.slice(0, 50).map(async (one) => {
    const standings = await Promise.all(one.pages.map((page) => standingOf(page, person)));
    return standings.some(({ ringing }) => ringing) ? [one] : [];
  }));
  return looked.flat();
}

function listing(before: string, open: readonly Told[]): string {
  const say = (words: string) => [before, words].filter((part) => part !== '').join(' ');
  if (open.length === 0) return say('No page of yours is open. Nothing to do.');
  const named = open.slice(0, 4).map(({ code, pages }) => `${code} ${pages[0].title}${pages.length > 1 ? ` +${pages.length - 1}` : ''}`).join('; ');
  const more = open.length > 4 ? `; and ${open.length - 4} more` : '';
  return say(`Open: ${named}${more}. Reply a code to acknowledge, with E behind it to page the next person.`);
}
