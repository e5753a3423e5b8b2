import type { Request } from 'firebase-functions/https';
import { describe, expect, it } from 'vitest';
import { keyFrom, needsChallenge } from './integrationKey';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

function requestWith(headers: Record<string, string> = {}, url = '/v1/hooks/grafana'): Request {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  // Of a request, what is read here: headers by any case of their name, and the URL as it came.
  return { url, get: (name: string) => lower.get(name.toLowerCase()) } as unknown as Request;
}

describe('the integration key', () => {
  it.each([
    ['X-Rouse-Key', requestWith({ 'X-Rouse-Key': ' k1 ' })],
    ['Bearer', requestWith({ Authorization: 'Bearer k1' })],
    ['bearer, in any case', requestWith({ authorization: 'bearer   k1' })],
    ['GenieKey', requestWith({ Authorization: 'GenieKey k1' })],
    ['Token', requestWith({ Authorization: 'Token k1' })],
    ['Token token=', requestWith({ Authorization: 'Token token=k1' })],
    ['Token token="…"', requestWith({ Authorization: 'Token token="k1"' })],
    ['Basic, its password', requestWith({ Authorization: basic('rouse:k1') })],
    ['Basic, no user', requestWith({ Authorization: basic(':k1') })],
    ['Basic, no password', requestWith({ Authorization: basic('k1:') })],
    ['Basic, no colon', requestWith({ Authorization: basic('k1') })],
    ['auth_token', requestWith({}, '/v1/hooks/gcp?auth_token=k1')],
    ['key', requestWith({}, '/v1/hooks/gcp?a=b&key=k1')],
    ['token', requestWith({}, '/v1/hooks/gcp?key=&token=k1')],
    ['a query beside an Authorization of another kind', requestWith({ Authorization: 'Digest username="x"' }, '/v1/hooks/gcp?token=k1')],
    ['a query beside an empty Authorization', requestWith({ Authorization: 'Bearer ' }, '/v1/hooks/gcp?token=k1')],
  ])('comes by %s', (_, request) => {
    expect(keyFrom(request, undefined)).toBe('k1');
    expect(keyFrom(request, '')).toBe('k1');
    expect(keyFrom(request, 'of-the-path')).toBe('of-the-path');
    expect(needsChallenge(request)).toBe(false);
  });

  it('may hold what a key can hold', () => {
    expect(keyFrom(requestWith({ Authorization: basic('rouse:a:b:c') }), undefined)).toBe('a:b:c');
    expect(keyFrom(requestWith({ Authorization: basic('rouse:schlüssel') }), undefined)).toBe('schlüssel');
    expect(keyFrom(requestWith({}, '/v1/hooks/gcp?key=a%2Fb%3Dc'), undefined)).toBe('a/b=c');
  });

  it('comes from the first place that has one', () => {
    const everywhere = { 'X-Rouse-Key': 'header', Authorization: 'Bearer authorization' };
    expect(keyFrom(requestWith(everywhere, '/x?token=query'), 'path')).toBe('path');
    expect(keyFrom(requestWith(everywhere, '/x?token=query'), undefined)).toBe('header');
    expect(keyFrom(requestWith({ Authorization: everywhere.Authorization }, '/x?token=query'), undefined)).toBe('authorization');
    expect(keyFrom(requestWith({}, '/x?token=3&key=2&auth_token=1'), undefined)).toBe('1');
  });

  it.each([
    ['nothing', requestWith()],
    ['another query', requestWith({}, '/v1/hooks/gcp?monitorID=1')],
    ['an empty query', requestWith({}, '/v1/hooks/gcp?')],
    ['a URL that is none', requestWith({}, '//')],
    ['a parameter without a value', requestWith({}, '/x?key')],
  ])('is not in %s, which is asked for it', (_, request) => {
    expect(keyFrom(request, undefined)).toBeUndefined();
    expect(needsChallenge(request)).toBe(true);
  });

  it.each(['Basic', 'Basic Og==', 'Bearer', 'Digest username="k1"', 'k1', 'Token token=""'])('is not in `Authorization: %s`, which is not asked again', (header) => {
    expect(keyFrom(requestWith({ Authorization: header }), undefined)).toBeUndefined();
    expect(needsChallenge(requestWith({ Authorization: header }))).toBe(false);
  });

  it('is found in linear time', () => {
    const started = performance.now();
    for (const header of [' '.repeat(100_000), `Bearer${' '.repeat(100_000)}`, `Token ${'"'.repeat(100_000)}`]) keyFrom(requestWith({ Authorization: header }), undefined);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
