import type { Connect } from '../parsed';

/** The AWS console's words; the commands do the same: docs.aws.amazon.com/cli/latest/reference/sns/subscribe.html */
export const connect: Connect = {
  steps: [
    'In the AWS console open Simple Notification Service, in the region of the alarms. Topics → Create topic. Type: Standard, name: rouse.',
    'In the topic: Create subscription. Protocol: HTTPS. Endpoint: {url}. Leave "Enable raw message delivery" off. Create subscription.',
    'Its status becomes Confirmed within a minute: Rouse confirms it by itself.',
    'CloudWatch → Alarms → the alarm → Actions → Edit → Next → Configure actions: send to the topic rouse for "In alarm", and Add notification: to the same topic for "OK". Without the second, nothing tells Rouse that it is over.',
  ],
  code: {
    language: 'bash',
    text: `# Instead of the console, with the AWS command line:
topic=$(aws sns create-topic --name rouse --query TopicArn --output text)
aws sns subscribe --topic-arn "$topic" --protocol https --notification-endpoint '{url}'
aws cloudwatch put-metric-alarm --alarm-name example-cpu --namespace AWS/EC2 --metric-name CPUUtilization \\
  --dimensions Name=InstanceId,Value=i-0123456789abcdef0 --statistic Average --period 300 --evaluation-periods 2 \\
  --threshold 90 --comparison-operator GreaterThanThreshold --alarm-actions "$topic" --ok-actions "$topic"
# Try it: this pages. The alarm goes back by itself when it is evaluated next.
aws cloudwatch set-alarm-state --alarm-name example-cpu --state-value ALARM --state-reason 'Trying Rouse'`,
  },
  notes: [
    'Every message is checked against Amazon’s signature.',
    'CloudWatch has no severities: a routing rule may give one by the alarm’s name. Missing data (INSUFFICIENT_DATA), where you send it, counts as a warning.',
    'Other messages of the topic become alerts too; nothing but a person ends those.',
  ],
};
