import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

const topic = 'arn:aws:sns:eu-central-1:111122223333:rouse';

/** An alarm in its envelope. The signature is none: what Rouse sends to itself is not checked for one. */
const body = (state: 'ALARM' | 'OK', now: Instant) => ({
  Type: 'Notification', MessageId: '0d3m0a11-0000-5000-8000-000000000001', TopicArn: topic, Subject: `${state}: "DemoAlarm" in EU (Frankfurt)`,
  Message: JSON.stringify({
    AlarmName: 'DemoAlarm', AlarmDescription: 'Sent from Rouse to try the way from CloudWatch to your phone.', AWSAccountId: '111122223333',
    NewStateValue: state, NewStateReason: 'Threshold Crossed: 1 datapoint [97.0] was greater than the threshold (90.0).', OldStateValue: state === 'OK' ? 'ALARM' : 'OK',
    StateChangeTime: new Date(now).toISOString().replace('Z', '+0000'), Region: 'EU (Frankfurt)',
    AlarmArn: 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:DemoAlarm', OKActions: [topic], AlarmActions: [topic], InsufficientDataActions: [],
    Trigger: {
      MetricName: 'CPUUtilization', Namespace: 'AWS/EC2', StatisticType: 'Statistic', Statistic: 'AVERAGE', Unit: null,
      Dimensions: [{ value: 'demo-1', name: 'InstanceId' }], Period: 300, EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold', Threshold: 90,
    },
  }),
  Timestamp: new Date(now).toISOString(), SignatureVersion: '1', Signature: 'ZGVtbw==',
  SigningCertURL: 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-demo.pem',
  UnsubscribeURL: `https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${topic}:demo`,
});

export const demo: Demo = { firing: (now: Instant) => body('ALARM', now), resolved: (now: Instant) => body('OK', now) };
