import { afterEach, describe, expect, it, vi } from 'vitest';
import { acknowledgeByToken, tokenOf } from './byToken';

const token = `${'0a'.repeat(16)}.${'Az09_-aB'.repeat(4)}`;
const answer = (status: number, body: unknown) => vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));
afterEach(() => { vi.unstubAllGlobals(); });

it('takes a token out of the address, and nothing that is none', () => {
  expect(tokenOf(`#page=${token}`)).toBe(token);
  expect(tokenOf('#page=')).toBeNull();
  expect(tokenOf(`#page=${token}/../x`)).toBeNull();
  expect(tokenOf('#now')).toBeNull();
});

describe('acknowledgeByToken', () => {
  it('says what the server says', async () => {
    answer(200, { status: 'acknowledged', incidentId: 'INC-K7Q2MD', message: 'Acknowledged by you at 03:12.' });
    expect(await acknowledgeByToken(token)).toEqual({ state: 'done', message: 'Acknowledged by you at 03:12.' });
  });
  it('knows an acknowledge that somebody else was faster with', async () => {
    answer(200, { status: 'alreadyAcknowledged', incidentId: 'INC-K7Q2MD', message: 'Acknowledged by Sam.' });
    expect((await acknowledgeByToken(token)).state).toBe('ended');
  });
  it('knows a refusal for good', async () => {
    answer(410, { error: { code: 'token-expired', message: 'This page has run out.' } });
    expect(await acknowledgeByToken(token)).toEqual({ state: 'refused', message: 'This page has run out.' });
  });
  it('never takes a failing server, or none, for an answer', async () => {
    answer(503, { error: { code: 'busy', message: 'Later.' } });
    expect((await acknowledgeByToken(token)).state).toBe('unanswered');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    expect((await acknowledgeByToken(token)).state).toBe('unanswered');
  });
});
