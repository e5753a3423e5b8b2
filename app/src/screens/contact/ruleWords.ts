import { chainOf } from '#domain/contact/reach';
import type { Reach } from '#domain/contact/reach';
import type { NotificationRule } from '#domain/contact/notificationRule';
import { hinted } from '#domain/contact/contactMethod';
import type { ContactMethod } from '#domain/contact/contactMethod';
import type { Urgency } from '#domain/incident/severity';
import { SECOND } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';

type Methods = readonly Pick<ContactMethod, 'id' | 'kind' | 'address'>[];

/** When a link of the chain comes: `At once`, `After 3 min`. */
export const delayWords = (delaySeconds: number): string => (delaySeconds === 0 ? 'At once' : `After ${durationWords(delaySeconds * SECOND)}`);

/** What a link does, within a sentence: `push`, `SMS to +49 … 678`. */
export function wayWords({ channel, methodId }: Pick<NotificationRule, 'channel' | 'methodId'>, methods: Methods): string {
  const method = methods.find(({ id }) => id === methodId);
  const to = method === undefined ? 'a contact method that is gone' : hinted(method);
  switch (channel) {
    case 'push': return 'push';
    case 'sms': return `SMS to ${to}`;
    case 'voice': return `call to ${to}`;
    case 'email': return `e-mail to ${to}`;
    default: return channel satisfies never;
  }
}

/** What is said of a chain at one time. */
export type Moment = { delaySeconds: number; links: NotificationRule[]; words: string };

/** A chain by its times, in order; what was tried before comes `again`. */
export function momentsOf(chain: readonly NotificationRule[], methods: Methods): Moment[] {
  const tried = new Set<string>();
  const times = [...new Set(chain.map(({ delaySeconds }) => delaySeconds))].sort((a, b) => a - b);
  return times.map((delaySeconds) => {
    const links = chain.filter((rule) => rule.delaySeconds === delaySeconds);
    const words = links.map((rule) => {
      const way = wayWords(rule, methods);
      const again = tried.has(way);
      tried.add(way);
      return again ? `${rule.channel === 'push' ? 'push' : way} again` : way;
    });
    return { delaySeconds, links, words: words.join(' and ') };
  });
}

/** A chain read aloud: "At once: push. After 30 s: push again. After 3 min: SMS to +49 … 678." */
export const chainSentence = (chain: readonly NotificationRule[], methods: Methods): string =>
  momentsOf(chain, methods).map(({ delaySeconds, words }) => `${delayWords(delaySeconds)}: ${words}.`).join(' ');

/** What is weak about the way a page of high urgency goes: nothing but pushes, or nothing in the first minute. Null: nothing. */
export function weakness(reach: Reach): string | null {
  const chain = chainOf(reach, 'high');
  const rings = chain.filter(({ channel }) => channel === 'sms' || channel === 'voice');
  if (rings.length === 0) return 'If this phone is off or silent, nothing else rings you.';
  const first = chain.find(({ channel }) => channel !== 'email');
  return first === undefined || first.delaySeconds > 60 ? 'Nothing wakes you in the first minute.' : null;
}

/** What of a person's own rules is left out, because this Rouse can not send by it; null: nothing. */
export function leftOut(rules: readonly NotificationRule[], chain: readonly NotificationRule[], methods: Methods): string | null {
  const kept = chain.map((rule) => JSON.stringify(rule));
  const out = rules.filter((rule) => !kept.includes(JSON.stringify(rule)));
  if (out.length === 0) return null;
  return `Left out for now: ${[...new Set(out.map((rule) => wayWords(rule, methods)))].join(', ')}. It is not verified, or this Rouse can not send by it.`;
}

/** What removing a contact method takes out, in sentences. */
export function removalWords(reach: Reach, methodId: string, after: { left: readonly Urgency[]; defaults: readonly Urgency[] }): string[] {
  const byDefault = (['high', 'low'] as const).filter((urgency) => reach.rules[urgency] === null && chainOf(reach, urgency).some((rule) => rule.methodId === methodId));
  return [
    ...byDefault.map((urgency) => `Pages of ${urgency} urgency do not go there any more.`),
    ...after.left.map((urgency) => (after.defaults.includes(urgency)
      ? `Your rules for ${urgency} urgency can not go on without it: they go back to the defaults.`
      : `It is taken out of your rules for ${urgency} urgency; the rest of them stays.`)),
  ];
}
