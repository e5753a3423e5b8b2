import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { FakeOutbound, type OutboundAnswer } from '../../../../tests/fakes/outbound';
import { callAction } from './callAction';

vi.hoisted(() => { process.env.ROUSE_LOCAL = 'true'; });

const fake = new FakeOutbound();
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const address = { url: 'https://runner.team.example/hook/0123456789?token=abc', secret };

beforeAll(async () => {
  await fake.listen();
  vi.stubEnv('ROUSE_FAKE_OUTBOUND', fake.address);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await fake.close();
});

it.each<[string, OutboundAnswer, boolean, string]>([
  ['is what the webhook said', { status: 200, body: ' all is\u0007 well\n' }, true, 'all is well'],
  ['may be nothing', { status: 204 }, true, ''],
  ['has its first characters', { status: 200, body: 'x'.repeat(100_000) }, true, `${'x'.repeat(3_899)}…`],
  ['names the status where it failed', { status: 500, body: 'no runner' }, false, 'It answered 500: no runner'],
  ['is no success where it sends elsewhere', { status: 307, headers: { location: 'https://elsewhere.example/' } }, false, 'It answered 307.'],
  ['has neither the address nor the secret', { status: 200, body: `you called ${address.url} (/hook/0123456789) with ${secret}` }, true, 'you called … (…) with …'],
  ['says so where there is none', 'cut', false, 'It could not be reached (ECONNRESET).'],
])('the result %s', async (_what, answer, ok, result) => {
  fake.answerWith('runner.team.example', answer);
  expect(await callAction(address, 'id', {})).toEqual({ ok, result });
});

it.each(['https://10.0.0.1/hook', 'https://[::1]/hook', 'http://runner.team.example/hook'])('goes not to %s', async (url) => {
  fake.posted.length = 0;
  expect(await callAction({ url, secret }, 'id', {})).toEqual({ ok: false, result: 'Its address is refused: Rouse calls only https, and nothing in a private network.' });
  expect(fake.posted).toEqual([]);
});

it('goes nowhere unsigned', async () => expect(await callAction({ ...address, secret: 'x' }, 'id', {})).toMatchObject({ ok: false, result: expect.stringContaining('no signing secret') as string }));
