import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { SlackMessage, TeamsMessage } from './outboundSchema';
import { listenInTurn } from './listenInTurn';
import { SlackApi } from './slackApi';

export type Posted = { host: string; method: string; path: string; headers: IncomingHttpHeaders; body: string };
/** How a host answers its next request; `hold` never answers, `cut` closes the connection without an answer. */
export type OutboundAnswer = { status: number; headers?: Record<string, string>; body?: string } | 'hold' | 'cut';

/**
 * Stands in for every server that Rouse posts to, told apart by the Host header. What goes to Slack or Teams is held against the shape that they document;
 * what is not of that shape is a fault and refused as they refuse it.
 */
export class FakeOutbound {
  readonly posted: Posted[] = [];
  readonly faults: string[] = [];
  /** The Slack workspace whose Web API is at slack.com. */
  readonly slack = new SlackApi();
  private readonly answers = new Map<string, OutboundAnswer[]>();
  private readonly waiting: { fits: (posted: Posted) => boolean; resolve: (posted: Posted) => void }[] = [];
  private readonly server: Server = createServer((request, response) => void this.take(request, response));

  async listen(port = 0): Promise<void> {
    await listenInTurn(this.server, port);
  }

  get address(): string {
    const { port } = this.server.address() as AddressInfo; // A listening TCP server's address is one.
    return `127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => { this.server.close(() => { resolve(); }); });
  }

  /** Answers for the next requests to this host (or to one path of it: `slack.com/api/chat.postMessage`), in turn; after them, what the host says when all is well. */
  answerWith(host: string, ...answers: OutboundAnswer[]): void {
    this.answers.set(host, answers);
  }

  to(host: string): Posted[] {
    return this.posted.filter((posted) => posted.host === host);
  }

  /** The first request that fits, now or as soon as it comes; rejects after `within` ms. */
  async next(fits: (posted: Posted) => boolean, within = 10_000): Promise<Posted> {
    const found = this.posted.find(fits);
    if (found !== undefined) return found;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { reject(new Error(`no such request in ${within} ms`)); }, within);
      this.waiting.push({ fits, resolve: (posted) => { clearTimeout(timer); resolve(posted); } });
    });
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array)); // A request without encoding yields bytes.
    const body = Buffer.concat(chunks).toString('utf8');
    const posted: Posted = { host: request.headers.host ?? '', method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    const planned = this.answers.get(`${posted.host}${posted.path}`)?.shift() ?? this.answers.get(posted.host)?.shift();
    // What is answered as planned has no effect: a workspace that is down makes no channel.
    const usual = planned === undefined || posted.host !== 'slack.com' ? this.usual(posted) : { status: 500 };
    this.posted.push(posted);
    for (const wait of this.waiting.splice(0)) {
      if (wait.fits(posted)) wait.resolve(posted);
      else this.waiting.push(wait);
    }
    const how = planned ?? usual;
    if (how === 'hold') return;
    if (how === 'cut') return void request.socket.destroy();
    response.writeHead(how.status, how.headers).end(how.body ?? '');
  }

  /** What the host answers of itself; a body that it would not take is a fault. */
  private usual(posted: Posted): Exclude<OutboundAnswer, string> {
    const { host, method, headers, body } = posted;
    if (host === 'slack.com') {
      const { said, fault } = this.slack.answer(posted);
      if (fault !== null) this.faults.push(fault);
      return said;
    }
    const schema = /^hooks\.slack(?:-gov)?\.com$/.test(host) ? SlackMessage : /\.(?:webhook\.office\.com|logic\.azure\.com|powerplatform\.com)(?::443)?$/.test(host) ? TeamsMessage : undefined;
    if (schema === undefined) return { status: 200, body: 'ok' };
    const parsed = schema.safeParse(method === 'POST' && headers['content-type'] === 'application/json' ? jsonOf(body) : undefined);
    if (parsed.success) return schema === SlackMessage ? { status: 200, body: 'ok' } : { status: 202 };
    this.faults.push(`${host} does not take this: ${parsed.error.message}`);
    return { status: 400, body: 'invalid_payload' };
  }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What a receiver reads from a signed webhook, by the library that Standard Webhooks gives to receivers. Throws where it would refuse it. */
export function receivedWebhook({ headers, body }: Posted, secret: string): unknown {
  const signed = Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  return new Webhook(secret).verify(body, signed);
}
