import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { isLocal } from '../../firebase';
import type { ChannelResult } from '../channelResult';

/** `messageId` and `references`: with their angle brackets, as RFC 5322 (3.6.4) has them. `unsubscribe`: the page on which its reader ends such mails. */
export type Mail = { to: string; subject: string; text: string; html: string; messageId: string; references: readonly string[]; unsubscribe?: string };

/** How long one mail may take, from the queue to the server's answer (ms). */
const patience = 10_000;
type Transport = ReturnType<typeof transportOf>;
let pooled: { url: string; transport: Transport } | undefined;

/**
 * Sends one mail by SMTP. Settings: `ROUSE_SMTP_URL` (`smtps://user:password@host:465`, or `smtp://` for STARTTLS) and `ROUSE_MAIL_FROM`. Retry on 4xx
 * and on everything about the connection and our own sign-in, which is mended in minutes; a 5xx is the last word. The same `messageId` at every
 * try lets a mail program show a mail that came twice once.
 */
export async function sendMail({ to, subject, text, html, messageId, references, unsubscribe }: Mail): Promise<ChannelResult> {
  const [url, from] = [process.env.ROUSE_SMTP_URL?.trim() ?? '', process.env.ROUSE_MAIL_FROM?.trim() ?? ''];
  const transport = url === '' || from === '' ? undefined : transportFor(url);
  if (transport === undefined) return { kind: 'failed', reason: 'notConfigured' };
  try {
    const sent = await transport.sendMail({
      // As an address, not as a text that could hold several.
      from, to: { name: '', address: to }, subject, text, html, messageId, references: [...references],
      // RFC 3834: out-of-office replies do not answer a machine. RFC 2369: a page to be opened; RFC 8058's one click would need an address that acts without a sign-in.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...(unsubscribe === undefined ? {} : { 'List-Unsubscribe': `<${unsubscribe}>` }) },
      disableFileAccess: true, disableUrlAccess: true, signal: AbortSignal.timeout(patience),
    });
    return { kind: 'sent', provider: 'smtp', providerId: sent.messageId };
  } catch (error) {
    return resultOf(Failure.safeParse(error).data ?? {});
  }
}

/** Closes the connections that wait for the next mail. */
export function closeMail(): void {
  pooled?.transport.close();
  pooled = undefined;
}

function transportFor(url: string): Transport | undefined {
  if (pooled?.url === url) return pooled.transport;
  closeMail();
  if (!/^smtps?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) return undefined;
  const transport = transportOf(new URL(url));
  pooled = { url, transport };
  return transport;
}

function transportOf({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === 'smtps:';
  return createTransport({
    pool: true, host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? (secure ? 465 : 587) : Number(port), secure,
    // A password goes over no line that others can read; only a local stand-in has none to protect.
    requireTLS: !secure && username !== '' && !isLocal,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, dnsTimeout: patience,
    // A server that lets the connection go is tried once more at once: what waited in the pool may have died unseen while this process was frozen.
    maxConnections: 5, maxRequeues: 1, idleTimeout: 60_000,
  });
}

/** What nodemailer's errors say beside their words: `responseCode` and `response` are the server's answer, `command` what it answered (nodemailer.com/errors). */
const Failure = z.object({ code: z.string(), responseCode: z.number(), response: z.string(), command: z.string() }).partial();
type Failure = z.infer<typeof Failure>;

/** What a failed try means. The server's own words quote the address, so none of them get into the result. */
export function resultOf({ code, responseCode, response = '', command }: Failure): ChannelResult {
  // Not asked at all, because nothing in the address could be asked for.
  if (code === 'EENVELOPE' && responseCode === undefined) return { kind: 'failed', reason: 'addressRefused' };
  if (code === 'EAUTH' || responseCode === undefined || responseCode < 500) {
    return { kind: 'retry', why: ['the mail server:', responseCode ?? 'no answer', code ?? ''].join(' ').trim() };
  }
  // X.7.x is policy: the server refuses us, not the address (RFC 3463, 3.8).
  const isPolicy = /^5\d\d[ -]5\.7\./.test(response);
  return { kind: 'failed', reason: command === 'RCPT TO' && !isPolicy ? 'addressRefused' : 'providerRefused' };
}
