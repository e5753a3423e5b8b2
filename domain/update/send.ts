import type { PagingFacts } from '../escalation/targets';
import type { Decision } from '../incident/decision';
import type { Incident } from '../incident/incident';
import { type Phase, phaseNames } from '../incident/phase';
import { andThen, turnOf } from '../incident/turn';
import type { NotificationRequest } from '../notification/notification';
import { HOUR, type Instant } from '../time/instant';
import { follows, type Subscription, type Way } from './subscription';

type Update = { phase: Phase; text: string; final: boolean };

/** An update to the stakeholders: counts as told, and begins the cadence anew. Also of a resolved incident: the last word often comes after the end. */
export function sendUpdate(incident: Incident, { phase, text, final }: Update, requests: NotificationRequest[], now: Instant): Decision {
  const told: Incident = { ...incident, updateCount: incident.updateCount + 1, lastUpdateAt: now, finalUpdateAt: final ? now : null };
  return { kind: 'done', turn: andThen(turnOf(told), told, [{ type: 'updateSent', phase, text, final }], requests) };
}

type Told = { id: string; phase: Phase; text: string; by: string };

/** What the causes of an update's messages begin with; the update's id follows. */
const cause = 'statusUpdate.';

/** The update that a message is about, by the message's cause; null: it is about none. */
export function updateIdOf(message: { cause: string }): string | null {
  return message.cause.startsWith(cause) ? message.cause.slice(cause.length) : null;
}

/**
 * The messages of an update: to everybody who follows the incident or its service and is active, but not to its writer, by those of their ways that are set up. Quiet: it
 * wakes nobody. Nothing follows one that does not arrive.
 */
export function toldBy(
  incident: Incident, { id, phase, text, by }: Told, subscriptions: readonly Subscription[], { people }: Pick<PagingFacts, 'people'>, setUp: Readonly<Record<Way, boolean>>, now: Instant,
): NotificationRequest[] {
  return subscriptions
    .filter((subscription) => subscription.userId !== by && people[subscription.userId]?.active === true && follows(subscription, incident))
    .flatMap(({ userId, by: ways }) => ways.filter((way) => setUp[way]).map((channel): NotificationRequest => ({
      kind: 'notice', what: 'statusUpdate', to: { userId }, cause: `${cause}${id}`, why: inShort(`${phaseNames[phase]}. ${text}`), dueAt: now, expiresAt: now + 12 * HOUR,
      link: { rule: channel, channel, methodId: null, chainAt: now, followAt: null },
    })));
}

/** What the writer is told: "Sent to 5 people." */
export function toldWords(requests: readonly NotificationRequest[]): string {
  const people = new Set(requests.map((request) => ('userId' in request.to ? request.to.userId : ''))).size;
  if (people === 0) return 'Kept with the incident. Nobody else follows it yet.';
  return `Sent to ${people} ${people === 1 ? 'person' : 'people'}.`;
}

/** A lock screen shows four lines at most, and a push carries 4 kB: its words stand in it twice, at up to four bytes a character (firebase.google.com/docs/cloud-messaging). */
const mostOnLockScreen = 240;

function inShort(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= mostOnLockScreen) return line;
  const cut = line.slice(0, mostOnLockScreen);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), mostOnLockScreen / 2)).trimEnd()}…`;
}
