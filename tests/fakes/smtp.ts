import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export type TakenMail = { from: string; to: string[]; mail: Email; raw: string };
/** Where the next mail to an address is turned away, and with which words (`550 5.1.1 No such user`); `hold` never answers. */
export type SmtpRefusal = { at: 'connect' | 'auth' | 'rcpt' | 'data'; code: number; words: string } | { at: 'hold' };

/** A real SMTP server that keeps what it takes, read by another mail parser than the one that wrote it. It wants a sign-in: `rouse`, `stand-in`. */
export class FakeSmtp {
  readonly mails: TakenMail[] = [];
  /** What was not SMTP as it should be: a sign-in with the wrong password. */
  readonly faults: string[] = [];
  /** How many connections were made so far. */
  connections = 0;
  private refusals: SmtpRefusal[] = [];
  private readonly waiting: { fits: (taken: TakenMail) => boolean; resolve: (taken: TakenMail) => void }[] = [];
  private server: SMTPServer | undefined;
  private port = 0;

  /** Listens; after `stop`, at the same port again. */
  async start(port = this.port): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'], logger: false, allowInsecureAuth: true, closeTimeout: 10,
      onConnect: (_session, done) => { this.connections += 1; done(this.refused('connect')); },
      onAuth: ({ username, password }, _session, done) => {
        const refused = this.refused('auth');
        if (refused !== null) return done(refused);
        if (username === 'rouse' && password === 'stand-in') return done(null, { user: username });
        this.faults.push('a sign-in with a wrong password');
        done(Object.assign(new Error('5.7.8 Wrong password'), { responseCode: 535 }));
      },
      onRcptTo: (_address, _session, done) => { done(this.refused('rcpt')); },
      onData: (stream, session, done) => void this.take(stream, session, done),
    });
    this.server = server;
    // A client that goes away in the middle is no fault of the server's.
    server.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      const listening = server.listen(port, '127.0.0.1', resolve);
      listening.once('error', reject);
    });
    this.port = (server.server.address() as AddressInfo).port; // A listening TCP server's address is one.
  }

  /** The connections are cut and the port is closed, as when the server is down. */
  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (server !== undefined) await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
  }

  get url(): string {
    return `smtp://rouse:stand-in@127.0.0.1:${this.port}`;
  }

  /** Refusals for what comes next, in turn; after them, everything is taken. */
  refuseWith(...refusals: SmtpRefusal[]): void {
    this.refusals = refusals;
  }

  to(address: string): TakenMail[] {
    return this.mails.filter((taken) => taken.to.includes(address));
  }

  /** The first mail that fits, now or as soon as it comes; rejects after `within` ms. */
  async next(fits: (taken: TakenMail) => boolean, within = 10_000): Promise<TakenMail> {
    const found = this.mails.find(fits);
    if (found !== undefined) return found;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { reject(new Error(`no such mail in ${within} ms`)); }, within);
      this.waiting.push({ fits, resolve: (taken) => { clearTimeout(timer); resolve(taken); } });
    });
  }

  private refused(at: 'connect' | 'auth' | 'rcpt' | 'data'): Error | null {
    const [next] = this.refusals;
    if (next?.at !== at) return null;
    this.refusals.shift();
    return Object.assign(new Error(next.words), { responseCode: next.code });
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null, message?: string) => void): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array)); // The server's stream yields bytes.
    if (this.refusals[0]?.at === 'hold') return void this.refusals.shift();
    const refused = this.refused('data');
    if (refused !== null) return done(refused);
    const raw = Buffer.concat(chunks).toString('utf8');
    const { mailFrom, rcptTo } = session.envelope;
    const taken = { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address), mail: await PostalMime.parse(raw), raw };
    this.mails.push(taken);
    for (const wait of this.waiting.splice(0)) {
      if (wait.fits(taken)) wait.resolve(taken);
      else this.waiting.push(wait);
    }
    done(null, 'taken');
  }
}
