import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { twilioObjection } from './twilioRest';
import { readTwiml, type TwimlVerb } from './twilioTwiml';

export type TwilioMessage = { sid: string; to: string; from: string; body: string; statusCallback: string };
export type TwilioCall = { sid: string; to: string; from: string; url: string; statusCallback: string; statusCallbackEvents: string[] };
/** How the next request for a number is answered: taken, an error code of Twilio's, or not at all. */
export type TwilioAnswer = 'accept' | 'unavailable' | 'tooMany' | 'hold' | 'cut' | { code: number; status?: number };
/** `publicUrl`: what Rouse calls itself (ROUSE_PUBLIC_URL), which signatures are made for; `appUrl`: where it is reached here. */
type Account = { accountSid?: string; authToken?: string; publicUrl: string; appUrl: string };

/**
 * Stands in for Twilio: its REST API for messages and calls, and its requests to Rouse, signed by Twilio's own library. What Twilio would not understand is a
 * fault and refused.
 */
export class FakeTwilio {
  readonly messages: TwilioMessage[] = [];
  readonly calls: TwilioCall[] = [];
  readonly faults: string[] = [];
  readonly accountSid: string;
  readonly authToken: string;
  publicUrl: string;
  appUrl: string;
  private readonly answers = new Map<string, TwilioAnswer[]>();
  private readonly waiting: (() => void)[] = [];
  private server: Server | undefined;
  private port = 0;

  constructor({ accountSid = 'AC00000000000000000000000000000001', authToken = 'stand-in-token', publicUrl, appUrl }: Account) {
    [this.accountSid, this.authToken, this.publicUrl, this.appUrl] = [accountSid, authToken, publicUrl, appUrl];
  }

  /** Listens; after `down`, at the same port again. */
  async listen(port = this.port): Promise<void> {
    const server = createServer((request, response) => void this.take(request, response));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port; // A listening TCP server's address is one.
    this.server = server;
  }

  /** Connections are refused until it listens again. */
  async down(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    server?.closeAllConnections();
    if (server !== undefined) await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
  }

  /** What the functions need to find it. */
  get environment(): Record<string, string> {
    return {
      ROUSE_TWILIO_ACCOUNT_SID: this.accountSid, ROUSE_TWILIO_AUTH_TOKEN: this.authToken, ROUSE_TWILIO_FROM: '+15005550006',
      ROUSE_TWILIO_BASE: `http://127.0.0.1:${this.port}`, ROUSE_PUBLIC_URL: this.publicUrl,
    };
  }

  /** Answers for the next requests for this number, in turn; after them, `accept`. */
  answerWith(to: string, ...answers: TwilioAnswer[]): void {
    this.answers.set(to, answers);
  }

  /** The first SMS to this number that fits, now or as soon as it comes; rejects after `within` ms. */
  async nextMessage(to: string, fits: (message: TwilioMessage) => boolean = () => true, within = 10_000): Promise<TwilioMessage> {
    return this.next(() => this.messages.find((message) => message.to === to && fits(message)), `SMS to ${to}`, within);
  }

  /** The first call to this number, now or as soon as it comes; rejects after `within` ms. */
  async nextCall(to: string, within = 10_000): Promise<TwilioCall> {
    return this.next(() => this.calls.find((call) => call.to === to), `call to ${to}`, within);
  }

  /** Somebody writes an SMS to Rouse: what Rouse answers, if anything. */
  async reply(from: string, body: string, more: Record<string, string> = {}): Promise<{ status: number; messages: string[] }> {
    const { status, verbs } = await this.ask(`${this.publicUrl}/v1/twilio/sms`, {
      MessageSid: `SM${'0'.repeat(32)}`, AccountSid: this.accountSid, From: from, To: '+15005550006', Body: body, NumMedia: '0', ...more,
    });
    return { status, messages: verbs.filter(({ name }) => name === 'Message').map(({ text }) => text) };
  }

  /** Somebody picks a call up, listens, and presses these keys one after the other: what was said, also after the last key. */
  async answer(callSid: string, digits = ''): Promise<{ said: string[]; hungUp: boolean }> {
    const call = this.calls.find(({ sid }) => sid === callSid);
    if (call === undefined) throw new Error(`no call ${callSid}`);
    if (call.statusCallbackEvents.includes('answered')) await this.status(callSid, 'in-progress');
    let { verbs } = await this.ask(call.url, this.callFields(call));
    const said = saidBy(verbs);
    for (const key of digits) {
      const action = verbs.find(({ name }) => name === 'Gather')?.attributes.action;
      if (action === undefined) throw new Error(`nothing listens for the key ${key} any more; said: ${said.join(' ')}`);
      ({ verbs } = await this.ask(action, { ...this.callFields(call), Digits: key }));
      said.push(...saidBy(verbs));
    }
    const hungUp = !verbs.some(({ name }) => name === 'Gather') && verbs.at(-1)?.name === 'Hangup';
    return { said, hungUp };
  }

  /** Twilio reports what became of a message or a call; resolves with Rouse's HTTP status. */
  async status(sid: string, word: string): Promise<number> {
    const message = this.messages.find((one) => one.sid === sid);
    const call = this.calls.find((one) => one.sid === sid);
    const to = message?.statusCallback ?? call?.statusCallback;
    if (to === undefined) throw new Error(`nothing has the sid ${sid}`);
    const fields: Record<string, string> = call === undefined ? { MessageSid: sid, MessageStatus: word, AccountSid: this.accountSid } : { ...this.callFields(call), CallStatus: word };
    return (await this.ask(to, fields)).status;
  }

  private callFields({ sid, to, from }: TwilioCall): Record<string, string> {
    return { CallSid: sid, AccountSid: this.accountSid, To: to, From: from, Direction: 'outbound-api', CallStatus: 'in-progress', ApiVersion: '2010-04-01' };
  }

  /** One request of Twilio's to Rouse, signed by Twilio's library for the address that Twilio was given. */
  private async ask(url: string, fields: Record<string, string>): Promise<{ status: number; verbs: TwimlVerb[] }> {
    if (!url.startsWith(`${this.publicUrl}/`)) throw new Error(`${url} is not at ${this.publicUrl}`);
    const response = await fetch(`${this.appUrl}${url.slice(this.publicUrl.length)}`, {
      method: 'POST', body: new URLSearchParams(fields), headers: { 'X-Twilio-Signature': twilio.getExpectedTwilioSignature(this.authToken, url, fields) },
    });
    const text = await response.text();
    if (response.status !== 200) return { status: response.status, verbs: [] };
    // Twilio takes TwiML as text/xml, application/xml or text/html (twilio.com/docs/voice/twiml#data-formats).
    if (!/^(?:text|application)\/xml\b/.test(response.headers.get('content-type') ?? '')) throw new Error(`TwiML came as ${response.headers.get('content-type') ?? 'nothing'}`);
    return { status: 200, verbs: readTwiml(text) };
  }

  private async next<T>(look: () => T | undefined, what: string, within: number): Promise<T> {
    const until = performance.now() + within;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => { reject(new Error(`no such ${what} in ${within} ms`)); }, Math.max(0, until - performance.now()));
        this.waiting.push(() => { clearTimeout(timer); resolve(); });
      });
    }
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array)); // A request without encoding yields bytes.
    const fields = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    const refuse = (status: number, code: number, message: string) => {
      response.writeHead(status, { 'content-type': 'application/json', ...(status === 429 ? { 'retry-after': '7' } : {}) })
        .end(JSON.stringify({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }));
    };
    const objection = twilioObjection(request, fields, this);
    if (objection !== undefined) {
      this.faults.push(objection.message);
      return refuse(objection.status, objection.code, objection.message);
    }
    const to = fields.get('To') ?? '';
    const how = this.answers.get(to)?.shift() ?? 'accept';
    if (how === 'hold') return;
    if (how === 'cut') return void request.socket.destroy();
    if (how === 'unavailable') return void response.writeHead(503).end('<html>Service Unavailable</html>');
    if (how === 'tooMany') return refuse(429, 20_429, 'Too Many Requests');
    if (how !== 'accept') return refuse(how.status ?? 400, how.code, `refused: ${to}`);
    const sid = this.keep(request.url?.endsWith('/Messages.json') === true, fields, to);
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sid, account_sid: this.accountSid, to, status: 'queued', error_code: null }));
    for (const tell of this.waiting.splice(0)) tell();
  }

  private keep(isMessage: boolean, fields: URLSearchParams, to: string): string {
    const sid = `${isMessage ? 'SM' : 'CA'}${String(this.messages.length + this.calls.length + 1).padStart(32, '0')}`;
    const [from, statusCallback] = [fields.get('From') ?? fields.get('MessagingServiceSid') ?? '', fields.get('StatusCallback') ?? ''];
    if (isMessage) this.messages.push({ sid, to, from, statusCallback, body: fields.get('Body') ?? '' });
    else this.calls.push({ sid, to, from, statusCallback, url: fields.get('Url') ?? '', statusCallbackEvents: fields.getAll('StatusCallbackEvent') });
    return sid;
  }
}

const saidBy = (verbs: readonly TwimlVerb[]): string[] => verbs.flatMap((verb) => (verb.name === 'Say' ? [verb.text] : saidBy(verb.inner)));

/** Twilio's own answer to whether a request is signed. */
export const twilioValidates = (authToken: string, signature: string, url: string, fields: Record<string, string>): boolean => twilio.validateRequest(authToken, signature, url, fields);
/** The signature that Twilio's own library makes. */
export const twilioSigns = (authToken: string, url: string, fields: Record<string, string | string[]>): string => twilio.getExpectedTwilioSignature(authToken, url, fields);

/** Twilio's own client, asking the stand-in in place of api.twilio.com: what the stand-in takes is what Twilio's library sends. */
export function twilioClient({ accountSid, authToken, environment }: FakeTwilio): ReturnType<typeof twilio> {
  const client = new twilio.RequestClient();
  const request = client.request.bind(client);
  client.request = (options) => request({ ...options, uri: options.uri.replace('https://api.twilio.com', environment.ROUSE_TWILIO_BASE ?? '') });
  return twilio(accountSid, authToken, { httpClient: client });
}
