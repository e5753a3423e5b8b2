import { z } from 'zod';
import { NotificationRule } from '#domain/contact/notificationRule';
import { hinted } from '#domain/contact/contactMethod';
import type { ContactMethod } from '#domain/contact/contactMethod';
import type { Reach } from '#domain/contact/reach';
import { channelNames } from '../../words/notifications';
import { SECOND } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';

/** The rules of one urgency while they are edited; null: the defaults. */
export const RulesDraft = z.object({ rules: z.array(NotificationRule).nullable() });
export type RulesDraft = z.infer<typeof RulesDraft>;

const delays = [0, 30, 60, 120, 180, 240, 300, 600, 900, 1_800, 3_600];

/** The delays to choose from, in seconds; one that was set otherwise stays among them. */
export function delayChoices(current: number): { value: number; words: string }[] {
  return [...new Set([...delays, current])].sort((a, b) => a - b).map((value) => ({ value, words: value === 0 ? 'At once' : durationWords(value * SECOND) }));
}

/** A way to choose for a link; `key` names it in the list. */
export type Way = { key: string; words: string; channel: NotificationRule['channel']; methodId: string | null };

const keyOf = ({ channel, methodId }: Pick<NotificationRule, 'channel' | 'methodId'>): string => `${channel} ${methodId ?? ''}`;

/** Every way that a link can go, with those that a rule names though they can not be gone now. */
export function waysOf(methods: readonly ContactMethod[], channels: Reach['channels'], named: readonly NotificationRule[]): Way[] {
  const possible: Way[] = [
    { key: keyOf({ channel: 'push', methodId: null }), words: 'Push', channel: 'push', methodId: null },
    ...methods.filter(({ verifiedAt }) => verifiedAt !== null).flatMap(({ id, kind, address }): Way[] =>
      (kind === 'phone' ? (['sms', 'voice'] as const) : (['email'] as const)).map((channel) => (
        { key: keyOf({ channel, methodId: id }), words: `${channelNames[channel]} ${shown({ kind, address }, methods)}${channels[channel] ? '' : ' (not set up here)'}`, channel, methodId: id }))),
  ];
  const missing = named.filter((rule) => !possible.some(({ key }) => key === keyOf(rule)));
  const gone = missing.map(({ channel, methodId }): Way => {
    const method = methods.find(({ id }) => id === methodId);
    return { key: keyOf({ channel, methodId }), words: method === undefined ? `${channelNames[channel]}, what is gone` : `${channelNames[channel]} ${shown(method, methods)} (not verified)`, channel, methodId };
  });
  return [...possible, ...new Map(gone.map((way) => [way.key, way])).values()];
}

/** An address as short as it is told apart from the person's others: a select on a phone has room for a hint. */
function shown(method: Pick<ContactMethod, 'kind' | 'address'>, methods: readonly ContactMethod[]): string {
  const hint = hinted(method);
  return methods.filter((other) => hinted(other) === hint).length > 1 ? method.address : hint;
}

/** A link that goes this way after that delay. */
export function ruleOf({ channel, methodId }: Pick<Way, 'channel' | 'methodId'>, delaySeconds: number): NotificationRule {
  return channel === 'push' || methodId === null ? { channel: 'push', methodId: null, delaySeconds } : { channel, methodId, delaySeconds };
}

/** The way that a link goes. */
export const wayOf = (rule: NotificationRule, ways: readonly Way[]): Way | undefined => ways.find(({ key }) => key === keyOf(rule));

/** Another link after the last one: the way that is not tried yet, else a push; a minute later. */
export function anotherRule(rules: readonly NotificationRule[], ways: readonly Way[]): NotificationRule {
  const way = ways.find(({ key }) => !rules.some((rule) => keyOf(rule) === key)) ?? ways[0];
  const last = Math.max(0, ...rules.map(({ delaySeconds }) => delaySeconds));
  return ruleOf(way ?? { channel: 'push', methodId: null }, rules.length === 0 ? 0 : Math.min(3_600, last + 60));
}

/** A number as people write it, as E.164 wants it: `00 49 (151) 123-456` is `+49151123456`. */
export const tidyNumber = (typed: string): string => typed.replace(/[\s().\-/]/g, '').replace(/^00/, '+');
