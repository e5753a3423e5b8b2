import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSmtp, type SmtpRefusal } from '../../../../tests/fakes/smtp';
import type { ChannelResult } from '../channelResult';
import { closeMail, type Mail, resultOf, sendMail } from './mail';

vi.hoisted(() => { process.env.ROUSE_LOCAL = 'true'; });

const smtp = new FakeSmtp();
const mail: Mail = {
  to: 'priya@rouse.test', subject: 'SEV1 Checkout: Größe über 5 €', text: 'You are primary.', html: '<p>You are primary.</p>',
  messageId: '<n1@rouse.example>', references: ['<inc-k7q2md@rouse.example>'],
};

beforeAll(() => smtp.start());
afterAll(async () => {
  closeMail();
  await smtp.stop();
});
beforeEach(() => {
  vi.stubEnv('ROUSE_SMTP_URL', smtp.url);
  vi.stubEnv('ROUSE_MAIL_FROM', 'Rouse <rouse@rouse.example>');
});
afterEach(() => {
  vi.unstubAllEnvs();
  smtp.mails.length = 0;
  smtp.refuseWith();
});

describe('a mail', () => {
  it('arrives as it was written', async () => {
    expect(await sendMail(mail)).toEqual({ kind: 'sent', provider: 'smtp', providerId: mail.messageId });
    const [taken] = smtp.mails;
    expect(taken).toMatchObject({
      from: 'rouse@rouse.example', to: [mail.to],
      mail: { subject: mail.subject, messageId: mail.messageId, references: '<inc-k7q2md@rouse.example>', from: { name: 'Rouse', address: 'rouse@rouse.example' }, to: [{ address: mail.to }] },
    });
    expect(taken?.mail.text?.trim()).toBe(mail.text);
    expect(taken?.mail.html?.trim()).toBe(mail.html);
    expect(taken?.mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(smtp.faults).toEqual([]);
  });

  it('goes over the connection of the one before', async () => {
    await sendMail(mail);
    const before = smtp.connections;
    await sendMail(mail);
    expect(smtp.connections).toBe(before);
    expect(smtp.mails).toHaveLength(2);
  });

  it('goes to one address, whatever is written there', async () => {
    const results = await Promise.all(['a@rouse.test, b@rouse.test', 'a@rouse.test\r\nBcc: c@rouse.test', ''].map((to) => sendMail({ ...mail, to })));
    expect(smtp.mails.flatMap(({ to }) => to)).not.toContain('b@rouse.test');
    expect(smtp.mails.flatMap(({ to }) => to)).not.toContain('c@rouse.test');
    expect(results[2]).toEqual({ kind: 'failed', reason: 'addressRefused' });
  });

  it('has no header that somebody else wrote', async () => {
    await sendMail({ ...mail, subject: 'SEV1 Checkout\r\nBcc: c@rouse.test' });
    expect(smtp.mails[0]?.mail.headers.some(({ key }) => key === 'bcc')).toBe(false);
    expect(smtp.mails[0]?.to).toEqual([mail.to]);
  });

  it.each<[SmtpRefusal, ChannelResult]>([
    [{ at: 'rcpt', code: 550, words: '5.1.1 No such user' }, { kind: 'failed', reason: 'addressRefused' }],
    [{ at: 'rcpt', code: 550, words: '5.7.1 Relaying denied' }, { kind: 'failed', reason: 'providerRefused' }],
    [{ at: 'rcpt', code: 451, words: '4.7.1 Greylisted' }, { kind: 'retry', why: 'the mail server: 451 EENVELOPE' }],
    [{ at: 'data', code: 554, words: '5.6.0 Looks like spam' }, { kind: 'failed', reason: 'providerRefused' }],
    [{ at: 'data', code: 452, words: '4.3.1 Disk full' }, { kind: 'retry', why: 'the mail server: 452 EMESSAGE' }],
  ])('that is answered with %j', async (refusal, result) => {
    smtp.refuseWith(refusal);
    expect(await sendMail(mail)).toEqual(result);
    expect(await sendMail(mail)).toMatchObject({ kind: 'sent' });
  });

  it('is tried again where the server is down, and leaves when it is back', async () => {
    await smtp.stop();
    expect(await sendMail(mail)).toMatchObject({ kind: 'retry' });
    await smtp.start();
    expect(await sendMail(mail)).toMatchObject({ kind: 'sent' });
    expect(smtp.mails).toHaveLength(1);
  });

  it('leaves at once where only the waiting connection had died', async () => {
    await sendMail(mail);
    await smtp.stop();
    await smtp.start();
    expect(await sendMail(mail)).toMatchObject({ kind: 'sent' });
  });

  it('is tried again where our own sign-in is refused: that is mended in minutes', async () => {
    vi.stubEnv('ROUSE_SMTP_URL', smtp.url.replace('stand-in', 'another'));
    expect(await sendMail(mail)).toEqual({ kind: 'retry', why: 'the mail server: 535 EAUTH' });
    expect(smtp.faults.splice(0)).toEqual(['a sign-in with a wrong password']);
  });

  it.each(['', 'smtp.example', 'https://smtp.example'])('needs settings, not %j', async (url) => {
    vi.stubEnv('ROUSE_SMTP_URL', url);
    expect(await sendMail(mail)).toEqual({ kind: 'failed', reason: 'notConfigured' });
  });

  it('that nobody answers is given up after its time', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeoutSoon());
    smtp.refuseWith({ at: 'hold' });
    expect(await sendMail(mail)).toEqual({ kind: 'retry', why: 'the mail server: no answer EABORT' });
    expect(timeout).toHaveBeenCalledWith(10_000);
    timeout.mockRestore();
  });
});

/** What `AbortSignal.timeout` gives, only sooner. */
function timeoutSoon(): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => { controller.abort(); }, 200);
  return controller.signal;
}

it('the words of the server, which quote the address, get nowhere', () => {
  expect(JSON.stringify(resultOf({ code: 'EENVELOPE', responseCode: 450, response: '450 4.2.1 <priya@rouse.test> busy', command: 'RCPT TO' }))).not.toContain('priya');
});
