import { isObject } from '../said';

const notification = ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'TopicArn', 'Type'];
/** Both control messages are signed alike (docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html): with their token. */
const control = ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];

const signedFields = new Map([['Notification', notification], ['SubscriptionConfirmation', control], ['UnsubscribeConfirmation', control]]);
/** Of a notification SNS leaves out the subject where there is none; a field that is there but empty is signed. */
const optional: ReadonlySet<string> = new Set(['Subject']);

/** What SNS has signed of this message: each field that counts, its name and its value each with a newline. Undefined where it is no SNS message. */
export function signedText(message: unknown): string | undefined {
  if (!isObject(message) || typeof message.Type !== 'string') return undefined;
  const type = message.Type;
  const fields = signedFields.get(type);
  if (fields === undefined) return undefined;
  const lines: string[] = [];
  for (const field of fields) {
    const value = Object.hasOwn(message, field) ? message[field] : undefined;
    const mayLack = optional.has(field) || (field === 'SubscribeURL' && type === 'Notification');
    if (value === undefined && mayLack) continue;
    if (typeof value !== 'string') return undefined;
    lines.push(`${field}\n${value}\n`);
  }
  return lines.join('');
}

/** An https address on the usual port, without credentials; null otherwise. */
function secureUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' ? url : null;
}

/** Whether SNS' certificates are kept there: `SigningCertURL` is a stranger's text until this says so. */
export function isSnsHost(url: string): boolean {
  const parsed = secureUrl(url);
  return parsed !== null && /^sns\.[a-zA-Z0-9-]{3,}\.amazonaws\.com(\.cn)?$/.test(parsed.hostname) && parsed.pathname.endsWith('.pem');
}

/**
 * Whether visiting this address confirms a subscription to this topic and does nothing else: SNS itself, in the topic's region, the action
 * ConfirmSubscription, that topic. Anything else could make the server visit what a stranger chose.
 */
export function isSubscribeUrl(url: string, topicArn: string): boolean {
  const [, partition = '', region = ''] = /^arn:(aws|aws-cn|aws-us-gov):sns:([a-z0-9-]{3,40}):\d{1,20}:[\w.-]{1,300}$/.exec(topicArn) ?? [];
  const parsed = secureUrl(url);
  if (parsed === null || region === '') return false;
  const host = `sns.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
  const is = (name: string, value: string) => parsed.searchParams.getAll(name).length === 1 && parsed.searchParams.get(name) === value;
  return parsed.hostname === host && parsed.pathname === '/' && is('Action', 'ConfirmSubscription') && is('TopicArn', topicArn);
}
