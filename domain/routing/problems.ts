import { Severity } from '../incident/severity';
import type { Issue } from '../ingest/parsed';
import { isTimeOfDay } from './during';
import { fieldsOf } from './fields';
import type { FieldTest, RoutingRule } from './rule';

/** What a rule may name. */
export type RuleFacts = { serviceIds: readonly string[]; runbookIds: readonly string[] };

/** What is wrong with a list of rules, which must not be saved like that; `path` from the command's root, as `rules.0.when.tests.1.values`. */
export function ruleProblems(rules: readonly RoutingRule[], facts: RuleFacts): Issue[] {
  return rules.flatMap((rule, index): Issue[] => {
    const path = `rules.${index}`;
    const isRepeated = rules.findIndex(({ id }) => id === rule.id) < index;
    return [
      ...(isRepeated ? [{ path: `${path}.id`, message: 'is the id of an earlier rule too' }] : []),
      ...rule.when.tests.flatMap((test, at) => testProblems(test, `${path}.when.tests.${at}`)),
      ...duringProblems(rule, `${path}.when.during`),
      ...outcomeProblems(rule, `${path}.then`, facts),
    ];
  });
}

const isOfOne = (operator: FieldTest['operator']) => operator !== 'oneOf' && operator !== 'present' && operator !== 'absent';

function testProblems({ operator, values }: FieldTest, path: string): Issue[] {
  if (operator === 'present' || operator === 'absent') return [];
  const filledIn = values.filter((value) => value.trim() !== '');
  if (filledIn.length === 0) return [{ path: `${path}.values`, message: 'is needed: say what to compare with' }];
  return isOfOne(operator) && filledIn.length > 1 ? [{ path: `${path}.values`, message: 'takes one value; "is one of" takes several' }] : [];
}

function duringProblems({ when: { during } }: RoutingRule, path: string): Issue[] {
  if (during === null) return [];
  return (['from', 'until'] as const).filter((field) => !isTimeOfDay(during[field]))
    .map((field) => ({ path: `${path}.${field}`, message: 'must be a time such as 22:00' }));
}

function outcomeProblems({ then }: RoutingRule, path: string, { serviceIds, runbookIds }: RuleFacts): Issue[] {
  if (then.kind === 'suppress') return [];
  const { serviceId, runbookId } = then;
  return [
    ...(serviceId !== null && !serviceIds.includes(serviceId) ? [{ path: `${path}.serviceId`, message: 'is no service that exists' }] : []),
    ...(runbookId !== null && !runbookIds.includes(runbookId) ? [{ path: `${path}.runbookId`, message: 'is no runbook that exists' }] : []),
    ...(['dedupKey', 'groupKey'] as const).flatMap((field) => {
      const [unknown] = fieldsOf(then[field] ?? '').unknown;
      return unknown === undefined ? [] : [{ path: `${path}.${field}`, message: `names ${unknown}, which is no field such as {title} or {label.cluster}` }];
    }),
  ];
}

/** What is probably not meant in a list of rules that may be saved: rules that can never match. */
export function ruleWarnings(rules: readonly RoutingRule[]): { ruleId: string; message: string }[] {
  const enabled = rules.filter((rule) => rule.enabled);
  return enabled.flatMap((rule, index) => {
    const shadow = enabled.slice(0, index).find((earlier) => matchesAll(earlier) || asksTheSame(earlier, rule));
    const message = shadow === undefined ? impossible(rule)
      : `Never matches: “${shadow.name}” stands before it and ${matchesAll(shadow) ? 'matches every alert' : 'asks the same'}.`;
    return message === null ? [] : [{ ruleId: rule.id, message }];
  });
}

const matchesAll = ({ when: { tests, during, atLeast } }: RoutingRule) => tests.length === 0 && during === null && atLeast === null;

/** The same tests, with nothing that would let an alert pass by the earlier one. */
const asksTheSame = (earlier: RoutingRule, later: RoutingRule) =>
  earlier.when.during === null && earlier.when.atLeast === null && earlier.when.match === later.when.match
  && JSON.stringify(earlier.when.tests) === JSON.stringify(later.when.tests);

/** A rule is for alerts that fire, and severities are four: a test for anything else fails for every alert. */
function impossible({ when: { match, tests } }: RoutingRule): string | null {
  const failing = tests.filter(({ field, operator, values }) => {
    const words = values.map((value) => value.trim().toLowerCase());
    if (operator !== 'is' && operator !== 'oneOf') return false;
    if (field === 'severity') return !words.some((word) => Severity.options.some((severity) => severity.toLowerCase() === word));
    return field === 'status' && !words.includes('firing');
  });
  const [first] = failing;
  if (first === undefined || (match === 'any' && failing.length < tests.length)) return null;
  return first.field === 'severity'
    ? `Never matches: a severity is one of ${Severity.options.join(', ')}; the source's own word is “severityWord”.`
    : 'Never decides about an alert: rules are for alerts that fire.';
}
