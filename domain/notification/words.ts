import { drillMark } from '../drill/title';
import { whoIsNext } from '../escalation/next';
import type { PagingFacts } from '../escalation/targets';
import type { Incident } from '../incident/incident';
import type { Instant } from '../time/instant';
import { durationWords } from '../time/words';
import type { Notification, NotificationReason, NotificationRequest } from './notification';

export type LockScreen = { title: string; body: string };

/**
 * What the lock screen says: `SEV1 Checkout` and `Answering 503. You are primary. Sam is paged in 2 min.` `isPrivate` leaves out what the
 * alert says, for phones that others can see. Of a drill both say so first.
 */
export function lockScreen(incident: Incident, request: NotificationRequest, facts: PagingFacts, now: Instant, isPrivate: boolean): LockScreen {
  const title = `${drillMark(incident)}${incident.severity} ${!isPrivate ? incident.serviceName : request.what === 'statusUpdate' ? 'update' : 'page'}`;
  const subject = isPrivate ? 'Open Rouse to read it' : withoutFullStop(incident.title);
  switch (request.what) {
    case 'alertJoined':
      return { title, body: isPrivate ? 'A new alert joined what you have.' : `A new alert joined what you have: ${withoutFullStop(request.why)}.` };
    case 'page': return { title, body: [`${subject}.`, `${placeSentence(request.why)}`, nextSentence(incident, 'userId' in request.to ? request.to.userId : null, facts, now)].filter(Boolean).join(' ') };
    case 'nudge': return { title, body: `Still on it? ${isPrivate ? '' : `${subject}. `}No sign of work since your acknowledge: it pages again in 5 min.` };
    case 'askedToTake': return { title, body: `${subject}. You are ${request.why}, to take it over. Accept or decline.` };
    case 'askedToHelp': return { title, body: `${subject}. You are ${request.why}, to help. Accept or decline.` };
    case 'called': return { title, body: `${subject}. You are called (${request.why}). Accept or decline.` };
    case 'answered': return { title, body: `${request.why}${isPrivate ? '' : `: ${subject}`}.` };
    case 'updateDue': return { title, body: `An update to the stakeholders is due${isPrivate ? '' : `: ${subject}`}.` };
    case 'commanderNeeded': return { title, body: `Open for an hour, and nobody commands it${isPrivate ? '' : `: ${subject}`}. Who decides?` };
    case 'statusUpdate': return { title, body: isPrivate ? 'There is an update.' : request.why };
    case 'test': case 'notice': case 'status': return { title, body: `${request.why}${isPrivate ? '' : `: ${subject}`}.` };
    default: return request.what satisfies never;
  }
}

/** "You are primary." · "You are the last resort: nobody else was reached." */
export function placeSentence(why: string): string {
  if (why === '') return '';
  if (why === 'last resort') return 'You are the last resort.';
  return why.startsWith('step ') ? `You are at ${why}.` : `You are ${why}.`;
}

function nextSentence(incident: Incident, userId: string | null, facts: PagingFacts, now: Instant): string {
  const next = whoIsNext(incident, facts);
  if (next === null) return '';
  const others = next.people.filter((person) => person.userId !== userId).map(({ name }) => name);
  const when = `in ${durationWords(roundedUp(next.at - now))}`;
  if (others.length === 0 && userId !== null) return next.people.length === 0 ? 'Nobody else can be reached.' : `You are paged again ${when}.`;
  return `${others.length === 1 ? `${others[0] ?? ''} is` : `${others[0] ?? ''} and ${others.length - 1} more are`} paged ${when}.`;
}

/** A lock screen is read late and does not tick: whole minutes above one, ten seconds below. */
const roundedUp = (milliseconds: number) => {
  const grain = milliseconds > 90_000 ? 60_000 : 10_000;
  return Math.max(grain, Math.round(milliseconds / grain) * grain);
};
const withoutFullStop = (text: string) => text.replace(/[.\s]+$/, '');

const reasons: Record<NotificationReason, string> = {
  noAddress: 'there is no address to send it to', addressRefused: 'the address was refused', notConfigured: 'this channel is not set up', notReceived: 'it did not arrive', unsubscribed: 'the number answered STOP to it; START ends that',
  answered: 'it had been answered',
  noDevice: 'no device is registered', everyDeviceDead: 'no registered device exists any more', providerRefused: 'the provider refused it',
  outOfAttempts: 'the provider could not be reached', acknowledged: 'somebody had acknowledged', resolved: 'the incident had ended',
  episodeEnded: 'paging had moved on', personInactive: 'the person is not active any more', expired: 'it came too late',
};

/** Why a notification did not leave, in words. */
export const reasonWords = (reason: NotificationReason): string => reasons[reason];

/** A notification's life in words: "received after 0.4 s, seen after 3 s". */
export function notificationWords(notification: Notification): string {
  const after = (at: Instant | null) => (at === null ? '' : ` after ${durationWords(Math.max(0, at - notification.createdAt))}`);
  const because = notification.reason === null ? '' : `: ${reasons[notification.reason]}`;
  switch (notification.status) {
    case 'pending': return 'waiting to be sent';
    case 'sending': return 'being sent';
    case 'sent': return notification.provider === 'local' ? 'shown to the open app, not seen yet' : `sent${after(notification.sentAt)}, not received yet`;
    case 'delivered': return `received${after(notification.deliveredAt)}`;
    case 'seen': return `seen${after(notification.seenAt)}`;
    case 'failed': return `not sent${because}`;
    case 'cancelled': return `not sent${because}`;
    default: return notification.status satisfies never;
  }
}
