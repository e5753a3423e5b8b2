import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FakeOutbound, type OutboundAnswer, receivedWebhook } from '../../../../tests/fakes/outbound';
import type { ChannelResult } from '../channelResult';
import { pauseOf } from './post';
import { postSigned, signatureOf } from './webhook';

vi.hoisted(() => { process.env.ROUSE_LOCAL = 'true'; });

const fake = new FakeOutbound();
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const hook = { url: 'https://hooks.team.example/rouse?x=1', secret, id: 'n1', payload: { type: 'incident.triggered', data: { title: 'Größe 🔥' } } };
const sent: ChannelResult = { kind: 'sent', provider: 'webhook', providerId: null };

beforeAll(async () => {
  await fake.listen();
  vi.stubEnv('ROUSE_FAKE_OUTBOUND', fake.address);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await fake.close();
});
afterEach(() => { fake.posted.length = 0; });

describe('a signed webhook', () => {
  it('is verified by the receiver\'s own library', async () => {
    expect(await postSigned({ ...hook, at: Date.now() })).toEqual(sent);
    const [posted] = fake.to('hooks.team.example');
    if (posted === undefined) throw new Error('nothing was posted');
    expect(posted).toMatchObject({ method: 'POST', path: '/rouse?x=1', headers: { 'webhook-id': 'n1', 'content-type': 'application/json' } });
    expect(receivedWebhook(posted, secret)).toEqual(hook.payload);
    expect(() => receivedWebhook({ ...posted, body: `${posted.body} ` }, secret)).toThrow();
    expect(() => receivedWebhook(posted, 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).toThrow();
  });

  it('that is too old is refused there', async () => {
    await postSigned({ ...hook, at: Date.now() - 3_600_000 });
    const [posted] = fake.posted;
    if (posted === undefined) throw new Error('nothing was posted');
    expect(() => receivedWebhook(posted, secret)).toThrow(/timestamp/i);
  });

  it('has the signature of the specification\'s example', () => {
    // github.com/standard-webhooks/standard-webhooks: the test vector of its libraries.
    expect(signatureOf(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330_000, '{"test": 2432232314}')).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it.each(['', 'secret', 'whsec_', 'whsec_not base64'])('needs a secret, not %j', async (wrong) => {
    expect(await postSigned({ ...hook, secret: wrong, at: Date.now() })).toEqual({ kind: 'failed', reason: 'notConfigured' });
    expect(fake.posted).toEqual([]);
  });

  it.each<[OutboundAnswer, ChannelResult]>([
    [{ status: 204 }, sent],
    [{ status: 200, body: 'x'.repeat(1_000_000) }, sent],
    [{ status: 301, headers: { location: 'https://elsewhere.example/' } }, { kind: 'failed', reason: 'providerRefused' }],
    [{ status: 400 }, { kind: 'failed', reason: 'providerRefused' }],
    [{ status: 410 }, { kind: 'failed', reason: 'addressRefused' }],
    [{ status: 429, headers: { 'retry-after': '5' } }, { kind: 'retry', why: 'webhook answered 429', afterMs: 5_000 }],
    [{ status: 503 }, { kind: 'retry', why: 'webhook answered 503' }],
    ['cut', { kind: 'retry', why: 'socket hang up' }],
  ])('that is answered with %j', async (answer, result) => {
    fake.answerWith('hooks.team.example', answer);
    expect(await postSigned({ ...hook, at: Date.now() })).toEqual(result);
    expect(fake.posted).toHaveLength(1);
  });

  it.each(['http://hooks.team.example/', 'https://169.254.169.254/latest', 'https://[::1]/', 'nothing', 'ftp://hooks.team.example/'])('goes not to %s', async (url) => {
    expect(await postSigned({ ...hook, url, at: Date.now() })).toEqual({ kind: 'failed', reason: 'addressRefused' });
    expect(fake.posted).toEqual([]);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  it.each<[string | undefined, number | undefined]>([
    [undefined, undefined], ['soon', undefined], ['0', 0], ['120', 120_000], ['999999', 3_600_000],
    ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000], ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
  ])('%j', (header, pause) => {
    expect(pauseOf(header, now)).toBe(pause);
  });
});
