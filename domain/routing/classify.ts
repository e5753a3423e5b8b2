import type { IncidentType } from '../incident/incident';
import type { Severity, Urgency } from '../incident/severity';
import { clipped } from '../ingest/text';
import { MINUTE } from '../time/instant';
import { durationWords } from '../time/words';
import { duringWords, isDuring } from './during';
import { explain, fieldsOf, filled, passes, type Subject, valueOf } from './fields';
import type { RoutingRule } from './rule';

/**
 * By rule id, when (ms since epoch) the firing alerts came that a rule with `atLeast` counted: oldest first, within its window, at most its
 * count. Rules that were not asked keep theirs.
 */
export type RuleCounts = Readonly<Record<string, readonly number[]>>;

/** What the rules made of an alert. `why`: the tests that it passed, with its own values. */
export type Classified = {
  rule: { id: string; name: string; why: string } | null;
  suppressed: boolean;
  severity: Severity; incidentType: IncidentType | null; urgency: Urgency | null;
  serviceId: string | null;
  dedupKey: string;
  /** Set by a rule; null: as the source or the service groups. */
  groupKey: string | null;
  tags: string[]; runbookId: string | null; holdOffSeconds: number | null;
};

/** How much of the reasons an incident carries along. */
const longestWhy = 500;

/**
 * What the first enabled rule that matches makes of an alert received at `receivedAt` (ms since epoch), and the counts after it. Give the
 * rules in the order in which they are asked: an integration's, then its service's.
 *
 * Rules are for what fires. A resolve, an acknowledge or an amendment, which often carries few fields, is only lent the keys and the service of
 * its rule, so that it finds what fired; the hour and the count are not asked of it, for they were the firing's. What fired before the count was
 * reached, or at another hour, has its own key: seek such an alert under the rule's key first, then under its own.
 */
export function classify(
  subject: Subject, rules: readonly RoutingRule[], counts: RuleCounts, receivedAt: number,
): { classified: Classified; counts: RuleCounts } {
  const isReport = subject.alert.status === 'firing' && subject.alert.amends === undefined;
  let counted = counts;
  for (const rule of rules) {
    if (!rule.enabled || !passesTests(rule, subject)) continue;
    const { during, atLeast } = rule.when;
    if (!isReport) {
      if ((during !== null || atLeast !== null) && !setsKeys(rule)) continue;
      return { classified: lent(rule, subject), counts: counted };
    }
    if (during !== null && !isDuring(during, receivedAt)) continue;
    if (atLeast !== null) {
      const { times, reached } = countedOnce(counted[rule.id] ?? [], atLeast, receivedAt);
      counted = { ...counted, [rule.id]: times };
      if (!reached) continue;
    }
    return { classified: routed(rule, subject, receivedAt), counts: counted };
  }
  return { classified: unrouted(subject), counts: counted };
}

function passesTests({ when: { match, tests } }: RoutingRule, subject: Subject): boolean {
  if (tests.length === 0) return true;
  return match === 'all' ? tests.every((test) => passes(test, subject)) : tests.some((test) => passes(test, subject));
}

type AtLeast = NonNullable<RoutingRule['when']['atLeast']>;

/** The times with one more. Events are decided in about the order in which they came: one that is late counts where it belongs. */
function countedOnce(before: readonly number[], { count, withinMinutes }: AtLeast, at: number): { times: number[]; reached: boolean } {
  const window = withinMinutes * MINUTE;
  const all = [...before, at].sort((a, b) => a - b);
  const latest = all.at(-1) ?? at;
  return {
    times: all.filter((time) => time >= latest - window).slice(-count),
    reached: all.filter((time) => time >= at - window && time <= at).length >= count,
  };
}

const setsKeys = ({ then }: RoutingRule) => then.kind === 'route' && (then.dedupKey !== null || then.groupKey !== null);

/** As no rule would have it. */
function unrouted({ alert, severity }: Subject): Classified {
  return {
    rule: null, suppressed: false, severity, incidentType: null, urgency: null, serviceId: null, dedupKey: alert.dedupKey, groupKey: null, tags: [],
    runbookId: null, holdOffSeconds: null,
  };
}

function lent(rule: RoutingRule, subject: Subject): Classified {
  const plain = { ...unrouted(subject), rule: { id: rule.id, name: rule.name, why: whyTests(rule, subject).join(' and ') } };
  if (rule.then.kind === 'suppress') return plain;
  const { serviceId, dedupKey, groupKey } = rule.then;
  return { ...plain, serviceId, dedupKey: keyFrom(dedupKey, subject) ?? plain.dedupKey, groupKey: keyFrom(groupKey, subject) };
}

function routed(rule: RoutingRule, subject: Subject, receivedAt: number): Classified {
  const decided = { ...lent(rule, subject), rule: { id: rule.id, name: rule.name, why: whyOf(rule, subject, receivedAt) } };
  if (rule.then.kind === 'suppress') return { ...decided, suppressed: true };
  const { severity, incidentType, urgency, tags, runbookId, holdOffSeconds } = rule.then;
  return { ...decided, severity: severity ?? subject.severity, incidentType, urgency, tags: [...new Set(tags)], runbookId, holdOffSeconds };
}

/** The key of a template. Null where the alert has none of the fields named: all such alerts would count as one, and be swallowed. */
function keyFrom(template: string | null, subject: Subject): string | null {
  if (template === null) return null;
  const { fields } = fieldsOf(template);
  if (fields.length > 0 && fields.every((field) => valueOf(field, subject) === null)) return null;
  return filled(template, subject) || null;
}

function whyTests({ when: { tests } }: RoutingRule, subject: Subject): string[] {
  if (tests.length === 0) return ['every alert'];
  return tests.filter((test) => passes(test, subject)).map((test) => explain(test, subject));
}

function whyOf(rule: RoutingRule, subject: Subject, at: number): string {
  const { during, atLeast } = rule.when;
  const reasons = [
    ...whyTests(rule, subject),
    ...(during === null ? [] : [duringWords(during, at)]),
    ...(atLeast === null ? [] : [`${atLeast.count} in ${durationWords(atLeast.withinMinutes * MINUTE)}`]),
  ];
  return clipped(reasons.join(' and '), longestWhy);
}

/** What becomes of a firing alert, for people: `SEV3, low urgency, held 60 s`, `Suppressed`. */
export function outcomeWords({ suppressed, severity, incidentType, urgency, serviceId, tags, holdOffSeconds }: Classified): string {
  if (suppressed) return 'Suppressed';
  return [
    severity,
    ...(incidentType === null ? [] : [incidentType]),
    ...(urgency === null ? [] : [`${urgency} urgency`]),
    ...(holdOffSeconds === null ? [] : [`held ${holdOffSeconds < 120 ? `${holdOffSeconds} s` : durationWords(holdOffSeconds * 1000)}`]),
    ...(serviceId === null ? [] : [`to ${serviceId}`]),
    ...(tags.length === 0 ? [] : [`tagged ${tags.join(', ')}`]),
  ].join(', ');
}
