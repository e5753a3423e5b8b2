import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ContactMethod } from '#domain/contact/contactMethod';

const asked: { path: string; fields: URLSearchParams }[] = [];
let answer = { status: 201, body: '{"sid":"SM1"}' };
/** What Twilio is asked, and how it answers. */
const twilio = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
    asked.push({ path: request.url ?? '', fields: new URLSearchParams(Buffer.concat(chunks).toString()) });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
});
let deliverCode: typeof import('./deliverCode').deliverCode;
beforeAll(async () => {
  await new Promise<void>((resolve) => twilio.listen(0, '127.0.0.1', resolve));
  const { port } = twilio.address() as AddressInfo; // A listening TCP server's address is one.
  const environment = { ROUSE_LOCAL: 'true', ROUSE_TWILIO_BASE: `http://127.0.0.1:${port}`, ROUSE_TWILIO_ACCOUNT_SID: 'AC1', ROUSE_TWILIO_AUTH_TOKEN: 'token', ROUSE_TWILIO_FROM: '+15005550006' };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.stubEnv('ROUSE_PUBLIC_URL', 'https://rouse.example');
  // Whether this is local mode is decided when the module is read.
  ({ deliverCode } = await import('./deliverCode'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => { twilio.close(resolve); });
});
afterEach(() => {
  asked.length = 0;
  answer = { status: 201, body: '{"sid":"SM1"}' };
});

const phone: ContactMethod = { id: 'phone', kind: 'phone', address: '+4915112345678', verifiedAt: null, proof: null };
const send = (by: 'sms' | 'voice') => deliverCode({ method: phone, code: '047219', by });

describe('a code', () => {
  it('by SMS ends with the line by which phones offer it to this app alone', async () => {
    expect(await send('sms')).toBeUndefined();
    expect(asked).toMatchObject([{ path: '/2010-04-01/Accounts/AC1/Messages.json' }]);
    expect(Object.fromEntries(asked[0]?.fields ?? [])).toEqual({ To: phone.address, From: '+15005550006', Body: 'Your Rouse code is 047219. It is good for 10 minutes.\n\n@rouse.example #047219' });
  });

  it('by a call is said digit by digit, twice, and brings its words along', async () => {
    expect(await send('voice')).toBeUndefined();
    expect(asked).toMatchObject([{ path: '/2010-04-01/Accounts/AC1/Calls.json' }]);
    const { Twiml, ...rest } = Object.fromEntries(asked[0]?.fields ?? []);
    expect(rest).toEqual({ To: phone.address, From: '+15005550006', Timeout: '30' });
    expect(Twiml).toMatch(/<Say[^>]*>This is Rouse\. Your code is 0, 4, 7, 2, 1, 9\. Your code is 0, 4, 7, 2, 1, 9\. Goodbye\.<\/Say><Hangup\/>/);
  });

  it.each([
    [{ status: 400, body: '{"code":21211}' }, 'invalid', /cannot be reached/], [{ status: 400, body: '{"code":21610}' }, 'invalid', /Send START/],
    [{ status: 400, body: '{"code":21408}' }, 'not-sent', /could not be sent now/], [{ status: 503, body: '' }, 'not-sent', /Try again in a minute/],
  ])('that is not taken is said, with what to do: %j', async (how, code, words) => {
    answer = how;
    expect(await send('sms')).toEqual({ code, message: expect.stringMatching(words) as string });
  });
});
