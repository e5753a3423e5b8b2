import { defaultSeverityPolicy } from '../../incident/severity';

/** What a tool's word for a state comes to: `test` is a test notice. */
export type SpokenStatus = 'firing' | 'acknowledged' | 'resolved' | 'test';

const words: Readonly<Record<SpokenStatus, readonly string[]>> = {
  resolved: [
    'resolved', 'resolve', 'ok', 'okay', 'up', 'closed', 'close', 'recovered', 'recovery', 'recover', 'clear', 'cleared', 'normal', 'healthy', 'inactive', 'ended', 'end',
    'fixed', 'solved', 'restored', 'backtonormal', 'success', 'succeeded', 'successful', 'passed', 'passing', 'online', 'available', 'operational', 'expired', 'green', 'good',
  ],
  acknowledged: ['acknowledged', 'acknowledge', 'acknowledgement', 'acknowledgment', 'ack', 'acked', 'acking'],
  firing: [
    'firing', 'fire', 'fired', 'alerting', 'alert', 'alarm', 'inalarm', 'trigger', 'triggered', 'triggering', 'retriggered', 'open', 'opened', 'reopened', 'new', 'create',
    'created', 'active', 'activated', 'raise', 'raised', 'start', 'started', 'down', 'critical', 'crit', 'warning', 'warn', 'error', 'problem', 'fail', 'failed', 'failing',
    'failure', 'fatal', 'emergency', 'unhealthy', 'degraded', 'trouble', 'offline', 'unavailable', 'unreachable', 'unresponsive', 'breached', 'violated', 'abnormal', 'nodata',
    'insufficientdata', 'unknown', 'unresolved', 'timeout', 'timedout', 'outage', 'incident', 'major', 'minor', 'bad', 'red', 'alertfailure', 'ongoing',
  ],
  test: ['test', 'testing', 'testnotification', 'testalert'],
};

const meanings = new Map<string, SpokenStatus>([
  ...words.firing.map((word) => [word, 'firing'] as const), ...words.acknowledged.map((word) => [word, 'acknowledged'] as const),
  ...words.resolved.map((word) => [word, 'resolved'] as const), ...words.test.map((word) => [word, 'test'] as const),
]);

const negations = new Set(['not', 'no', 'never', 'isn', 'isnt', 'cannot']);

/**
 * What a word or a few words say about an alert (`CRITICAL`, `in_alarm`, `is back up`, `CRIT -> OK`); undefined for words that nobody knows.
 * Of several the last one counts, then the first; after a "not" it fires, for a page too many beats one not heard.
 */
export function statusOfWords(text: string): SpokenStatus | undefined {
  if (text.length > 60) return undefined;
  const parts = text.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  const whole = meanings.get(parts.join(''));
  if (whole !== undefined || parts.length < 2) return whole;
  const spoken = meanings.get(parts.at(-1) ?? '') ?? meanings.get(parts[0] ?? '');
  return spoken !== undefined && parts.some((part) => negations.has(part)) ? 'firing' : spoken;
}

/** What tools say for a word that a severity policy knows by default; others stay as they are, for a policy may have been taught them. */
const synonyms = new Map<string, string>([
  ...['crit', 'emerg', 'panic', 'severe', 'blocker', 'highest', 'urgent'].map((word) => [word, 'critical'] as const),
  ...['err', 'serious', 'failure'].map((word) => [word, 'error'] as const), ...['moderate', 'caution', 'degraded'].map((word) => [word, 'warning'] as const),
  ...['informational', 'information', 'debug', 'trace', 'verbose', 'trivial', 'lowest'].map((word) => [word, 'info'] as const),
]);
const known = new Set(Object.values(defaultSeverityPolicy).flatMap((rule) => (typeof rule === 'string' ? [] : rule.words)));

/**
 * A tool's severity as a word that the policy knows by default, where there is one: `crit`, `sev-2`, `Priority 1`, `P3 - Moderate`. A bare
 * number stays as it is: some scales begin with the worst, others end with it. null for none.
 */
export function severityWordOf(text: string): string | null {
  const word = text.trim();
  const lower = word.toLowerCase();
  if (lower === '' || known.has(lower) || word.length > 100) return word.slice(0, 100) || null;
  const [, priority] = /^(?:priority|prio|p)[-_ ]?([1-5])\b/.exec(lower) ?? [];
  const [, severity] = /^(?:severity|sev|s)[-_ ]?([1-4])\b/.exec(lower) ?? [];
  if (priority !== undefined) return `P${priority}`;
  return severity === undefined ? synonyms.get(lower) ?? word : `SEV${severity}`;
}
