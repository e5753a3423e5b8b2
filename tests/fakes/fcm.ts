import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FcmRequest } from './fcmSchema';
import { listenInTurn } from './listenInTurn';

export type FcmMessage = FcmRequest['message'];
/** How the next message to a token is answered; `hold` never answers, as a sender that dies sees it. */
export type FcmAnswer = 'accept' | 'unregistered' | 'unavailable' | 'invalid' | 'hold';

/**
 * Stands in for FCM at its border: HTTP v1 `messages:send`, checked against FCM's schema (firebase.google.com/docs/reference/fcm/rest/v1/projects.messages).
 * Whatever is not such a request is a fault, and a test that left one fails.
 */
export class FakeFcm {
  readonly messages: FcmMessage[] = [];
  readonly faults: string[] = [];
  private readonly answers = new Map<string, FcmAnswer[]>();
  private readonly waiting: { fits: (message: FcmMessage) => boolean; resolve: (message: FcmMessage) => void }[] = [];
  private readonly server: Server = createServer((request, response) => void this.take(request, response));

  /** Listens where the suite was told to look for FCM. */
  async listen(port = 9399): Promise<void> {
    await listenInTurn(this.server, port);
  }

  get address(): string {
    const { port } = this.server.address() as AddressInfo; // A listening TCP server's address is one.
    return `127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** Cuts every connection that still waits for an answer. */
  letGo(): void {
    this.server.closeAllConnections();
  }

  /** Answers for the next messages to this token, in turn; after them, `accept`. */
  answerWith(pushToken: string, ...answers: FcmAnswer[]): void {
    this.answers.set(pushToken, answers);
  }

  to(pushToken: string): FcmMessage[] {
    return this.messages.filter(({ token }) => token === pushToken);
  }

  /** The first message that fits, now or as soon as it comes; rejects after `within` ms. */
  async next(fits: (message: FcmMessage) => boolean, within = 10_000): Promise<FcmMessage> {
    const found = this.messages.find(fits);
    if (found !== undefined) return found;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`FCM got no such message in ${within} ms`)), within);
      this.waiting.push({ fits, resolve: (message) => { clearTimeout(timer); resolve(message); } });
    });
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array)); // A request without encoding yields bytes.
    const raw = Buffer.concat(chunks);
    const fault = (status: number, text: string) => {
      this.faults.push(text);
      reply(response, status, { error: { code: status, message: text, status: 'INVALID_ARGUMENT' } });
    };
    if (request.method !== 'POST' || request.url !== '/v1/projects/demo-rouse/messages:send') return fault(404, `unexpected ${request.method ?? ''} ${request.url ?? ''}`);
    if (request.headers.authorization !== 'Bearer stand-in') return fault(401, 'no such credential');
    const parsed = FcmRequest.safeParse(JSON.parse(raw.toString('utf8')));
    if (!parsed.success) return fault(400, `not an FCM v1 message: ${parsed.error.message}`);
    const { message } = parsed.data;
    // 4,096 bytes of payload: firebase.google.com/docs/cloud-messaging/concept-options
    const payload = Buffer.byteLength(JSON.stringify(message.data ?? {})) + Buffer.byteLength(JSON.stringify(message.notification ?? message.android?.notification ?? {}));
    if (payload > 4096) return fault(400, `payload of ${payload} bytes`);
    this.messages.push(message);
    for (const wait of this.waiting.splice(0)) {
      if (wait.fits(message)) wait.resolve(message);
      else this.waiting.push(wait);
    }
    answer(response, this.answers.get(message.token)?.shift() ?? 'accept', this.messages.length);
  }
}

function answer(response: ServerResponse, how: FcmAnswer, number: number): void {
  const fcmError = (status: number, name: string, errorCode: string) => reply(response, status, {
    error: { code: status, message: name, status: name, details: [{ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode }] },
  });
  switch (how) {
    case 'accept': return reply(response, 200, { name: `projects/demo-rouse/messages/0:${number}` });
    case 'unregistered': return fcmError(404, 'NOT_FOUND', 'UNREGISTERED');
    case 'unavailable': return fcmError(503, 'UNAVAILABLE', 'UNAVAILABLE');
    case 'invalid': return fcmError(400, 'INVALID_ARGUMENT', 'INVALID_ARGUMENT');
    case 'hold': return;
    default: return how satisfies never;
  }
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
