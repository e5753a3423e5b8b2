import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { cloudwatch } from './cloudwatch';

function parsed(given: unknown) {
  const result = cloudwatch.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const one of result.alerts) ParsedAlert.parse(one);
  return result;
}
const one = (given: unknown) => parsed(given).alerts[0];

const topic = 'arn:aws:sns:eu-west-1:111122223333:pages';
const arn = 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Orders queue/age';
const alarm = (fields: object = {}) => ({
  AlarmName: 'Orders queue/age', AlarmDescription: 'Orders wait too long', AWSAccountId: '111122223333', NewStateValue: 'ALARM', OldStateValue: 'OK',
  NewStateReason: 'Threshold Crossed', StateChangeTime: '2026-11-21T12:00:00.093+0000', Region: 'EU (Ireland)', AlarmArn: arn,
  Trigger: { MetricName: 'Age', Namespace: 'AWS/SQS', Dimensions: [{ value: 'orders', name: 'QueueName' }, { value: 'a', name: 'Az' }], Threshold: 30 }, ...fields,
});
const sns = (message: unknown, fields: object = {}) => ({
  Type: 'Notification', MessageId: 'm', TopicArn: topic, Subject: 'ALARM: "Orders queue/age" in EU (Ireland)', Message: typeof message === 'string' ? message : JSON.stringify(message),
  Timestamp: '2026-11-21T12:00:01.000Z', SignatureVersion: '1', Signature: 'x', SigningCertURL: 'https://x', UnsubscribeURL: 'https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe', ...fields,
});

describe('an alarm', () => {
  it('becomes an alert of the common form', () => {
    expect(one(sns(alarm()))).toEqual({
      dedupKey: arn, groupKey: null, status: 'firing', title: 'Orders queue/age', description: 'Orders wait too long\n\nThreshold Crossed', severityWord: null,
      name: 'Orders queue/age', service: 'orders', startedAt: noon + 93, endedAt: null,
      links: [{ href: 'https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/Orders%20queue%2Fage', text: 'CloudWatch' }],
      labels: { QueueName: 'orders', Az: 'a', namespace: 'AWS/SQS', metric: 'Age', region: 'EU (Ireland)', account: '111122223333' },
    });
  });

  it.each([
    { state: 'ALARM', status: 'firing', severityWord: null }, { state: 'OK', status: 'resolved', severityWord: null },
    { state: 'INSUFFICIENT_DATA', status: 'firing', severityWord: 'warning' }, { state: undefined, status: 'firing', severityWord: null },
  ])('in the state $state is $status', ({ state, status, severityWord }) => {
    expect(one(sns(alarm({ NewStateValue: state })))).toMatchObject({ status, severityWord, dedupKey: arn });
  });

  it('that is OK ended when its state changed', () => {
    expect(one(sns(alarm({ NewStateValue: 'OK' })))).toMatchObject({ startedAt: null, endedAt: noon + 93 });
  });

  it('without an ARN is keyed by account, region and name', () => {
    expect(one(sns(alarm({ AlarmArn: undefined })))).toMatchObject({ dedupKey: '111122223333:EU (Ireland):Orders queue/age', links: [] });
  });

  it('is taken without its envelope, and as an object in it', () => {
    expect(one(alarm())).toEqual(one(sns(alarm())));
    expect(one({ ...sns(''), Message: alarm() })).toEqual(one(sns(alarm())));
  });

  it('of metric math is of what its metrics measure', () => {
    const Metrics = [
      { Id: 'e1', Expression: 'm1/m2', ReturnData: true },
      { Id: 'm1', MetricStat: { Metric: { Dimensions: [{ value: 'shop', name: 'LoadBalancer' }], MetricName: '5XX', Namespace: 'AWS/ELB' }, Period: 60, Stat: 'Sum' }, ReturnData: false },
    ];
    expect(one(sns(alarm({ Trigger: { Metrics, Threshold: 1 } })))).toMatchObject({ service: 'shop', labels: { LoadBalancer: 'shop', namespace: 'AWS/ELB', metric: '5XX' } });
  });

  it('that is composite has no service, but its rule', () => {
    expect(one(sns(alarm({ Trigger: undefined, AlarmRule: 'ALARM("a") OR ALARM("b")' })))).toMatchObject({ service: null, labels: { rule: 'ALARM("a") OR ALARM("b")' } });
  });

  it('without dimensions is of its namespace', () => {
    expect(one(sns(alarm({ AlarmDescription: null, Trigger: { MetricName: 'x', Namespace: 'Shop', Dimensions: [] } })))).toMatchObject({ service: 'Shop', description: 'Threshold Crossed' });
  });

  it('by way of EventBridge is the same alert', () => {
    const event = (value: string) => ({
      'version': '0', 'detail-type': 'CloudWatch Alarm State Change', 'source': 'aws.cloudwatch', 'account': '111122223333', 'region': 'eu-west-1', 'resources': [arn],
      'detail': {
        alarmName: 'Orders queue/age', state: { value, reason: 'Threshold Crossed', timestamp: '2026-11-21T12:00:00.093+0000' },
        configuration: { description: 'Orders wait too long', metrics: [{ id: 'm', metricStat: { metric: { namespace: 'AWS/SQS', name: 'Age', dimensions: { QueueName: 'orders' } } } }] },
      },
    });
    expect(one(sns(event('ALARM'), { Subject: undefined }))).toMatchObject({ dedupKey: arn, status: 'firing', service: 'orders', description: 'Orders wait too long\n\nThreshold Crossed', startedAt: noon + 93 });
    expect(one(event('OK'))).toMatchObject({ dedupKey: arn, status: 'resolved' });
  });
});

describe('another message of a topic', () => {
  it('is an alert of its subject, the same at every repetition', () => {
    const budget = sns('AWS Budget Notification\nYou spent $5,000', { Subject: 'AWS Budgets: prod has exceeded' });
    expect(one(budget)).toMatchObject({ status: 'firing', title: 'AWS Budgets: prod has exceeded', description: 'AWS Budget Notification\nYou spent $5,000', startedAt: noon + 1000, labels: { topic: 'pages' } });
    expect(one({ ...budget, MessageId: 'other', Message: 'You spent $6,000' })?.dedupKey).toBe(one(budget)?.dedupKey);
    expect(one({ ...budget, TopicArn: `${topic}2` })?.dedupKey).not.toBe(one(budget)?.dedupKey);
  });

  it.each([
    { message: 'disk is full\nreally', title: 'disk is full' }, { message: '{"detail-type":"EC2 Instance State-change"}', title: 'EC2 Instance State-change' },
    { message: '{"x":1}', title: 'Message of the SNS topic pages' }, { message: '[1]', title: 'Message of the SNS topic pages' }, { message: '42', title: '42' },
  ])('without a subject is called $title', ({ message, title }) => {
    expect(one(sns(message, { Subject: null }))?.title).toBe(title);
  });
});

describe('a handshake', () => {
  const confirmation = { ...sns('You have chosen to subscribe'), Type: 'SubscriptionConfirmation', Token: 't', SubscribeURL: 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription' };

  it('asks to be confirmed', () => {
    expect(parsed(confirmation)).toMatchObject({ alerts: [], handshake: { kind: 'subscribe', topicArn: topic, subscribeUrl: confirmation.SubscribeURL } });
  });

  it('says goodbye, and nothing is to be visited', () => {
    expect(parsed({ ...confirmation, Type: 'UnsubscribeConfirmation' })).toMatchObject({ alerts: [], handshake: { kind: 'unsubscribe', topicArn: topic } });
    expect(JSON.stringify(parsed({ ...confirmation, Type: 'UnsubscribeConfirmation' }))).not.toContain('http');
  });
});

describe('another body', () => {
  it.each([
    { given: null, path: '(body)' }, { given: 'ALARM', path: '(body)' }, { given: [], path: '(body)' }, { given: {}, path: 'Type' }, { given: { title: 'x' }, path: 'Type' },
    { given: sns(alarm(), { Type: 'Other' }), path: 'Type' }, { given: sns(alarm(), { TopicArn: null }), path: 'TopicArn' }, { given: sns(''), path: 'Message' },
    { given: { ...sns('x'), Type: 'SubscriptionConfirmation' }, path: 'SubscribeURL' }, { given: sns(alarm({ NewStateValue: 'BROKEN' })), path: 'Message.NewStateValue' },
    { given: alarm({ NewStateValue: 'BROKEN' }), path: 'NewStateValue' }, { given: sns(alarm({ AlarmName: '' })), path: 'Message.AlarmName' },
  ])('is refused by the name of what is wrong: $path', ({ given, path }) => {
    const result = cloudwatch.parse(given, sampleHints);
    expect(result.ok ? [] : result.issues).toMatchObject([{ path, message: expect.any(String) as unknown }]);
  });

  it('never throws', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    for (const value of [undefined, 7, sns(deep), { ...sns(''), Message: JSON.parse(deep) as unknown }, sns(alarm({ Trigger: 'x' })), sns(alarm({ Trigger: { Metrics: [null, 3, {}], Dimensions: 'x' } })), sns(alarm({ AlarmName: '\ud800', StateChangeTime: {} }))]) {
      expect(() => cloudwatch.parse(value, sampleHints)).not.toThrow();
    }
  });
});

it('the demo fires and is resolved under the same key', () => {
  const [fired, resolved] = [cloudwatch.demo.firing(noon), cloudwatch.demo.resolved?.(noon + 60_000)].map(one);
  expect([fired?.status, resolved?.status, resolved?.dedupKey]).toEqual(['firing', 'resolved', fired?.dedupKey]);
});
