import { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest } from '../parsed';
import { Fields, firstSaid, isObject, labelsOf, List, needed, Said, said } from '../said';
import { clipped, issuesOf, keyOf, safeLinks } from '../text';

/**
 * CloudWatch's message about an alarm. `Trigger` has one metric, or `Metrics` (metric math, anomaly detection); a composite alarm has none, but its
 * `AlarmRule`.
 */
export const Alarm = z.object({
  AlarmName: needed('is needed: the name of the alarm'), AlarmArn: Said, AlarmDescription: Said, AWSAccountId: Said, Region: Said, AlarmRule: Said,
  // An alarm whose state is not told is one that must be looked at.
  NewStateValue: Said.transform((text) => text.toUpperCase() || 'ALARM').pipe(z.enum(['ALARM', 'OK', 'INSUFFICIENT_DATA'], 'must be ALARM, OK or INSUFFICIENT_DATA')),
  NewStateReason: Said, StateChangeTime: Said, Trigger: Fields,
});
export type Alarm = z.infer<typeof Alarm>;

export const isAlarm = (content: Record<string, unknown>): boolean => content.AlarmName !== undefined;

/** `path`: where the alarm is in the body, for what is said about its fields. */
export function parseAlarm(content: unknown, path: string): Parsed {
  const read = Alarm.safeParse(content);
  if (read.success) return parsedRequest([mapAlarm(read.data)]);
  return { ok: false, issues: issuesOf(read.error).map(({ path: field, message }) => ({ path: path === '' ? field : `${path}.${field}`, message })) };
}

function mapAlarm({ AlarmName, AlarmArn, AlarmDescription, AWSAccountId, Region, AlarmRule, NewStateValue, NewStateReason, StateChangeTime, Trigger }: Alarm): ParsedAlert {
  const { dimensions, namespace, metric } = measured(Trigger);
  const status = NewStateValue === 'OK' ? 'resolved' : 'firing';
  const at = momentOf(StateChangeTime);
  return {
    dedupKey: keyOf(AlarmArn || [AWSAccountId, Region, AlarmName].filter(Boolean).join(':'), 1000), groupKey: null, status,
    title: clipped(AlarmName, 300) || 'CloudWatch alarm without a name',
    description: clipped([AlarmDescription, NewStateReason].filter(Boolean).join('\n\n'), 4000),
    // CloudWatch has no severities. Without data nobody knows whether it is broken, and most such alarms are not.
    severityWord: NewStateValue === 'INSUFFICIENT_DATA' ? 'warning' : null,
    name: clipped(AlarmName, 300) || null,
    service: clipped(firstSaid(...dimensions.map(({ value }) => value), namespace), 300) || null,
    startedAt: status === 'firing' ? at : null, endedAt: status === 'resolved' ? at : null,
    links: safeLinks([{ href: consoleUrl(AlarmArn, AlarmName), text: 'CloudWatch' }]),
    labels: labelsOf({
      ...Object.fromEntries(dimensions.map(({ name, value }) => [name, value])), namespace, metric, region: Region, account: AWSAccountId, rule: AlarmRule,
    }),
  };
}

type Measured = { dimensions: { name: string; value: string }[]; namespace: string; metric: string };

/** What the alarm watches: of several metrics the dimensions of all, and the names of the first that has any. */
function measured(trigger: Record<string, unknown>): Measured {
  const inMetrics = (Array.isArray(trigger.Metrics) ? trigger.Metrics : []).slice(0, 20).flatMap((one: unknown) => {
    const stat = isObject(one) && isObject(one.MetricStat) ? one.MetricStat : {};
    return isObject(stat.Metric) ? [stat.Metric] : [];
  });
  const metrics = [trigger, ...inMetrics];
  return {
    dimensions: metrics.flatMap(({ Dimensions }) => dimensionsIn(Dimensions)),
    namespace: firstSaid(...metrics.map(({ Namespace }) => said(Namespace))), metric: firstSaid(...metrics.map(({ MetricName }) => said(MetricName))),
  };
}

/** `[{name, value}]` in an alarm's message (with capitals in some of them), `{name: value}` in an event. */
function dimensionsIn(dimensions: unknown): Measured['dimensions'] {
  const pairs = Array.isArray(dimensions)
    ? dimensions.slice(0, 60).filter(isObject).map((one) => ({ name: said(one.name ?? one.Name), value: said(one.value ?? one.Value) }))
    : Object.entries(isObject(dimensions) ? dimensions : {}).slice(0, 60).map(([name, value]) => ({ name, value: said(value) }));
  return pairs.filter(({ name, value }) => name !== '' && value !== '');
}

const consoles: Readonly<Record<string, string>> = {
  'aws': 'console.aws.amazon.com', 'aws-cn': 'console.amazonaws.cn', 'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** The alarm in the AWS console, where its ARN says in which region it is; '' otherwise. */
function consoleUrl(arn: string, name: string): string {
  const [, partition = '', region = ''] = /^arn:(aws[a-z-]{0,20}):cloudwatch:([a-z0-9-]{3,30}):/.exec(arn) ?? [];
  const host = Object.hasOwn(consoles, partition) ? consoles[partition] : undefined;
  return host === undefined ? '' : `https://${host}/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(name.replace(/\p{Cs}/gu, ''))}`;
}

const EventState = z.object({ value: Said, reason: Said, timestamp: Said });
const StateChangeEvent = z.object({
  'detail-type': z.literal('CloudWatch Alarm State Change'), account: Said, region: Said, resources: List,
  detail: z.object({ alarmName: Said, state: EventState, configuration: Fields }),
});

/** EventBridge's event of an alarm as CloudWatch's own message of it, so that both are one alert; null for any other event. */
export function alarmOfEvent(content: Record<string, unknown>): Record<string, unknown> | null {
  const read = StateChangeEvent.safeParse(content);
  if (!read.success) return null;
  const { account, region, resources, detail: { alarmName, state, configuration } } = read.data;
  const metrics = (Array.isArray(configuration.metrics) ? configuration.metrics : []).flatMap((one: unknown) => {
    const metric = isObject(one) && isObject(one.metricStat) && isObject(one.metricStat.metric) ? one.metricStat.metric : null;
    return metric === null ? [] : [{ MetricStat: { Metric: { MetricName: metric.name, Namespace: metric.namespace, Dimensions: metric.dimensions } } }];
  });
  return {
    AlarmName: alarmName, AlarmArn: resources[0], AlarmDescription: configuration.description, AWSAccountId: account, Region: region,
    AlarmRule: configuration.alarmRule, NewStateValue: state.value, NewStateReason: state.reason, StateChangeTime: state.timestamp, Trigger: { Metrics: metrics },
  };
}
