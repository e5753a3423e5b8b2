import { describe, expect, it } from 'vitest';
import { isSnsHost, isSubscribeUrl, signedText } from './signedText';

const notification = { Type: 'Notification', MessageId: 'm-1', TopicArn: 'arn:aws:sns:eu-west-1:1:t', Message: 'hello\n', Timestamp: '2026-11-21T12:00:00.000Z', SignatureVersion: '1', Signature: 'x', UnsubscribeURL: 'https://u' };
const confirmation = { ...notification, Type: 'SubscriptionConfirmation', Token: 'tok', SubscribeURL: 'https://s' };

describe('the signed text', () => {
  it('of a notification has its fields in their order', () => {
    expect(signedText(notification)).toBe('Message\nhello\n\nMessageId\nm-1\nTimestamp\n2026-11-21T12:00:00.000Z\nTopicArn\narn:aws:sns:eu-west-1:1:t\nType\nNotification\n');
  });

  it('has the subject where there is one, even an empty one', () => {
    expect(signedText({ ...notification, Subject: 'Down' })).toContain('MessageId\nm-1\nSubject\nDown\nTimestamp');
    expect(signedText({ ...notification, Subject: '' })).toContain('MessageId\nm-1\nSubject\n\nTimestamp');
    expect(signedText({ ...notification, Subject: undefined })).toBe(signedText(notification));
  });

  it.each(['SubscriptionConfirmation', 'UnsubscribeConfirmation'])('of %s has its token and its address', (Type) => {
    expect(signedText({ ...confirmation, Type }))
      .toBe(`Message\nhello\n\nMessageId\nm-1\nSubscribeURL\nhttps://s\nTimestamp\n2026-11-21T12:00:00.000Z\nToken\ntok\nTopicArn\narn:aws:sns:eu-west-1:1:t\nType\n${Type}\n`);
  });

  it('of a notification has no token, whoever put one there', () => {
    expect(signedText({ ...notification, Token: 'tok' })).toBe(signedText(notification));
  });

  it.each([
    null, 'text', [], {}, { ...notification, Type: 'Other' }, { ...notification, Type: 'constructor' }, { ...notification, Message: undefined }, { ...notification, MessageId: 7 },
    { ...notification, Subject: null }, { ...confirmation, Token: undefined }, { ...confirmation, SubscribeURL: undefined },
  ])('of %j is none', (message) => {
    expect(signedText(message)).toBeUndefined();
  });
});

describe('the host of a certificate', () => {
  it.each([
    'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem', 'https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-1.pem',
    'https://sns.us-gov-west-1.amazonaws.com:443/SimpleNotificationService-1.pem',
  ])('%s is SNS', (url) => {
    expect(isSnsHost(url)).toBe(true);
  });

  it.each([
    'http://sns.eu-west-1.amazonaws.com/1.pem', 'https://sns.eu-west-1.amazonaws.com/1.txt', 'https://sns.eu-west-1.amazonaws.com.evil.test/1.pem',
    'https://evil.test/sns.eu-west-1.amazonaws.com/1.pem', 'https://sns.eu-west-1.amazonaws.com@evil.test/1.pem', 'https://u:p@sns.eu-west-1.amazonaws.com/1.pem',
    'https://sns.eu-west-1.amazonaws.com:8443/1.pem', 'https://s3.amazonaws.com/bucket/1.pem', 'https://sns.amazonaws.com/1.pem', 'https://sns.a.b.amazonaws.com/1.pem',
    'https://evilsns.eu-west-1.amazonaws.com/1.pem', 'https://sns.eu-west-1.amazonaws.com/?x=1.pem', 'not an address', '',
  ])('%s is not', (url) => {
    expect(isSnsHost(url)).toBe(false);
  });
});

describe('the address that confirms a subscription', () => {
  const arn = 'arn:aws:sns:eu-west-1:111122223333:pages';
  const url = (fields: Record<string, string> = {}, host = 'sns.eu-west-1.amazonaws.com') =>
    `https://${host}/?${new URLSearchParams({ Action: 'ConfirmSubscription', TopicArn: arn, Token: 'abc', ...fields }).toString()}`;

  it('is SNS, in the region of the topic, for this topic', () => {
    expect(isSubscribeUrl(url(), arn)).toBe(true);
    expect(isSubscribeUrl(`https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${arn}&Token=abc`, arn)).toBe(true);
    const chinese = 'arn:aws-cn:sns:cn-north-1:111122223333:pages';
    expect(isSubscribeUrl(url({ TopicArn: chinese }, 'sns.cn-north-1.amazonaws.com.cn'), chinese)).toBe(true);
  });

  it.each([
    { what: 'another action', given: url({ Action: 'Unsubscribe' }) }, { what: 'another topic', given: url({ TopicArn: `${arn}2` }) },
    { what: 'another region', given: url({}, 'sns.eu-west-2.amazonaws.com') }, { what: 'another host', given: url({}, 'sns.eu-west-1.amazonaws.com.evil.test') },
    { what: 'the Chinese host', given: url({}, 'sns.eu-west-1.amazonaws.com.cn') }, { what: 'plain http', given: url().replace('https', 'http') },
    { what: 'a port', given: url({}, 'sns.eu-west-1.amazonaws.com:444') }, { what: 'credentials', given: url({}, 'a@sns.eu-west-1.amazonaws.com') },
    { what: 'two actions', given: `${url()}&Action=Publish` }, { what: 'another path', given: url().replace('/?', '/x?') }, { what: 'no address', given: 'x' },
  ])('is none with $what', ({ given }) => {
    expect(isSubscribeUrl(given, arn)).toBe(false);
  });

  it.each(['', 'arn:aws:sns::1:t', 'arn:aws:sqs:eu-west-1:1:t', 'arn:aws:sns:eu-west-1.evil.test/:1:t', 'arn:other:sns:eu-west-1:1:t'])('is none for the topic %j', (topicArn) => {
    expect(isSubscribeUrl(url({ TopicArn: topicArn }), topicArn)).toBe(false);
  });
});
