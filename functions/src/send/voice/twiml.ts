import type { Severity } from '#domain/incident/severity';
import { escaped } from '../../pages/html';

/** `others`: how many more incidents this call is about; `isPrivate`: neither service nor alert is said; `isDrill`: that comes first. */
export type CallPrompt = { severity: Severity; serviceName: string; title: string; others: number; isPrivate: boolean; isDrill: boolean; keysUrl: string };

/** How often a page is said in one call: a person who was asleep misses the first time. */
const times = 3;

/** The TwiML of a page's call: what is wrong, and 4 to acknowledge, 6 to page the next person, 1 to hear it again. `preface`: said first, once. */
export function pageCall(prompt: CallPrompt, preface = ''): string {
  const ask = `<Gather numDigits="1" timeout="5" method="POST" action="${clean(prompt.keysUrl)}">${say(promptWords(prompt))}</Gather>`;
  return twiml(`${preface === '' ? '' : say(preface)}${ask.repeat(times)}${say('No key was pressed, so nobody has acknowledged. Goodbye.')}<Hangup/>`);
}

/** The TwiML that says how it stands, and hangs up. */
export const lastWords = (words: string): string => twiml(`${say(spoken(words, 400))}<Hangup/>`);

/** The TwiML that answers an SMS; without words, nothing is answered. */
export const smsAnswer = (text: string | null): string => twiml(text === null ? '' : `<Message>${clean(text)}</Message>`);

function promptWords({ severity, serviceName, title, others, isPrivate, isDrill }: CallPrompt): string {
  const number = severity.slice(-1);
  const more = others === 0 ? '' : ` And ${others} more ${others === 1 ? 'incident' : 'incidents'}.`;
  const what = isPrivate ? `A severity ${number} page. Open Rouse to read it.` : `Severity ${number} on ${spoken(serviceName, 80)}. ${sentence(spoken(title, 200))}`;
  return `This is Rouse. ${isDrill ? 'This is a drill. ' : ''}${what}${more} Press 4 to acknowledge${others === 0 ? '' : ' all'}. Press 6 to page the next person. Press 1 to hear this again.`;
}

/** Words as they can be said: no addresses, no ids letter by letter, no marks. */
export function spoken(text: string, most: number): string {
  const words = text
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, ' ')
    .replace(/\bINC-[0-9A-Z]{6}\b/g, 'the incident')
    .replace(/\bSEV([1-4])\b/g, 'severity $1')
    // Eight or more of hexadecimal, with a digit: a hash, a pod's suffix, a UUID.
    .replace(/\b(?=[0-9a-f-]*\d)(?=[0-9-]*[a-f])[0-9a-f]{8,}(?:-[0-9a-f]{4,})*\b/gi, ' ')
    .replace(/\d{9,}/g, ' ')
    .replace(/%/g, ' percent')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}.,:;?'+-]+/gu, ' ')
    .replace(/(?<=\p{L})[-:.](?=\p{L})|(?<=^|\s)-+(?!\p{N})|-+(?=\s|$)/gu, ' ')
    .replace(/\s+(?=[.,:;?])/g, '').replace(/\s+/g, ' ').trim();
  if (words.length <= most) return words;
  return words.slice(0, most).replace(/\s+\S*$/, '');
}

const sentence = (text: string) => (text === '' || /[.?]$/.test(text) ? text : `${text}.`);
const say = (words: string) => `<Say language="en-US">${clean(words)}</Say>`;
const twiml = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?><Response>${inner}</Response>`;
/** Escaped, and without what XML 1.0 may not hold (w3.org/TR/xml, 2.2): Twilio hangs up on a document that it can't read. */
const clean = (text: string) => escaped([...text.toWellFormed()].filter((character) => character >= ' ' || '\t\n\r'.includes(character)).join('').replace(/[\uFFFE\uFFFF\u007F]/g, ''));
