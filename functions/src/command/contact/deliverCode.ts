import { logger } from 'firebase-functions';
import type { RefusalCode } from '#domain/command/answer';
import type { ContactMethod } from '#domain/contact/contactMethod';
import { sha256 } from '../../identity/identity';
import { escaped } from '../../pages/html';
import type { ChannelResult } from '../../send/channelResult';
import { type Mail, sendMail } from '../../send/email/mail';
import { createAtTwilio } from '../../send/twilio/twilio';
import { lastWords } from '../../send/voice/twiml';
import { linkTo } from './link';

export type CodeChannel = 'sms' | 'voice' | 'email';

/** Sends a code to one method; answers what to tell the person where it could not be sent. */
export async function deliverCode({ method, code, by }: { method: ContactMethod; code: string; by: CodeChannel }): Promise<{ code: RefusalCode; message: string } | undefined> {
  const result = await sentBy(by, method.address, code);
  switch (result.kind) {
    case 'sent': return undefined;
    case 'failed': return sentences[result.reason](by);
    case 'retry':
      logger.warn(`a code by ${by}: ${result.why}`);
      return notNow(by);
    default: return result satisfies never;
  }
}

function sentBy(by: CodeChannel, address: string, code: string): Promise<ChannelResult> {
  switch (by) {
    // No receipt is asked for: whether it arrived is what the code itself shows.
    case 'sms': return createAtTwilio('Messages', ({ from }) => new URLSearchParams({
      To: address, Body: smsText(code), [from.startsWith('MG') ? 'MessagingServiceSid' : 'From']: from,
    }));
    case 'voice': return createAtTwilio('Calls', ({ voiceFrom }) => (voiceFrom === null ? undefined : new URLSearchParams({
      To: address, From: voiceFrom, Twiml: lastWords(`This is Rouse. ${spelled(code)} ${spelled(code)} Goodbye.`), Timeout: '30',
    })));
    case 'email': return sendMail(codeMail(address, code));
    default: return by satisfies never;
  }
}

const spelled = (code: string) => `Your code is ${[...code].join(', ')}.`;

/** Its last line binds the code to the app's host, so that phones offer it there and nowhere else (wicg.github.io/sms-one-time-codes). */
function smsText(code: string): string {
  const url = linkTo('/');
  const bound = URL.canParse(url) ? `\n\n@${new URL(url).hostname} #${code}` : '';
  return `Your Rouse code is ${code}. It is good for 10 minutes.${bound}`;
}

function codeMail(to: string, code: string): Mail {
  const url = linkTo('/');
  const host = URL.canParse(url) ? new URL(url).hostname : 'rouse.invalid';
  const why = 'Enter it in Rouse within ten minutes to have pages sent to this address. If you did not ask for it, do nothing.';
  return {
    to, subject: 'Your Rouse code', text: `Your code is ${code}.\n\n${why}`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Your Rouse code</title></head><body style="font:17px/1.4 system-ui,sans-serif">
<p>Your code is</p><p style="font-size:28px;letter-spacing:4px"><strong>${escaped(code)}</strong></p><p>${escaped(why)}</p></body></html>`,
    // Of the code's hash: two codes are two mails, and neither is in the other's thread.
    messageId: `<code-${sha256(to + code).slice(0, 32)}@${host}>`, references: [],
  };
}

const thing = { sms: 'This number', voice: 'This number', email: 'This address' } as const;
const message = { sms: 'The SMS', voice: 'The call', email: 'The e-mail' } as const;
const notNow = (by: CodeChannel) => (
  { code: 'not-sent' as const, message: `${message[by]} could not be sent now. Try again in a minute; if that does not help, ask an admin.` });
const unreachable = (by: CodeChannel) => ({ code: 'invalid' as const, message: `${thing[by]} cannot be reached. Check it; if it is wrong, remove it and add the right one.` });

const sentences: Record<Extract<ChannelResult, { kind: 'failed' }>['reason'], (by: CodeChannel) => { code: RefusalCode; message: string }> = {
  noAddress: unreachable, addressRefused: unreachable, providerRefused: notNow,
  unsubscribed: () => ({ code: 'invalid', message: 'This phone answered STOP to Rouse. Send START from it to the number that pages you, then ask for a new code.' }),
  notConfigured: (by) => ({ code: 'channel-not-set-up', message: `${message[by]} could not be sent: it is not set up in this Rouse. Ask an admin.` }),
};
