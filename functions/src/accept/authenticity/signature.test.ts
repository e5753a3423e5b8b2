import { createHmac, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signedText } from '#domain/ingest/cloudwatch/signedText';
import type { Signature } from '#domain/service/service';
import { DAY } from '#domain/time/instant';
import type { Reply } from '../../http/reply';
import { selfSigned } from './selfSigned';
import { checkSignature } from './signature';
import { certificate, publishedAt, signedMessages, topicArn, validAt } from './snsVectors';

const now = Date.UTC(2026, 10, 21, 2, 18, 15);
const errorOf = (reply: Reply | undefined) => (reply !== undefined && 'json' in reply ? Refusal.parse(reply.json).error : undefined);
const codeOf = (reply: Reply | undefined) => errorOf(reply)?.code;
const messageOf = (reply: Reply | undefined) => errorOf(reply)?.message ?? '';
const Refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

type Sent = { headers: Record<string, string>; body: string | Buffer; secret?: string | undefined; at?: number };
function check(signature: Signature, { headers, body, secret, at = now }: Sent) {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return checkSignature({
    integration: { signature }, header: (name) => lower.get(name.toLowerCase()), rawBody: Buffer.from(body), now: at, secret: async () => secret,
    fetchText: async () => certificate,
  });
}

const github: Signature = { kind: 'hmac', header: 'X-Hub-Signature-256', prefix: 'sha256=', timestampHeader: null, timestampSigned: false };
const grafana: Signature = { kind: 'hmac', header: 'X-Grafana-Alerting-Signature', prefix: '', timestampHeader: null, timestampSigned: false };
const grafanaTimed: Signature = { ...grafana, timestampHeader: 'X-Grafana-Alerting-Timestamp', timestampSigned: true };
const sentry: Signature = { kind: 'hmac', header: 'Sentry-Hook-Signature', prefix: '', timestampHeader: 'Sentry-Hook-Timestamp', timestampSigned: false };

// GitHub's published example (docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries#testing-the-webhook-payload-validation).
const githubSecret = "It's a Secret to Everybody";
const githubDigest = '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
// By `printf '…' | openssl dgst -sha256 -hmac 'grafana secret'`; the second of `1795227495:` and the body.
const grafanaBody = '{"status":"firing","title":"grüße"}';
const grafanaDigest = 'f5d34c96c78cf29cb256e8adfdc2ec334911ec9dbc45fe3355d98baba2cd80c5';
const grafanaTimedDigest = 'fc778cbe76594937393b52ac1daee0d93bbe70d27cb299e0f4ccbe32d216066d';

describe('an HMAC', () => {
  it.each([
    ['as published by GitHub', github, { 'X-Hub-Signature-256': `sha256=${githubDigest}` }, 'Hello, World!', githubSecret],
    ['in capitals', github, { 'X-Hub-Signature-256': `SHA256=${githubDigest.toUpperCase()}` }, 'Hello, World!', githubSecret],
    ['without its prefix', github, { 'X-Hub-Signature-256': githubDigest }, 'Hello, World!', githubSecret],
    ['by a header of another case', github, { 'x-hub-signature-256': ` sha256=${githubDigest} ` }, 'Hello, World!', githubSecret],
    ['of Grafana', grafana, { 'X-Grafana-Alerting-Signature': grafanaDigest }, grafanaBody, 'grafana secret'],
    ['of Grafana with its time', grafanaTimed,
      { 'X-Grafana-Alerting-Signature': grafanaTimedDigest, 'X-Grafana-Alerting-Timestamp': '1795227495' }, grafanaBody, 'grafana secret'],
    ['of no bytes', grafana, { 'X-Grafana-Alerting-Signature': createHmac('sha256', 's').digest('hex') }, '', 's'],
  ] as const)('%s is good', async (_, signature, headers, body, secret) => {
    expect(await check(signature, { headers, body, secret })).toBeUndefined();
  });

  it('is of the bytes as sent, even where they are no text', async () => {
    const body = Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0xc3]);
    const headers = { 'X-Grafana-Alerting-Signature': createHmac('sha256', 's').update(body).digest('hex') };
    expect(await check(grafana, { headers, body, secret: 's' })).toBeUndefined();
    expect(codeOf(await check(grafana, { headers, body: body.toString('utf8'), secret: 's' }))).toBe('signature-wrong');
  });

  it.each([
    ['of another body', { 'X-Hub-Signature-256': `sha256=${githubDigest}` }, 'Hello, World?', githubSecret],
    ['of the same JSON in other bytes', { 'X-Hub-Signature-256': `sha256=${githubDigest}` }, 'Hello, World! ', githubSecret],
    ['by another secret', { 'X-Hub-Signature-256': `sha256=${githubDigest}` }, 'Hello, World!', 'another'],
    ['cut short', { 'X-Hub-Signature-256': `sha256=${githubDigest.slice(0, 62)}` }, 'Hello, World!', githubSecret],
    ['with more after it', { 'X-Hub-Signature-256': `sha256=${githubDigest}00` }, 'Hello, World!', githubSecret],
    ['that is a prefix alone', { 'X-Hub-Signature-256': 'sha256=' }, 'Hello, World!', githubSecret],
    ['that is no hexadecimal', { 'X-Hub-Signature-256': `sha256=${'z'.repeat(64)}` }, 'Hello, World!', githubSecret],
    ['of another digest', { 'X-Hub-Signature-256': `sha1=${githubDigest}` }, 'Hello, World!', githubSecret],
    ['where no secret is stored', { 'X-Hub-Signature-256': `sha256=${githubDigest}` }, 'Hello, World!', undefined],
    ['by an empty secret, where none is stored', { 'X-Hub-Signature-256': createHmac('sha256', '').update('x').digest('hex') }, 'x', undefined],
  ])('%s is wrong', async (_, headers, body, secret) => {
    const reply = await check(github, { headers, body, secret });
    expect([reply?.status, codeOf(reply)]).toEqual([401, 'signature-wrong']);
    expect(messageOf(reply)).toContain('X-Hub-Signature-256');
    expect(messageOf(reply)).not.toContain(githubSecret);
  });

  it.each<Record<string, string>>([{}, { 'X-Hub-Signature-256': ' ' }, { 'X-Hub-Signature': `sha256=${githubDigest}` }])('that is not there is missing: %j', async (headers) => {
    const reply = await check(github, { headers, body: 'Hello, World!', secret: githubSecret });
    expect([reply?.status, codeOf(reply)]).toEqual([401, 'signature-missing']);
    expect(messageOf(reply)).toContain('X-Hub-Signature-256');
  });
});

describe('a signed time', () => {
  const send = (timestamp: string | undefined, at = now, signed = timestamp) => check(grafanaTimed, {
    headers: {
      'X-Grafana-Alerting-Signature': createHmac('sha256', 's').update(`${signed ?? ''}:{}`).digest('hex'),
      ...(timestamp === undefined ? {} : { 'X-Grafana-Alerting-Timestamp': timestamp }),
    },
    body: '{}', secret: 's', at,
  });

  it.each([
    ['now, in seconds', String(now / 1000)], ['now, in milliseconds', String(now)], ['five minutes ago', String(now / 1000 - 300)],
    ['five minutes ahead', String(now / 1000 + 300)],
  ])('of %s is good', async (_, timestamp) => {
    expect(await send(timestamp)).toBeUndefined();
  });

  it.each([
    ['six minutes ago', String(now / 1000 - 360)], ['six minutes ahead, in milliseconds', String(now + 360_000)], ['a year ago', String(now / 1000 - 31_536_000)],
  ])('of %s is too old', async (_, timestamp) => {
    const reply = await send(timestamp);
    expect([reply?.status, codeOf(reply)]).toEqual([401, 'signature-too-old']);
    expect(messageOf(reply)).toMatch(/X-Grafana-Alerting-Timestamp is more than 5 minutes off/);
  });

  it('that was moved is wrong, and one that is none as well', async () => {
    expect(codeOf(await send(String(now / 1000), now, String(now / 1000 - 9_999)))).toBe('signature-wrong');
    expect(codeOf(await send('yesterday'))).toBe('signature-wrong');
    expect(codeOf(await send('0'))).toBe('signature-wrong');
  });

  it('that is not there is missing, by its own name', async () => {
    const reply = await send(undefined);
    expect(codeOf(reply)).toBe('signature-missing');
    expect(messageOf(reply)).toContain('X-Grafana-Alerting-Timestamp');
  });
});

describe('a time beside the signature', () => {
  const send = (timestamp: string | undefined) => check(sentry, {
    headers: {
      'Sentry-Hook-Signature': createHmac('sha256', 's').update('{}').digest('hex'), ...(timestamp === undefined ? {} : { 'Sentry-Hook-Timestamp': timestamp }),
    },
    body: '{}', secret: 's',
  });

  it.each([String(now / 1000), String(now), '2026-11-21T02:18:15Z', undefined])('of %s is good', async (timestamp) => {
    expect(await send(timestamp)).toBeUndefined();
  });

  it('must not be old', async () => {
    expect(codeOf(await send(String(now / 1000 - 301)))).toBe('signature-too-old');
    expect(codeOf(await send('soon'))).toBe('signature-wrong');
  });
});

describe('a token', () => {
  const honeycomb: Signature = { kind: 'token', header: 'X-Honeycomb-Webhook-Token' };
  it.each([
    ['the same', { 'X-Honeycomb-Webhook-Token': 'hc-5ecret' }, 'hc-5ecret', undefined],
    ['another', { 'X-Honeycomb-Webhook-Token': 'hc-5ecres' }, 'hc-5ecret', 'signature-wrong'],
    ['of another length', { 'X-Honeycomb-Webhook-Token': 'hc-5ecret-and-more' }, 'hc-5ecret', 'signature-wrong'],
    ['not stored', { 'X-Honeycomb-Webhook-Token': 'undefined' }, undefined, 'signature-wrong'],
    ['not sent', {}, 'hc-5ecret', 'signature-missing'],
    ['empty', { 'X-Honeycomb-Webhook-Token': '' }, '', 'signature-missing'],
  ])('that is %s', async (_, headers, secret, code) => {
    const reply = await check(honeycomb, { headers, body: '{}', secret });
    expect(codeOf(reply)).toBe(code);
    if (code !== undefined) expect(messageOf(reply)).toContain('X-Honeycomb-Webhook-Token');
    expect(messageOf(reply)).not.toContain('5ecre');
  });
});

describe('a message of SNS', () => {
  const sns: Signature = { kind: 'sns', topicArn };
  const [, message] = signedMessages[0] ?? ['', {}];
  // The certificate of these messages is younger than they are; real ones are older.
  const at = validAt;
  const send = (body: object | string, signature: Signature = sns, sentAt = at) =>
    check(signature, { headers: {}, body: typeof body === 'string' ? body : JSON.stringify(body), at: sentAt });

  it('that is signed is good as far as its signature goes, and its time is judged after that', async () => {
    expect(codeOf(await send(message))).toBe('signature-too-old');
    expect(messageOf(await send(message))).toContain('Timestamp is more than 120 minutes off');
  });

  it.each([['just now', 0], ['an hour ago, by the last repetition', 3_600_000]])('published %s is good', async (_, age) => {
    const own = selfSigned('sns.example', now - DAY, now + DAY);
    const fresh = {
      ...message, SigningCertURL: `https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-${age}.pem`, SignatureVersion: '2', Timestamp: new Date(now - age).toISOString(),
    };
    const Signature = sign('sha256', Buffer.from(signedText(fresh) ?? ''), own.privateKey).toString('base64');
    expect(await checkSignature({
      integration: { signature: sns }, header: () => undefined, rawBody: Buffer.from(JSON.stringify({ ...fresh, Signature })), now,
      secret: async () => undefined, fetchText: async () => own.certificate,
    })).toBeUndefined();
  });

  it('that is not valid is refused with its reason', async () => {
    const reply = await send({ ...message, Message: 'changed' });
    expect([reply?.status, codeOf(reply)]).toEqual([401, 'signature-wrong']);
    expect(messageOf(reply)).toContain('its signature does not fit');
  });

  it('of another topic is refused, but not where the integration names none', async () => {
    const other: Signature = { kind: 'sns', topicArn: `${topicArn}-other` };
    expect(codeOf(await send(message, other))).toBe('signature-wrong');
    expect(messageOf(await send(message, other))).toContain(`${topicArn}-other`);
    expect(codeOf(await send(message, { kind: 'sns', topicArn: null }))).toBe('signature-too-old');
  });

  it.each(['', 'no JSON', '[]', 'null', '{"AlarmName":"raw delivery"}'])('has a signature: %s', async (body) => {
    expect(codeOf(await send(body))).toBe('signature-missing');
  });

  it('is asked for again while its certificate can not be had', async () => {
    const url = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-unreachable.pem';
    const reply = await checkSignature({
      integration: { signature: sns }, header: () => undefined, rawBody: Buffer.from(JSON.stringify({ ...message, SigningCertURL: url })), now: publishedAt,
      secret: async () => undefined, fetchText: () => Promise.reject(new Error('status 503')),
    });
    expect([reply?.status, codeOf(reply), reply?.headers]).toEqual([503, 'signature-unchecked', { 'Retry-After': '5' }]);
  });
});

it('asks nothing where nothing is asked', async () => {
  expect(await check({ kind: 'none' }, { headers: {}, body: 'anything' })).toBeUndefined();
});
