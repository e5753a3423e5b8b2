import { z } from 'zod';
import type { Issue } from '#domain/ingest/parsed';
import { type RuleFacts, ruleProblems } from '#domain/routing/problems';
import { Condition, FieldTest, Outcome, RoutingRule, TimeOfWeek } from '#domain/routing/rule';

const [Suppress, Route] = Outcome.options;
const text = z.string();

/** A rule while it is typed: what is missing is empty, what is wrong is said and kept. */
const HalfTyped = RoutingRule.extend({
  name: text,
  when: Condition.extend({
    tests: z.array(FieldTest.extend({ field: text, values: z.array(text) })),
    during: TimeOfWeek.extend({ weekdays: z.array(z.number()), from: text, until: text, timeZone: text }).nullable(),
    atLeast: z.strictObject({ count: z.number(), withinMinutes: z.number() }).nullable(),
  }),
  then: z.discriminatedUnion('kind', [
    Suppress,
    Route.extend({ dedupKey: text.nullable(), groupKey: text.nullable(), tags: z.array(text), holdOffSeconds: z.number().nullable() }),
  ]),
});
export const RulesDraft = z.array(HalfTyped);

/** The outcome that changes nothing until something is chosen. */
export const untouched: Extract<Outcome, { kind: 'route' }> = {
  kind: 'route', severity: null, incidentType: null, urgency: null, serviceId: null, dedupKey: null, groupKey: null, tags: [], runbookId: null, holdOffSeconds: null,
};

/** A rule to begin with: its one empty test matches nothing, so that it does no harm before it is written. */
export const newRule = (id: string): RoutingRule => ({
  id, name: '', enabled: true, when: { match: 'all', tests: [emptyTest], during: null, atLeast: null }, then: untouched,
});
export const emptyTest: FieldTest = { field: 'title', operator: 'contains', values: [] };

/** A rule as it is sent: without the spaces at its edges, and without what was left empty. */
export function tidied(rule: RoutingRule): RoutingRule {
  const { then } = rule;
  const filled = (template: string | null) => (template === null || template.trim() === '' ? null : template.trim());
  return {
    ...rule, name: rule.name.trim(),
    when: { ...rule.when, tests: rule.when.tests.map((test) => ({ ...test, field: test.field.trim(), values: valuesOf(test) })) },
    then: then.kind === 'suppress' ? then : {
      ...then, dedupKey: filled(then.dedupKey), groupKey: filled(then.groupKey), tags: [...new Set(then.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    },
  };
}

/** What a test compares with: nothing where its operator takes no value. */
function valuesOf({ operator, values }: FieldTest): string[] {
  if (operator === 'present' || operator === 'absent') return [];
  const written = values.map((value) => value.trim()).filter((value) => value !== '');
  return operator === 'oneOf' ? written : written.slice(0, 1);
}

const messages: readonly (readonly [RegExp, string])[] = [
  [/\.name$/, 'It needs a name.'],
  [/\.tests\.\d+\.field$/, 'Name the label.'],
  [/\.weekdays/, 'Choose at least one day.'],
  [/\.timeZone$/, 'This is no time zone such as Europe/Berlin.'],
  [/\.atLeast\.count$/, 'A number from 2 to 1,000.'],
  [/\.atLeast\.withinMinutes$/, 'Minutes from 1 to 1,440.'],
  [/\.holdOffSeconds$/, 'Seconds from 5 to 3,600.'],
  [/\.tags/, 'At most 10 tags of 40 characters.'],
  [/\.(?:dedupKey|groupKey)$/, 'At most 300 characters.'],
  [/\.values/, 'At most 50 values of 300 characters.'],
];

/** Why these rules cannot be saved, each with the path of its field: `rules.0.when.tests.1.values`. */
export function problemsOf(rules: readonly RoutingRule[], facts: RuleFacts): Issue[] {
  const parsed = z.strictObject({ rules: z.array(RoutingRule) }).safeParse({ rules });
  const malformed = (parsed.error?.issues ?? []).map(({ path, message }) => {
    const place = path.join('.');
    return { path: place, message: messages.find(([pattern]) => pattern.test(place))?.[1] ?? message };
  });
  return [...malformed, ...ruleProblems(rules, facts)];
}

/** The problem of one rule's field, as a sentence to stand at it. `at` is the rule's place, `field` as in `when.tests.0.values`. */
export function problemAt(problems: readonly Issue[], at: number, field: string): string | undefined {
  const path = `rules.${at}.${field}`;
  const found = problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
  return found && sentence(found.message);
}

/** A schema's message, which follows its field's name, as a sentence that stands below the field. */
export const sentence = (message: string): string => {
  const whole = /^(?:is|must|takes|names|has) /.test(message) ? `This ${message}` : message;
  return /[.!?”]$/.test(whole) ? whole : `${whole}.`;
};

/** The rule that an issue is about (its place in the list); null: none of them. */
export function placeOf({ path }: Issue): number | null {
  const place = /^rules\.(\d+)/.exec(path)?.[1];
  return place === undefined ? null : Number(place);
}

/** Whether saving these would quieten something anew: rules that suppress or hold, other than the saved ones. */
export function quietens(rules: readonly RoutingRule[], saved: readonly RoutingRule[], same: (a: unknown, b: unknown) => boolean): boolean {
  const quiet = (all: readonly RoutingRule[]) => all.filter(({ enabled, then }) => enabled && (then.kind === 'suppress' || then.holdOffSeconds !== null));
  return quiet(rules).length > 0 && !same(quiet(rules), quiet(saved));
}

/** The list with one of its rules at another place. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const rest = all.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...all.slice(from, from + 1), ...rest.slice(to)];
}
