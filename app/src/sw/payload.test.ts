import { describe, expect, it } from 'vitest';
import { isAppPath, ownPath } from './paths';
import { parsePush } from './payload';

const data = {
  kind: 'page', token: 'n1.secret', notificationId: 'n1', incidentId: 'INC-K7Q2MD', tag: 'INC-K7Q2MD', title: 'SEV1 Checkout',
  body: 'Answering 503. You are primary.', severity: 'SEV1', url: '/incidents/INC-K7Q2MD', sentAt: '1700000000000',
};
const envelope = (inner: Record<string, unknown>) => JSON.stringify({ data: inner, from: '123', fcmMessageId: 'm1', priority: 'high' });

describe('what a push brings', () => {
  it('is read out of the envelope that FCM delivers', () => {
    expect(parsePush(envelope(data))).toEqual({
      kind: 'page', token: 'n1.secret', notificationId: 'n1', incidentId: 'INC-K7Q2MD', tag: 'INC-K7Q2MD', title: 'SEV1 Checkout',
      body: 'Answering 503. You are primary.', url: '/incidents/INC-K7Q2MD', sentAt: 1_700_000_000_000, loud: true,
    });
  });

  it('is loud by what the server says, and without its word unless it is a notice', () => {
    const loud = (own: Record<string, unknown>) => parsePush(envelope({ ...data, ...own }))?.loud;
    expect([loud({}), loud({ kind: 'notice' }), loud({ loud: 'no' }), loud({ kind: 'notice', loud: 'yes' })]).toEqual([true, false, false, true]);
  });

  it('is read without an envelope too', () => {
    expect(parsePush(JSON.stringify(data))?.token).toBe('n1.secret');
  });

  it('belongs to no incident when it is a test', () => {
    const test = parsePush(envelope({ ...data, kind: 'test', incidentId: '', tag: 'test-n1', url: '' }));
    expect(test).toMatchObject({ kind: 'test', incidentId: null, url: '/devices' });
  });

  it.each([
    ['no message at all', undefined], ['text', 'hello'], ['a list', '[]'], ['an empty object', '{}'],
    ['an unknown kind', envelope({ ...data, kind: 'advert' })], ['no token', envelope({ ...data, token: '' })],
    ['a number for a token', envelope({ ...data, token: 7 })], ['no time', envelope({ ...data, sentAt: 'soon' })],
    ['no title', envelope({ ...data, title: '' })], ['no body', envelope({ ...data, body: undefined })],
  ])('is refused when it is %s', (_, text) => {
    expect(parsePush(text)).toBeNull();
  });

  it('opens nothing but this app', () => {
    for (const url of ['https://example.com/', '//example.com/', '/\\example.com', 'javascript:alert(1)']) {
      expect(ownPath(url)).toBeNull();
      expect(parsePush(envelope({ ...data, url }))?.url).toBe('/incidents/INC-K7Q2MD');
    }
  });
});

describe('a navigation', () => {
  it('goes to the backend where the backend answers', () => {
    for (const path of ['/v1/ack/x', '/v2/enqueue', '/status', '/command', '/__/firebase/init.json']) expect(isAppPath(path)).toBe(false);
  });
  it('is the app everywhere else', () => {
    for (const path of ['/', '/incidents/INC-K7Q2MD', '/statuses', '/v10']) expect(isAppPath(path)).toBe(true);
  });
});
