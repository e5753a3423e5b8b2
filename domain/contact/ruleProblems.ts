import type { Urgency } from '../incident/severity';
import type { Issue } from '../ingest/parsed';
import type { NotificationRule, NotificationRules } from './notificationRule';
import type { Reach } from './reach';

type Known = Pick<Reach, 'methods' | 'channels'>;

/**
 * What is wrong with a person's own rules, by field: each must name a method of theirs that is verified and takes that channel, and high urgency needs
 * one way that can wake somebody. A mail alone wakes nobody.
 */
export function ruleProblems(rules: NotificationRules, known: Known): Issue[] {
  const wrong = (['high', 'low'] as const).flatMap((urgency) => (rules[urgency] ?? []).flatMap((rule, index) => {
    const problem = problemOf(rule, known);
    return problem === undefined ? [] : [{ path: `rules.${urgency}.${index}.methodId`, message: problem }];
  }));
  if (wrong.length > 0 || rules.high === null || rules.high.some((rule) => canWake(rule, known))) return wrong;
  return [{ path: 'rules.high', message: 'Nothing here can wake you. Add a push, an SMS or a call that works in this Rouse.' }];
}

function problemOf(rule: NotificationRule, { methods }: Known): string | undefined {
  if (rule.channel === 'push') return undefined;
  const method = methods.find(({ id }) => id === rule.methodId);
  if (method === undefined) return 'This contact method is gone. Take the line out or choose another.';
  const kind = rule.channel === 'email' ? 'email' : 'phone';
  if (method.kind !== kind) return `${said[rule.channel]} needs ${kind === 'phone' ? 'a phone number' : 'an e-mail address'}.`;
  return method.verified ? undefined : 'Verify this contact method first: nothing is sent to it before.';
}

const said = { sms: 'An SMS', voice: 'A call', email: 'An e-mail' } as const;

const canWake = ({ channel }: NotificationRule, { channels }: Known) => channel !== 'email' && channels[channel];

/** The rules in the order of time, each once. */
export function tidied(rules: NotificationRules): NotificationRules {
  const inOrder = (list: NotificationRule[] | null) => list && [...new Map(list.map((rule) => [JSON.stringify([rule.channel, rule.methodId, rule.delaySeconds]), rule])).values()]
    .sort((a, b) => a.delaySeconds - b.delaySeconds);
  return { high: inOrder(rules.high), low: inOrder(rules.low) };
}

/** Whether rules for high urgency try nothing that can wake somebody within the first minute: allowed, and worth a word. */
export const isSlow = ({ high }: NotificationRules, known: Known): boolean =>
  high !== null && !high.some((rule) => rule.delaySeconds <= 60 && canWake(rule, known));

/**
 * The rules without a method that is removed. `left`: the urgencies whose rules named it. `defaults`: those that go back to the defaults, because
 * what is left is nothing, or can wake nobody.
 */
export function withoutMethod(rules: NotificationRules, methodId: string, known: Known): { rules: NotificationRules; left: Urgency[]; defaults: Urgency[] } {
  const left = (['high', 'low'] as const).filter((urgency) => rules[urgency]?.some((rule) => rule.methodId === methodId));
  const kept = (urgency: Urgency) => {
    const rest = rules[urgency]?.filter((rule) => rule.methodId !== methodId) ?? [];
    return rest.length === 0 || (urgency === 'high' && !rest.some((rule) => canWake(rule, known))) ? null : rest;
  };
  const after = { high: left.includes('high') ? kept('high') : rules.high, low: left.includes('low') ? kept('low') : rules.low };
  return { rules: after, left, defaults: left.filter((urgency) => after[urgency] === null) };
}
