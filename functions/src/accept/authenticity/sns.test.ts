import { sign, type KeyObject } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { signedText } from '#domain/ingest/cloudwatch/signedText';
import { DAY } from '#domain/time/instant';
import { selfSigned } from './selfSigned';
import { confirmSubscription, fetchCertificate, verifySns } from './sns';
import { certificate, certificateUrl, publishedAt, signedMessages, topicArn, validAt } from './snsVectors';

type Answer = { status: number; text: string } | Error;
const web = vi.hoisted((): { asked: string[]; answer: Answer } => ({ asked: [], answer: { status: 200, text: '' } }));
vi.mock('../../http/outbound', () => ({
  fetchText: async (url: string) => {
    web.asked.push(url);
    if (web.answer instanceof Error) throw web.answer;
    return web.answer;
  },
}));
afterEach(() => Object.assign(web, { asked: [], answer: { status: 200, text: '' } }));

const served = async () => certificate;
const [, first] = signedMessages[0] ?? ['', {}];
const reasonOf = (verdict: Awaited<ReturnType<typeof verifySns>>) => (verdict.ok ? 'good' : verdict.reason);

describe('a message that SNS signed', () => {
  it.each(signedMessages)('is good: %s', async (_, message) => {
    expect(await verifySns(message, served, validAt)).toEqual({ ok: true });
    // What is not signed may differ.
    expect(await verifySns({ ...message, UnsubscribeURL: 'https://example.com', Extra: [1] }, served, validAt)).toEqual({ ok: true });
  });

  it.each(signedMessages.flatMap(([name, message]) => Object.keys(message)
    .filter((field) => !['Signature', 'SignatureVersion', 'SigningCertURL'].includes(field)).map((field) => [name, field, message] as const)),
  )('is not when one character differs: %s, its %s', async (_, field, message) => {
    expect((await verifySns({ ...message, [field]: `${message[field] ?? ''}.` }, served, validAt)).ok).toBe(false);
  });

  it('is another with a subject that is empty than without one', async () => {
    const [, without] = signedMessages[1] ?? ['', {}];
    const [, { Subject: _, ...emptied }] = signedMessages[2] ?? ['', { Subject: '' }];
    expect(reasonOf(await verifySns({ ...without, Subject: '' }, served, validAt))).toBe('its signature does not fit');
    expect(reasonOf(await verifySns(emptied, served, validAt))).toBe('its signature does not fit');
  });

  it.each([
    ['the other version', { ...first, SignatureVersion: '2' }, 'its signature does not fit'],
    ['an unknown version', { ...first, SignatureVersion: '3' }, 'its SignatureVersion is neither 1 nor 2'],
    ['a version that is no text', { ...first, SignatureVersion: 1 }, 'its SignatureVersion is neither 1 nor 2'],
    ['no signature', { ...first, Signature: undefined }, 'it is not a signed SNS message'],
    ['an empty signature', { ...first, Signature: '' }, 'its signature does not fit'],
    ['a signature that is no base64', { ...first, Signature: '%%%' }, 'its signature does not fit'],
    ['another type', { ...first, Type: 'Other' }, 'it is not a signed SNS message'],
  ])('is not with %s', async (_, message, reason) => {
    expect(await verifySns(message, served, validAt)).toEqual({ ok: false, reason, again: false });
  });

  it.each([undefined, null, 7, 'text', [], {}, Object.create(null), { __proto__: first }])('is not %j', async (message) => {
    expect(reasonOf(await verifySns(message, served, validAt))).toBe('it is not a signed SNS message');
  });
});

describe('the certificate of SNS', () => {
  const certificateAt = (name: string) => certificateUrl.replace('0123456789abcdef', name);
  const named = (name: string) => ({ ...first, SigningCertURL: certificateAt(name) });
  /** The first message, signed anew by this key and under a certificate of this name. */
  const signedBy = (privateKey: KeyObject, name: string) => {
    const message = { ...named(name), SignatureVersion: '2' };
    return { ...message, Signature: sign('sha256', Buffer.from(signedText(message) ?? ''), privateKey).toString('base64') };
  };

  it.each([
    'http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem', 'https://sns.eu-west-1.amazonaws.com.evil.example/1.pem',
    'https://evil.example/1.pem', 'https://evil.example/sns.eu-west-1.amazonaws.com/1.pem', 'https://sns.eu-west-1.amazonaws.com@evil.example/1.pem',
    'https://sns.eu-west-1.amazonaws.com:8443/1.pem', 'https://sns.eu-west-1.amazonaws.com/', 'https://sns.eu-west-1.amazonaws.com/1.pem?Action=x',
    'https://sns.eu-west-1.amazonaws.com/?x=.pem', 'https://s3.eu-west-1.amazonaws.com/bucket/1.pem', '', 'not a URL', 'file:///1.pem', '//sns.eu-west-1.amazonaws.com/1.pem',
  ])('is sought at an SNS host alone, and never at %j', async (SigningCertURL) => {
    const fetchText = vi.fn(served);
    expect(reasonOf(await verifySns({ ...first, SigningCertURL }, fetchText, validAt))).toMatch(/its SigningCertURL is not a certificate at an SNS host/);
    expect(fetchText).not.toHaveBeenCalled();
  });

  it.each(['https://sns.us-gov-west-1.amazonaws.com/a.pem', 'https://sns.cn-north-1.amazonaws.com.cn/a.pem'])('may lie at %s', async (SigningCertURL) => {
    expect(await verifySns({ ...first, SigningCertURL }, served, validAt)).toEqual({ ok: true });
  });

  it('is fetched once for many messages', async () => {
    const fetchText = vi.fn(served);
    for (const [, message] of signedMessages) {
      expect(await verifySns({ ...message, SigningCertURL: certificateAt('once') }, fetchText, validAt)).toEqual({ ok: true });
    }
    expect(fetchText.mock.calls).toEqual([[certificateAt('once')]]);
  });

  it('that can not be had is asked for again, and its message may pass then', async () => {
    const down = () => Promise.reject(new Error('status 503'));
    expect(await verifySns(named('down'), down, validAt)).toEqual({ ok: false, reason: 'its certificate could not be had (status 503)', again: true });
    expect(await verifySns(named('down'), served, validAt)).toEqual({ ok: true });
  });

  it.each(['', '<html>Not found</html>', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])('is none: %j', async (text) => {
    expect(reasonOf(await verifySns(named('none'), async () => text, validAt))).toBe('what lies at its SigningCertURL is no certificate');
  });

  it('of somebody else does not fit', async () => {
    const other = selfSigned('sns.example', validAt - DAY, validAt + DAY);
    expect(reasonOf(await verifySns(named('other'), async () => other.certificate, validAt))).toBe('its signature does not fit');
    expect(await verifySns(signedBy(other.privateKey, 'other'), async () => other.certificate, validAt)).toEqual({ ok: true });
  });

  it.each([['before', validAt - 1_000], ['after', validAt + DAY + 1_000]])('is not valid %s its time, even when it is remembered', async (when, now) => {
    const own = selfSigned('sns.example', validAt, validAt + DAY);
    const message = signedBy(own.privateKey, `dated-${when}`);
    const fetchText = async () => own.certificate;
    expect(await verifySns(message, fetchText, validAt + 1_000)).toEqual({ ok: true });
    expect(reasonOf(await verifySns(message, fetchText, now))).toBe('its certificate is not valid now');
  });

  it('is judged by its dates against the clock where no time is given', async () => {
    const old = selfSigned('sns.example', publishedAt - 400 * DAY, publishedAt - 300 * DAY);
    expect(reasonOf(await verifySns(signedBy(old.privateKey, 'old'), async () => old.certificate))).toBe('its certificate is not valid now');
  });

  it('has an RSA key', async () => {
    const curved = selfSigned('sns.example', validAt - DAY, validAt + DAY, true);
    expect(reasonOf(await verifySns(signedBy(curved.privateKey, 'curve'), async () => curved.certificate, validAt))).toBe('the key of its certificate is not an RSA key');
  });

  it('is fetched by the safe client, and any status but 200 is none', async () => {
    web.answer = { status: 200, text: certificate };
    expect(await fetchCertificate(certificateUrl)).toBe(certificate);
    for (const status of [301, 302, 403, 404, 500]) {
      web.answer = { status, text: certificate };
      await expect(fetchCertificate(certificateUrl)).rejects.toThrow(`status ${status}`);
    }
  });
});

describe('a subscription', () => {
  const subscribeUrl = `https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=2336412f37`;
  const asked = { kind: 'subscribe', topicArn, subscribeUrl } as const;

  it.each([null, topicArn])('is confirmed by a visit, where the integration names the topic %s', async (wanted) => {
    expect(await confirmSubscription(asked, { topicArn: wanted })).toEqual({ confirmed: true, reason: `The subscription to ${topicArn} is confirmed.` });
    expect(web.asked).toEqual([subscribeUrl]);
  });

  it.each([
    ['of another topic', asked, `${topicArn}-other`, /is not the topic of this integration/],
    ['at another host', { ...asked, subscribeUrl: subscribeUrl.replace('amazonaws.com', 'amazonaws.com.evil.example') }, null, /not one of SNS/],
    ['by http', { ...asked, subscribeUrl: subscribeUrl.replace('https', 'http') }, null, /not one of SNS/],
    ['at the metadata server', { ...asked, subscribeUrl: 'https://169.254.169.254/latest/meta-data' }, null, /not one of SNS/],
    ['of another region than its topic', { ...asked, subscribeUrl: subscribeUrl.replace('sns.eu-west-1', 'sns.us-east-1') }, null, /not one of SNS/],
    ['of another action', { ...asked, subscribeUrl: subscribeUrl.replace('ConfirmSubscription', 'Publish') }, null, /not one of SNS/],
    ['that is a goodbye', { kind: 'unsubscribe', topicArn } as const, null, /no subscription/],
    ['that is a greeting', { kind: 'ping' } as const, null, /no subscription/],
  ])('%s is not confirmed, and nothing is visited', async (_, handshake, wanted, reason) => {
    const said = await confirmSubscription(handshake, { topicArn: wanted });
    expect(said.confirmed).toBe(false);
    expect(said.reason).toMatch(reason);
    expect(web.asked).toEqual([]);
  });

  it.each([301, 302, 403, 404, 500])('is not confirmed by an answer of %i', async (status) => {
    web.answer = { status, text: '' };
    const said = await confirmSubscription(asked, { topicArn: null });
    expect(said.confirmed).toBe(false);
    expect(said.reason).toContain(`with ${status}`);
    expect(web.asked).toHaveLength(1);
    expect(said.reason).not.toContain('2336412f37');
  });

  it('is not confirmed where SNS can not be reached', async () => {
    web.answer = new Error('no whole answer in 5000 ms');
    const said = await confirmSubscription(asked, { topicArn: null });
    expect(said.confirmed).toBe(false);
    expect(said.reason).toContain('no whole answer in 5000 ms');
    expect(said.reason).not.toContain('2336412f37');
  });
});
