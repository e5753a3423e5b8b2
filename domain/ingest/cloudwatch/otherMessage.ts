import { momentOf } from '../moments';
import type { ParsedAlert } from '../parsed';
import { firstSaid, isObject, said } from '../said';
import { clipped, keyOf } from '../text';

/**
 * What else was published to the topic (a budget, RDS, a program's own text): an alert that nothing but a person ends. Its key is the topic and the
 * subject, or the first line where there is none: nothing else of such a message says what it is about, and its MessageId is another each time,
 * so that by it a publisher that repeats itself would page each time. `content`: the message as JSON, null where it is none.
 */
export function otherMessage({ TopicArn, Subject, Message, Timestamp }: { TopicArn: string; Subject: string; Message?: unknown; Timestamp: string }, content: unknown): ParsedAlert {
  const text = typeof Message === 'string' ? Message : written(Message);
  const kind = isObject(content) ? said(content['detail-type']) : '';
  const firstLine = content === null || typeof content !== 'object' ? (text.trim().split('\n', 1)[0] ?? '') : '';
  const title = firstSaid(Subject, kind, firstLine.trim());
  const topic = TopicArn.split(':').at(-1) ?? '';
  return {
    dedupKey: keyOf(`${TopicArn}:${title || text}`, 1000), groupKey: null, status: 'firing',
    title: clipped(title, 300) || clipped(`Message of the SNS topic ${topic}`, 300), description: clipped(text, 4000),
    severityWord: null, name: clipped(title, 300) || null, service: null, startedAt: momentOf(Timestamp), endedAt: null, links: [],
    labels: { topic: clipped(topic, 512) },
  };
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // A stranger may nest deeper than the stack reaches.
    return '';
  }
}
