export type SmsWords =
  | { kind: 'act'; act: 'acknowledge' | 'escalate'; code: number | null }
  | { kind: 'help' }
  /** Twilio itself answers these (STOP, START), and an answer of ours would not be sent. */
  | { kind: 'twilioAnswers' }
  | { kind: 'unknown' };

/** Twilio's words for ending and taking up messages (help.twilio.com: Twilio support for opt-out keywords). */
const optOut = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'start', 'yes', 'unstop']);
const ack = 'a|ack|acknowledge|ok';
const esc = 'e|esc|escalate|next';
const withCode = new RegExp(`^(?:(?:${ack})\\s*)?(\\d{3})$|^(\\d{3})\\s*(?:${ack})$`);
const escalateCode = new RegExp(`^(?:${esc})\\s*(\\d{3})$|^(\\d{3})\\s*(?:${esc})$`);

/** What somebody means by an SMS: `472`, `472e`, `472 E`, `ack`, `a`, `e`, `help`. Thumbs add blanks, capitals and full stops. */
export function readSms(text: string): SmsWords {
  const words = text.normalize('NFKC').toLowerCase().replace(/[.!"'#]+/g, ' ').replace(/\s+/g, ' ').trim();
  if (optOut.has(words)) return { kind: 'twilioAnswers' };
  if (words === 'help' || words === 'info' || words === '?') return { kind: 'help' };
  const acknowledged = withCode.exec(words);
  if (acknowledged !== null) return { kind: 'act', act: 'acknowledge', code: Number(acknowledged[1] ?? acknowledged[2]) };
  const escalated = escalateCode.exec(words);
  if (escalated !== null) return { kind: 'act', act: 'escalate', code: Number(escalated[1] ?? escalated[2]) };
  if (new RegExp(`^(?:${ack})$`).test(words)) return { kind: 'act', act: 'acknowledge', code: null };
  if (new RegExp(`^(?:${esc})$`).test(words)) return { kind: 'act', act: 'escalate', code: null };
  return { kind: 'unknown' };
}
