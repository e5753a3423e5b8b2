import type { Channel, Notification } from '#domain/notification/notification';
import { notificationWords, reasonWords } from '#domain/notification/words';
import { durationWords, whenWords } from '#domain/time/words';

/** What a way is called at the beginning of a line. */
export const channelNames: Record<Channel, string> = {
  push: 'Push', sms: 'SMS', voice: 'Call', email: 'E-mail', slack: 'Slack', teams: 'Teams', webhook: 'Webhook',
};

const ordinals = ['1st', '2nd', '3rd'];
const ordinal = (n: number) => ordinals[n - 1] ?? `${n}th`;

/** Which way, and the how manieth of the person's chain: `SMS, 3rd try`; the first one is just `Push`. */
export function linkWords({ channel, rule, destinationId, kind }: Pick<Notification, 'channel' | 'rule' | 'destinationId' | 'kind'>): string {
  const name = channelNames[channel];
  if (destinationId !== null || kind === 'test' || kind === 'notice') return name;
  if (rule === 'again') return `${name}, once more`;
  const place = Number(rule);
  return Number.isInteger(place) && place > 0 ? `${name}, ${ordinal(place + 1)} try` : name;
}

const sentOnly: Partial<Record<Channel, string>> = {
  voice: 'rang', email: 'handed to the mail server', slack: 'posted', teams: 'posted', webhook: 'taken',
};

/**
 * A notification's life as the rest of a line: `seen after 3 s`. What waits says until when (`now`, ms since epoch, in the reader's zone). A channel that
 * gives no receipt is not accused of one that is missing.
 */
export function lifeWords(notification: Notification, now: number, zone: string): string {
  const { status, channel, dueAt, sentAt, createdAt, bundleId } = notification;
  if (bundleId !== null && status !== 'delivered' && status !== 'seen') return 'told together with another one';
  if (status === 'pending' && dueAt > now) return `waits until ${whenWords(dueAt, now, zone)}`;
  const only = sentOnly[channel];
  if (status === 'sent' && only !== undefined && sentAt !== null) return `${only} after ${durationWords(Math.max(0, sentAt - createdAt))}`;
  return notificationWords(notification);
}

/** Whether it did not reach anybody: it failed, and no receipt proves otherwise. */
export const isFailed = ({ status }: Pick<Notification, 'status'>): boolean => status === 'failed';

/** Why this went out: the recipient's place, or what it asks: `primary, round 2`, `asked by Sam to help`. */
export function whyWords({ kind, subject, cause, why, channel }: Pick<Notification, 'kind' | 'subject' | 'cause' | 'why' | 'channel'>): string {
  switch (subject) {
    case 'page': {
      const round = Number(/^(\d+)\./.exec(cause)?.[1] ?? 0);
      const place = why === '' ? (kind === 'page' ? 'paged' : `told by ${channelNames[channel]}`) : why;
      return round > 0 ? `${place}, round ${round + 1}` : place;
    }
    case 'alertJoined': return 'told of a new alert';
    case 'nudge': return 'asked whether still on it';
    case 'askedToTake': return `${why}, to take it over`;
    case 'askedToHelp': return `${why}, to help`;
    case 'called': return why === '' ? 'called' : why.replace(/^asked by/, 'called by');
    case 'answered': return why === '' ? 'told of an answer' : `told: ${why}`;
    case 'status': return 'told of the status';
    case 'updateDue': return 'reminded of an update';
    case 'commanderNeeded': return 'asked who commands';
    case 'statusUpdate': return 'told of an update';
    case 'test': return 'a test of their own';
    case 'notice': return why === '' ? 'a notice' : `told: ${why}`;
    default: return subject satisfies never;
  }
}

/** A measured time in tenths below ten seconds, where a tenth is a difference: `1.2 s`, `14 s`. */
const measured = (ms: number): string => (ms < 10_000 ? `${(Math.max(0, ms) / 1_000).toFixed(1)} s` : durationWords(ms));

export type TestWords = { text: string; tone: 'waiting' | 'good' | 'bad' };

/** How far a test has come, as a sentence: `Received after 1.2 s.`, or what went wrong. */
export function testWords(notification: Notification | null): TestWords {
  if (notification === null) return { text: 'On its way.', tone: 'waiting' };
  const { status, channel, createdAt, sentAt, deliveredAt, seenAt, reason, provider } = notification;
  const after = (at: number | null) => (at === null ? '' : ` after ${measured(at - createdAt)}`);
  switch (status) {
    case 'pending': case 'sending': return { text: 'On its way.', tone: 'waiting' };
    case 'sent': return sentTest(channel, after(sentAt), provider === 'local');
    case 'delivered': return { text: `Received${after(deliveredAt)}.`, tone: 'good' };
    case 'seen': return { text: `Seen${after(seenAt)}.`, tone: 'good' };
    case 'failed': case 'cancelled': return { text: `Not sent${reason === null ? '' : `: ${reasonWords(reason)}`}.`, tone: 'bad' };
    default: return status satisfies never;
  }
}

function sentTest(channel: Channel, after: string, isLocal: boolean): TestWords {
  switch (channel) {
    case 'push': return { text: isLocal ? 'Shown to the open app. Not seen yet.' : `Sent${after}. No device has confirmed it yet.`, tone: 'waiting' };
    case 'sms': return { text: `Sent${after}. The network has not confirmed it yet.`, tone: 'waiting' };
    case 'voice': return { text: `The call was placed${after}. Answer it to hear the test.`, tone: 'waiting' };
    case 'email': return { text: `Handed to the mail server${after}. Look in your mailbox, and among the junk.`, tone: 'good' };
    case 'slack': case 'teams': case 'webhook': return { text: `Sent${after}.`, tone: 'good' };
    default: return channel satisfies never;
  }
}
