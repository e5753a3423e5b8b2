import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeTwilio, type TwilioAnswer, twilioClient } from '../../../../tests/fakes/twilio';
import type { ChannelResult } from '../channelResult';
import { sendSms } from '../sms/sms';
import { placeCall } from '../voice/call';
import { publicUrl, twilioSettings } from './settings';
import { resultOf } from './twilio';

vi.hoisted(() => { process.env.ROUSE_LOCAL = 'true'; });

const fake = new FakeTwilio({ publicUrl: 'https://rouse.example', appUrl: '' });
const to = '+4915112345678';
const sms = { to, text: 'SEV1 Checkout: answering 503. Reply 472 to acknowledge.', statusUrl: 'https://rouse.example/v1/twilio/status/n1' };
const call = { to, answerUrl: 'https://rouse.example/v1/twilio/voice/n1.x', statusUrl: 'https://rouse.example/v1/twilio/status/n1' };

beforeAll(() => fake.listen());
afterAll(() => fake.down());
beforeEach(() => { for (const [name, value] of Object.entries(fake.environment)) vi.stubEnv(name, value); });
afterEach(() => {
  vi.unstubAllEnvs();
  [fake.messages.length, fake.calls.length] = [0, 0];
});

describe('an SMS', () => {
  afterEach(() => { expect(fake.faults).toEqual([]); });

  it('leaves with its words and where to report', async () => {
    const result = await sendSms(sms);
    const [message] = fake.messages;
    expect(message).toMatchObject({ to, from: '+15005550006', body: sms.text, statusCallback: sms.statusUrl });
    expect(result).toEqual({ kind: 'sent', provider: 'twilio', providerId: message?.sid });
  });

  it('leaves where nobody can be told what became of it', async () => {
    expect(await sendSms({ ...sms, statusUrl: '' })).toMatchObject({ kind: 'sent' });
    expect(fake.messages[0]?.statusCallback).toBe('');
  });

  it('leaves by a messaging service', async () => {
    vi.stubEnv('ROUSE_TWILIO_FROM', 'MG0123456789abcdef0123456789abcdef');
    expect(await sendSms(sms)).toMatchObject({ kind: 'sent' });
    expect(fake.messages[0]?.from).toBe('MG0123456789abcdef0123456789abcdef');
  });

  it.each<[TwilioAnswer, ChannelResult]>([
    [{ code: 21_211 }, { kind: 'failed', reason: 'addressRefused' }],
    [{ code: 21_614 }, { kind: 'failed', reason: 'addressRefused' }],
    [{ code: 21_610 }, { kind: 'failed', reason: 'unsubscribed' }],
    [{ code: 21_408 }, { kind: 'failed', reason: 'providerRefused' }],
    [{ code: 20_003, status: 401 }, { kind: 'retry', why: 'Twilio answered 401 (20003)' }],
    [{ code: 20_404, status: 404 }, { kind: 'retry', why: 'Twilio answered 404 (20404)' }],
    [{ code: 21_611 }, { kind: 'retry', why: 'Twilio answered 400 (21611)' }],
    ['tooMany', { kind: 'retry', why: 'Twilio answered 429 (20429)', afterMs: 7_000 }],
    ['unavailable', { kind: 'retry', why: 'Twilio answered 503' }],
  ])('that is answered with %j', async (answer, result) => {
    fake.answerWith(to, answer);
    expect(await sendSms(sms)).toEqual(result);
    expect(JSON.stringify(result)).not.toContain(to);
  });

  it('is tried again where the connection breaks', async () => {
    fake.answerWith(to, 'cut', 'cut');
    expect(await sendSms(sms)).toEqual({ kind: 'retry', why: 'Twilio could not be reached: UND_ERR_SOCKET' });
    expect(fake.messages).toEqual([]);
  });

  it('leaves at once where only a kept connection had died', async () => {
    fake.answerWith(to, 'cut');
    expect(await sendSms(sms)).toMatchObject({ kind: 'sent' });
    expect(fake.messages).toHaveLength(1);
  });

  it('is tried again where nobody is there', async () => {
    await fake.down();
    expect(await sendSms(sms)).toEqual({ kind: 'retry', why: 'Twilio could not be reached: ECONNREFUSED' });
    await fake.listen();
    expect(await sendSms(sms)).toMatchObject({ kind: 'sent' });
  });

  it('needs settings', async () => {
    vi.stubEnv('ROUSE_TWILIO_AUTH_TOKEN', '');
    expect(await sendSms(sms)).toEqual({ kind: 'failed', reason: 'notConfigured' });
    expect(fake.messages).toEqual([]);
  });
});

describe('a call', () => {
  afterEach(() => { expect(fake.faults).toEqual([]); });

  it('is placed with where to ask and where to report', async () => {
    expect(await placeCall(call)).toMatchObject({ kind: 'sent', provider: 'twilio' });
    expect(fake.calls[0]).toMatchObject({ to, from: '+15005550006', url: call.answerUrl, statusCallback: call.statusUrl, statusCallbackEvents: ['answered', 'completed'] });
  });

  it('comes from its own number, for a messaging service calls nobody', async () => {
    vi.stubEnv('ROUSE_TWILIO_FROM', 'MG0123456789abcdef0123456789abcdef');
    expect(await placeCall(call)).toEqual({ kind: 'failed', reason: 'notConfigured' });
    vi.stubEnv('ROUSE_TWILIO_VOICE_FROM', '+15005550007');
    expect(await placeCall(call)).toMatchObject({ kind: 'sent' });
    expect(fake.calls.map(({ from }) => from)).toEqual(['+15005550007']);
  });
});

describe('Twilio\'s own library', () => {
  it('asks the stand-in for the same SMS and the same call', async () => {
    const client = twilioClient(fake);
    const from = '+15005550006';
    await sendSms(sms);
    const theirs = await client.messages.create({ to, from, body: sms.text, statusCallback: sms.statusUrl });
    expect({ ...fake.messages[1], sid: '' }).toEqual({ ...fake.messages[0], sid: '' });
    expect(theirs.sid).toBe(fake.messages[1]?.sid);
    await placeCall(call);
    await client.calls.create({ to, from, url: call.answerUrl, method: 'POST', statusCallback: call.statusUrl, statusCallbackMethod: 'POST', statusCallbackEvent: ['answered', 'completed'], timeout: 30 });
    expect({ ...fake.calls[1], sid: '' }).toEqual({ ...fake.calls[0], sid: '' });
    expect(fake.faults).toEqual([]);
  });

  it('reads the stand-in\'s refusals', async () => {
    fake.answerWith(to, { code: 21_610 });
    await expect(twilioClient(fake).messages.create({ to, from: '+15005550006', body: 'x' })).rejects.toMatchObject({ code: 21_610, status: 400 });
  });
});

describe('what is not Twilio\'s REST', () => {
  afterEach(() => { fake.faults.length = 0; });

  it('is a fault of the stand-in, and refused', async () => {
    vi.stubEnv('ROUSE_TWILIO_AUTH_TOKEN', 'another');
    expect(await sendSms(sms)).toEqual({ kind: 'retry', why: 'Twilio answered 401 (20003)' });
    vi.stubEnv('ROUSE_TWILIO_AUTH_TOKEN', fake.authToken);
    expect(await sendSms({ ...sms, to: '0151 12345678' })).toEqual({ kind: 'failed', reason: 'addressRefused' });
    expect(await sendSms({ ...sms, statusUrl: 'status' })).toEqual({ kind: 'failed', reason: 'providerRefused' });
    expect(fake.faults).toEqual(['Authenticate', "Invalid 'To' Phone Number", 'Url is not a valid URL']);
  });
});

describe('settings', () => {
  const all = { ROUSE_TWILIO_ACCOUNT_SID: 'AC1', ROUSE_TWILIO_AUTH_TOKEN: 't', ROUSE_TWILIO_FROM: '+15005550006', ROUSE_TWILIO_BASE: 'http://127.0.0.1:1' };

  it('let an account\'s token go to a stand-in only in local mode', () => {
    expect(twilioSettings(all, false)?.base).toBe('https://api.twilio.com');
    expect(twilioSettings(all, true)?.base).toBe('http://127.0.0.1:1');
  });

  it('are all needed', () => {
    for (const name of ['ROUSE_TWILIO_ACCOUNT_SID', 'ROUSE_TWILIO_AUTH_TOKEN', 'ROUSE_TWILIO_FROM']) expect(twilioSettings({ ...all, [name]: ' ' }, true)).toBeUndefined();
  });

  it('say where Rouse is, without a slash at the end', () => {
    expect(publicUrl({ ROUSE_PUBLIC_URL: 'https://rouse.example/ ' })).toBe('https://rouse.example');
    expect(publicUrl({})).toBeUndefined();
  });
});

it('an answer of 2xx without a body is an SMS that left', () => {
  expect(resultOf(201, undefined, null)).toEqual({ kind: 'sent', provider: 'twilio', providerId: null });
});
