import { z } from 'zod';
import { type Parsed, parsedRequest, type Source } from '../parsed';
import { isObject, jsonIn, needed, Said, said } from '../said';
import { issuesOf } from '../text';
import { alarmOfEvent, isAlarm, parseAlarm } from './alarm';
import { connect } from './connect';
import { demo } from './demo';
import { otherMessage } from './otherMessage';

const TopicArn = needed('is needed: the topic that SNS sends for');

/** What SNS posts (docs.aws.amazon.com/sns/latest/dg/http-notification-json.html); the signature is checked before anything is believed. */
export const SnsMessage = z.discriminatedUnion('Type', [
  z.object({ Type: z.literal('Notification'), TopicArn, Subject: Said, Message: z.unknown().optional(), Timestamp: Said }),
  z.object({ Type: z.literal('SubscriptionConfirmation'), TopicArn, SubscribeURL: needed('is needed: what confirms the subscription') }),
  z.object({ Type: z.literal('UnsubscribeConfirmation'), TopicArn }),
], 'must be Notification, SubscriptionConfirmation or UnsubscribeConfirmation');
export type SnsMessage = z.infer<typeof SnsMessage>;

/** An alarm in an SNS message, or as it is where the subscription has raw message delivery on: then there is no envelope, and no signature. */
function parse(body: unknown): Parsed {
  if (!isObject(body)) return refused('(body)', 'is needed: an SNS message about an alarm. If the topic sends other text, switch raw message delivery off');
  if (body.Type === undefined) return parseContent(body, '') ?? refused('Type', 'is needed: this is neither an SNS message nor an alarm of CloudWatch');
  const read = SnsMessage.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const message = read.data;
  switch (message.Type) {
    case 'SubscriptionConfirmation':
      return parsedRequest([], { handshake: { kind: 'subscribe', topicArn: message.TopicArn, subscribeUrl: message.SubscribeURL } });
    // Its SubscribeURL must never be visited: it subscribes again.
    case 'UnsubscribeConfirmation': return parsedRequest([], { handshake: { kind: 'unsubscribe', topicArn: message.TopicArn } });
    case 'Notification': break;
    default: return message satisfies never;
  }
  const content = jsonIn(message.Message);
  if (!isObject(content) && said(message.Message) === '' && !Array.isArray(content)) return refused('Message', 'is needed: what the topic was told');
  return (isObject(content) ? parseContent(content, 'Message') : null) ?? parsedRequest([otherMessage(message, content)]);
}

/** What a message says about an alarm: CloudWatch's own, or the event of a rule of EventBridge; null where it is about something else. */
function parseContent(content: Record<string, unknown>, path: string): Parsed | null {
  if (isAlarm(content)) return parseAlarm(content, path);
  const alarm = alarmOfEvent(content);
  return alarm === null ? null : parseAlarm(alarm, [path, 'detail'].filter(Boolean).join('.'));
}

const refused = (path: string, message: string): Parsed => ({ ok: false, issues: [{ path, message }] });

export const cloudwatch: Source = {
  name: 'cloudwatch', label: 'AWS CloudWatch', maxBytes: 512 * 1024, parse, whenBusy: 429, signature: { kind: 'sns' }, demo, connect,
};
