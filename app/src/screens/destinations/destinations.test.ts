import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressProblem, follows } from './kinds';
import { testWords } from './testWords';
import { verifySnippets } from './verifySnippets';

afterEach(() => { vi.useRealTimers(); });

describe('a typed address', () => {
  it.each([
    ['', 'is needed'], ['slack', 'is no web address'], ['http://example.com/x', 'must begin with https://'], ['https://me:secret@example.com/', 'must not have a name and a password in it'],
    ['https://hooks.slack.com/services/T/B/x', null],
  ])('%j', (url, problem) => {
    expect(addressProblem(url)).toBe(problem);
  });
});

it('says whom a destination hears of', () => {
  const services = ['b', 'a', 'c', 'd'].map((id) => ({ id, name: id.toUpperCase() }));
  expect(follows([], services)).toBe('told only as a step of a policy');
  expect(follows(['b', 'a'], services)).toBe('told of A, B');
  expect(follows(['b', 'a', 'c', 'd'], services)).toBe('told of A, B and 2 more');
});

describe('the snippet that checks a signature by hand', () => {
  const code = verifySnippets.find(({ key }) => key === 'hand')?.code ?? '';
  // What the page shows is run as it stands: the test is whether it works where somebody pastes it.
  const made: unknown = runInNewContext(`${code}\nisFromRouse;`, { require: createRequire(import.meta.url), Buffer, get Date() { return Date; } });
  const isFromRouse = made as (body: string, headers: Record<string, string>, secret: string) => boolean; // The snippet's own shape.
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const body = '{"test": 2432232314}';
  /** github.com/standard-webhooks/standard-webhooks: the test vector of its libraries, and when it was signed. */
  const vector = { 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' };
  const at = (seconds: number) => { vi.useFakeTimers({ now: seconds * 1_000, toFake: ['Date'] }); };

  it('takes the specification’s own example, also beside another signature', () => {
    at(1_614_265_331);
    expect(isFromRouse(body, vector, secret)).toBe(true);
    expect(isFromRouse(body, { ...vector, 'webhook-signature': `v1,AAAA ${vector['webhook-signature']}` }, secret)).toBe(true);
  });

  it('refuses another body, another secret, and what is old or has no time', () => {
    at(1_614_265_331);
    expect(isFromRouse(`${body} `, vector, secret)).toBe(false);
    expect(isFromRouse(body, vector, 'whsec_AAAA')).toBe(false);
    expect(isFromRouse(body, {}, secret)).toBe(false);
    at(1_614_265_331 + 301);
    expect(isFromRouse(body, vector, secret)).toBe(false);
    const fresh = { ...vector, 'webhook-timestamp': '1614265631' };
    const signature = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`${fresh['webhook-id']}.1614265631.${body}`).digest('base64');
    expect(isFromRouse(body, { ...fresh, 'webhook-signature': `v1,${signature}` }, secret)).toBe(true);
  });
});

describe('a test message', () => {
  it.each([
    [{ status: 'pending', reason: null, attempts: 0 }, 'On its way to h.', false],
    [{ status: 'sending', reason: null, attempts: 2 }, 'h did not take it yet. It is tried again for up to 2 min.', false],
    [{ status: 'sent', reason: null, attempts: 1 }, 'h has taken it. Look whether it is there.', true],
    [{ status: 'failed', reason: 'addressRefused', attempts: 1 }, 'It did not arrive: the address was refused.', true],
  ] as const)('%j', (message, text, over) => {
    expect(testWords(message, 'h')).toMatchObject({ text, over });
  });
});
