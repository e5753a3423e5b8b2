import type { Urgency } from '../incident/severity';
import { isIosWeb } from '../deviceHealth/deviceHealth';
import type { Contact } from '../people/person';
import { defaultQuietHours, type NotificationRule, type NotificationRules, type PersonalChannel, type QuietHours } from './notificationRule';

/** What decides how a person is reached; no address in it. `channels`: what this Rouse can send by at all. */
export type Reach = {
  methods: readonly { id: string; kind: 'phone' | 'email'; verified: boolean }[];
  /** Devices with a push token that may show notifications. */
  pushDevices: number;
  /** All of them are the web app on an iPhone or iPad, which never counts as reachable by itself. */
  iosWebOnly?: boolean;
  rules: NotificationRules; quietHours: QuietHours; channels: Readonly<Record<PersonalChannel, boolean>>;
};

/** Everything but push has to be set up by the team. */
export const pushAlone: Reach['channels'] = { push: true, sms: false, voice: false, email: false };

/** How this person is reached, from their contact document. */
export function reachOf(contact: Contact, channels: Reach['channels']): Reach {
  const pushing = contact.devices.filter(({ pushToken, permission }) => pushToken !== null && permission === 'granted');
  return {
    methods: contact.methods.map(({ id, kind, verifiedAt }) => ({ id, kind, verified: verifiedAt !== null })),
    pushDevices: pushing.length, iosWebOnly: pushing.length > 0 && pushing.every(isIosWeb),
    rules: contact.rules, quietHours: contact.quietHours ?? defaultQuietHours, channels,
  };
}

const pushes = (...delays: number[]): NotificationRule[] => delays.map((delaySeconds) => ({ channel: 'push', methodId: null, delaySeconds }));

/**
 * The chain of a person who set no rules. High: push at 0 s, 30 s, 60 s and 2 min, then SMS, then a call, on the first verified phone, with an e-mail
 * beside the SMS. Low: one push.
 */
export function defaultRules(urgency: Urgency, { methods }: Pick<Reach, 'methods'>): NotificationRule[] {
  if (urgency === 'low') return pushes(0);
  const phone = methods.find(({ kind, verified }) => kind === 'phone' && verified);
  const email = methods.find(({ kind, verified }) => kind === 'email' && verified);
  return [
    ...pushes(0, 30, 60, 120),
    ...(phone === undefined ? [] : [{ channel: 'sms', methodId: phone.id, delaySeconds: 180 } as const]),
    ...(email === undefined ? [] : [{ channel: 'email', methodId: email.id, delaySeconds: 180 } as const]),
    ...(phone === undefined ? [] : [{ channel: 'voice', methodId: phone.id, delaySeconds: 240 } as const]),
  ];
}

/**
 * The chain that a page of this urgency goes through for this person: their rules in the order of time, without what can't be sent by (a channel that
 * is not set up, a method that is not verified). Never empty: a push is always tried, for an open app shows it even without a device that takes pushes.
 */
export function chainOf(reach: Reach | undefined, urgency: Urgency): NotificationRule[] {
  if (reach === undefined) return urgency === 'low' ? pushes(0) : pushes(0, 30, 60, 120);
  const rules = reach.rules[urgency] ?? defaultRules(urgency, reach);
  const usable = rules.filter((rule) => isUsable(rule, reach));
  const inTime = [...usable].sort((a, b) => a.delaySeconds - b.delaySeconds);
  return inTime.length > 0 ? inTime : pushes(0);
}

function isUsable(rule: NotificationRule, { methods, channels }: Reach): boolean {
  if (!channels[rule.channel]) return false;
  switch (rule.channel) {
    case 'push': return true;
    case 'sms': case 'voice': return methods.some(({ id, kind, verified }) => id === rule.methodId && kind === 'phone' && verified);
    case 'email': return methods.some(({ id, kind, verified }) => id === rule.methodId && kind === 'email' && verified);
    default: return rule satisfies never;
  }
}
