import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Notification } from '#domain/notification/notification';
import { sampleNotification, samplePerson } from '#domain/samples';
import { FakeTwilio } from '../../../tests/fakes/twilio';
import { serveToTwilio } from '../../../tests/fakes/twilioApp';
import { refuse } from '../http/reply';
import { placeCall } from '../send/voice/call';
import { sendSms } from '../send/sms/sms';
import { replyCodeOf } from '../send/sms/text';
import type { Doors } from './doors';
import { twilioRoutes } from './twilioRoutes';

vi.hoisted(() => { process.env.ROUSE_LOCAL = 'true'; });

const publicUrl = 'https://rouse.example';
const number = '+4915112345678';
const priya = samplePerson('priya', { name: 'Priya Nair' });

/** What is stored, as far as a reply needs it; what was done is kept. */
let stored: { notifications: Notification[]; ringing: Set<string>; done: string[]; isPrivate: boolean };

const notificationOf = (id: string, fields: Partial<Notification> = {}): Notification => Notification.parse({
  ...sampleNotification(), id, kind: 'page', channel: 'sms', incidentId: `INC-${id.toUpperCase().padEnd(6, '0').slice(0, 6)}`, userId: 'priya', title: `SEV1 ${id}`, body: 'Answering 503.',
  status: 'sent', createdAt: Date.now() - 60_000, dueAt: Date.now() - 60_000, sendingAt: Date.now() - 60_000, sentAt: Date.now() - 60_000, ...fields,
});

const doors: Doors = {
  personOfPhone: (from) => Promise.resolve(from === number ? priya : undefined),
  newestOf: (userId) => Promise.resolve(userId === 'priya' ? stored.notifications : []),
  standingOf: (notification) => {
    const incident = { title: 'Checkout is answering 503', severity: 'SEV1', serviceName: 'Checkout', drillId: null } as const;
    return Promise.resolve({ ringing: stored.ringing.has(notification.id), incident, line: 'Acknowledged by Sam at 03:12. Nobody else will be paged.' });
  },
  openToken: (token) => {
    const notification = stored.notifications.find(({ id }) => token === `${id}.token`);
    return Promise.resolve(notification === undefined ? { ok: false, problem: refuse(401, 'token-unknown', '') } : { ok: true, notification, person: { ...priya, privateLockScreen: stored.isPrivate } });
  },
  actOnPage: (notification, _person, act) => {
    stored.done.push(`${act} ${notification.id}`);
    const incidentId = notification.incidentId ?? '';
    if (!stored.ringing.has(notification.id)) return Promise.resolve({ status: 'alreadyAcknowledged', message: 'Acknowledged by Sam at 03:12. Nobody else will be paged.', incidentId });
    return Promise.resolve({ status: act === 'acknowledge' ? 'acknowledged' : 'escalated', message: `${act} of ${notification.id} is done.`, incidentId });
  },
  recordProviderStatus: (id, status) => {
    stored.done.push(`${status} ${id}`);
    return Promise.resolve();
  },
};

const twilio = new FakeTwilio({ publicUrl, appUrl: '' });
let app: Awaited<ReturnType<typeof serveToTwilio>>;
const code = (id: string) => String(replyCodeOf(id));
const store = (...notifications: Notification[]) => {
  stored.notifications = notifications;
  stored.ringing = new Set(notifications.map(({ id }) => id));
};

beforeAll(async () => {
  await twilio.listen();
  app = await serveToTwilio(twilioRoutes(doors));
  twilio.appUrl = app.origin;
});
afterAll(async () => {
  await twilio.down();
  await app.close();
});
beforeEach(() => {
  for (const [name, value] of Object.entries(twilio.environment)) vi.stubEnv(name, value);
  stored = { notifications: [], ringing: new Set(), done: [], isPrivate: false };
});
afterEach(() => {
  vi.unstubAllEnvs();
  expect(twilio.faults).toEqual([]);
});

describe('an SMS that answers a page', () => {
  it('acknowledges by the code', async () => {
    store(notificationOf('n2'), notificationOf('n1'));
    expect(await twilio.reply(number, ` ${code('n1')} `)).toEqual({ status: 200, messages: ['acknowledge of n1 is done.'] });
    expect(stored.done).toEqual(['acknowledge n1']);
  });

  it('pages the next person by the code and an E', async () => {
    store(notificationOf('n1'));
    expect((await twilio.reply(number, `${code('n1')}e`)).messages).toEqual(['escalate of n1 is done.']);
  });

  it('needs no code where one page is open', async () => {
    store(notificationOf('n2'), notificationOf('n1'));
    stored.ringing.delete('n2');
    expect((await twilio.reply(number, 'Ack')).messages).toEqual(['acknowledge of n1 is done.']);
  });

  it('names the codes where several are open', async () => {
    store(notificationOf('n2'), notificationOf('n1'));
    const [answer] = (await twilio.reply(number, 'ack')).messages;
    expect(answer).toBe(`Open: ${code('n2')} SEV1 n2; ${code('n1')} SEV1 n1. Reply a code to acknowledge, with E behind it to page the next person.`);
    expect(stored.done).toEqual([]);
  });

  it('with a code that is nobody\'s names those that are', async () => {
    store(notificationOf('n1'));
    const unknown = code('n1') === '100' ? '101' : '100';
    expect((await twilio.reply(number, unknown)).messages[0]).toBe(`No page of yours has the code ${unknown}. Open: ${code('n1')} SEV1 n1. Reply a code to acknowledge, with E behind it to page the next person.`);
  });

  it('says who has it when it comes late', async () => {
    store(notificationOf('n1'));
    stored.ringing.clear();
    expect((await twilio.reply(number, code('n1'))).messages).toEqual(['Acknowledged by Sam at 03:12. Nobody else will be paged.']);
  });

  it('acts on all that one message told, by the code of the one that was sent', async () => {
    store(notificationOf('n3', { bundleId: 'n1', sendingAt: null, sentAt: null }), notificationOf('n2', { bundleId: 'n1', sendingAt: null, sentAt: null }), notificationOf('n1'));
    expect((await twilio.reply(number, code('n1'))).messages).toEqual(['Acknowledged 3 of 3 incidents. Nobody else is paged.']);
    expect([...stored.done].sort()).toEqual(['acknowledge n1', 'acknowledge n2', 'acknowledge n3']);
    stored.ringing.delete('n2');
    expect((await twilio.reply(number, code('n1'))).messages).toEqual(['Acknowledged 2 of 3 incidents. Acknowledged by Sam at 03:12. Nobody else will be paged.']);
  });

  it.each<[string, Partial<Notification>]>([
    ['older than 12 h', { createdAt: Date.now() - 12 * 3_600_000 - 1 }], ['a notice', { kind: 'notice' }], ['a push', { channel: 'push' }], ['not sent yet', { sendingAt: null, sentAt: null }],
  ])('reaches nothing that is %s', async (_what, fields) => {
    store(notificationOf('n1', fields));
    expect((await twilio.reply(number, code('n1'))).messages[0]).toMatch(/^No page of yours has the code \d{3}\. No page of yours is open\./);
    expect(stored.done).toEqual([]);
  });

  it('reaches a page whose sender died: it may have arrived', async () => {
    store(notificationOf('n1', { status: 'sending', sentAt: null }));
    expect((await twilio.reply(number, code('n1'))).messages).toEqual(['acknowledge of n1 is done.']);
  });

  it.each(['help', 'what?'])('%j names what is open', async (text) => {
    expect((await twilio.reply(number, text)).messages[0]).toMatch(/No page of yours is open\. Nothing to do\.$/);
  });

  it.each<[string, string, Record<string, string>]>([['a stranger', '+15005550009', {}], ['STOP', number, {}], ['what Twilio answered', number, { OptOutType: 'HELP' }]])(
    'from or about %s gets no answer', async (what, from, more) => {
      store(notificationOf('n1'));
      expect(await twilio.reply(from, what === 'STOP' ? 'STOP' : code('n1'), more)).toEqual({ status: 200, messages: [] });
      expect(stored.done).toEqual([]);
    });
});

describe('who is not Twilio', () => {
  const fields = new URLSearchParams({ From: number, Body: 'ack' });
  const post = (path: string, headers: Record<string, string>) => fetch(`${app.origin}${path}`, { method: 'POST', body: fields, headers });

  it.each(['/v1/twilio/sms', '/v1/twilio/voice/n1.token', '/v1/twilio/voice/n1.token/keys', '/v1/twilio/status/n1'])('is turned away from %s', async (path) => {
    store(notificationOf('n1'));
    expect((await post(path, {})).status).toBe(403);
    expect((await post(path, { 'X-Twilio-Signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' })).status).toBe(403);
    expect(stored.done).toEqual([]);
  });

  it('is everybody where no account is set up, or another one', async () => {
    store(notificationOf('n1'));
    vi.stubEnv('ROUSE_TWILIO_AUTH_TOKEN', 'another');
    expect((await twilio.reply(number, 'ack')).status).toBe(403);
    vi.stubEnv('ROUSE_TWILIO_AUTH_TOKEN', '');
    expect((await twilio.reply(number, 'ack')).status).toBe(403);
    vi.stubEnv('ROUSE_TWILIO_AUTH_TOKEN', twilio.authToken);
    vi.stubEnv('ROUSE_PUBLIC_URL', 'https://other.example');
    expect((await twilio.reply(number, 'ack')).status).toBe(403);
    expect(stored.done).toEqual([]);
  });
});

describe('a call', () => {
  const ring = async (id = 'n1') => {
    await placeCall({ to: number, answerUrl: `${publicUrl}/v1/twilio/voice/${id}.token`, statusUrl: `${publicUrl}/v1/twilio/status/${id}` });
    return (await twilio.nextCall(number)).sid;
  };
  afterEach(() => { twilio.calls.length = 0; });

  it('says what is wrong, and 4 acknowledges', async () => {
    store(notificationOf('n1', { channel: 'voice' }));
    const { said, hungUp } = await twilio.answer(await ring(), '4');
    expect(said[0]).toBe('This is Rouse. Severity 1 on Checkout. Checkout is answering 503. Press 4 to acknowledge. Press 6 to page the next person. Press 1 to hear this again.');
    expect(said.at(-1)).toBe('acknowledge of n1 is done.');
    expect(hungUp).toBe(true);
    expect(stored.done).toEqual(['delivered n1', 'acknowledge n1']);
  });

  it('6 pages the next person; 1 and other keys say it again', async () => {
    store(notificationOf('n1', { channel: 'voice' }));
    const { said } = await twilio.answer(await ring(), '196');
    expect(said.filter((words) => words.startsWith('This is Rouse.'))).toHaveLength(9);
    expect(said).toContain('This key does nothing here.');
    expect(said.at(-1)).toBe('escalate of n1 is done.');
  });

  it('without a key leaves everything as it is, and says so', async () => {
    store(notificationOf('n1', { channel: 'voice' }));
    const { said } = await twilio.answer(await ring());
    expect(said.at(-1)).toBe('No key was pressed, so nobody has acknowledged. Goodbye.');
    expect(stored.done).toEqual(['delivered n1']);
  });

  it('says that it ended, when it ended before somebody picked up', async () => {
    store(notificationOf('n1', { channel: 'voice' }));
    stored.ringing.clear();
    expect(await twilio.answer(await ring())).toEqual({ said: ['This is Rouse. Acknowledged by Sam at 03:12. Nobody else will be paged. Goodbye.'], hungUp: true });
  });

  it('about several is acknowledged as one', async () => {
    store(notificationOf('n2', { channel: 'voice', bundleId: 'n1', sendingAt: null }), notificationOf('n1', { channel: 'voice' }));
    const { said } = await twilio.answer(await ring(), '4');
    expect(said[0]).toContain('And 1 more incident. Press 4 to acknowledge all.');
    expect(said.at(-1)).toBe('Acknowledged 2 of 2 incidents. Nobody else is paged.');
  });

  it('names nothing to whom others may hear', async () => {
    store(notificationOf('n1', { channel: 'voice' }));
    stored.isPrivate = true;
    expect((await twilio.answer(await ring())).said.join(' ')).not.toContain('Checkout');
  });

  it('whose token has run out says so', async () => {
    expect(await twilio.answer(await ring('gone'))).toEqual({ said: ['This page has run out. Open Rouse and act there. Goodbye.'], hungUp: true });
  });

  it('that is a test says its words', async () => {
    store(notificationOf('n1', { kind: 'test', channel: 'voice', incidentId: null, title: 'Test', body: 'This phone can be called.' }));
    expect((await twilio.answer(await ring())).said).toEqual(['This is Rouse. Test. This phone can be called. Goodbye.']);
  });
});

describe('what Twilio reports', () => {
  it.each([['delivered', 'delivered'], ['undelivered', 'failed'], ['failed', 'failed'], ['read', 'delivered']])('of an SMS: %s', async (word, status) => {
    await sendSms({ to: number, text: 'x', statusUrl: `${publicUrl}/v1/twilio/status/n1` });
    expect(await twilio.status((await twilio.nextMessage(number)).sid, word)).toBe(200);
    expect(stored.done).toEqual([`${status} n1`]);
  });

  it.each([['in-progress', 'delivered'], ['completed', 'delivered'], ['busy', 'failed'], ['no-answer', 'failed'], ['failed', 'failed'], ['canceled', 'failed']])('of a call: %s', async (word, status) => {
    await placeCall({ to: number, answerUrl: `${publicUrl}/v1/twilio/voice/n1.token`, statusUrl: `${publicUrl}/v1/twilio/status/n1` });
    expect(await twilio.status((await twilio.nextCall(number)).sid, word)).toBe(200);
    expect(stored.done).toEqual([`${status} n1`]);
  });

  it.each(['queued', 'sent', 'ringing', 'toString', ''])('is not written while it is on its way: %s', async (word) => {
    await sendSms({ to: number, text: 'x', statusUrl: `${publicUrl}/v1/twilio/status/n1` });
    expect(await twilio.status((await twilio.nextMessage(number)).sid, word)).toBe(200);
    expect(stored.done).toEqual([]);
  });

  it('reaches no other document', async () => {
    await sendSms({ to: '+15005550010', text: 'x', statusUrl: `${publicUrl}/v1/twilio/status/a%2Fb` });
    expect(await twilio.status((await twilio.nextMessage('+15005550010')).sid, 'delivered')).toBe(200);
    expect(stored.done).toEqual([]);
  });
});
