import { describe, expect, it } from 'vitest';
import { ruleProblems, ruleWarnings } from './problems';
import { type FieldTest, type Outcome, RoutingRule } from './rule';

const test = (field: string, operator: FieldTest['operator'], ...values: string[]): FieldTest => ({ field, operator, values });
const keep = { kind: 'route', severity: null, incidentType: null, urgency: null, serviceId: null, dedupKey: null, groupKey: null, tags: [], runbookId: null, holdOffSeconds: null } as const satisfies Outcome;
const staging = test('label.env', 'is', 'staging');
const rule = (id: string, when: Partial<RoutingRule['when']> = {}, then: Partial<typeof keep | Record<string, unknown>> = {}, enabled = true): RoutingRule => RoutingRule.parse({
  id, name: `Rule ${id}`, enabled, when: { match: 'all', tests: [staging], during: null, atLeast: null, ...when }, then: { ...keep, ...then },
});
const facts = { serviceIds: ['payments'], runbookIds: ['r'] };
const during = { weekdays: [1], from: '22:00', until: '06:00', timeZone: 'UTC' };

describe('ruleProblems', () => {
  it('finds none in good rules', () => {
    const then = { serviceId: 'payments', runbookId: 'r', dedupKey: '{label.cluster} {name}', groupKey: 'all' };
    expect(ruleProblems([rule('a', { during }, then), rule('b', { tests: [test('label.x', 'present'), test('name', 'oneOf', 'a', 'b')] })], facts)).toEqual([]);
  });

  it.each<[string, RoutingRule[]]>([
    ['rules.1.id is the id of an earlier rule too', [rule('a'), rule('a')]],
    ['rules.0.when.tests.1.values is needed: say what to compare with', [rule('a', { tests: [staging, test('title', 'contains', ' ')] })]],
    ['rules.0.when.tests.0.values is needed: say what to compare with', [rule('a', { tests: [test('title', 'oneOf')] })]],
    ['rules.0.when.tests.0.values takes one value; "is one of" takes several', [rule('a', { tests: [test('title', 'is', 'a', 'b')] })]],
    ['rules.0.when.during.until must be a time such as 22:00', [rule('a', { during: { ...during, until: '24:30' } })]],
    ['rules.0.then.serviceId is no service that exists', [rule('a', {}, { serviceId: 'gone' })]],
    ['rules.0.then.runbookId is no runbook that exists', [rule('a', {}, { runbookId: 'gone' })]],
    ['rules.0.then.dedupKey names {cluster}, which is no field such as {title} or {label.cluster}', [rule('a', {}, { dedupKey: '{name} {cluster}' })]],
    ['rules.0.then.groupKey names {}, which is no field such as {title} or {label.cluster}', [rule('a', {}, { groupKey: '{}' })]],
  ])('%s', (problem, rules) => {
    expect(ruleProblems(rules, facts).map(({ path, message }) => `${path} ${message}`)).toEqual([problem]);
  });

  it('also looks at rules that are off: they may be switched on', () => {
    expect(ruleProblems([rule('a', {}, { serviceId: 'gone' }, false)], facts)).toHaveLength(1);
  });
});

describe('ruleWarnings', () => {
  const everything = { tests: [] };
  const other = rule('b', { tests: [test('title', 'contains', 'x')] });
  it.each<[string, RoutingRule[], string[]]>([
    ['different rules', [rule('a'), other], []],
    ['one that matches everything, last', [rule('a'), rule('b', everything)], []],
    ['behind one that matches everything', [rule('a', everything), other], ['b Never matches: “Rule a” stands before it and matches every alert.']],
    ['behind one that is off', [rule('a', everything, {}, false), other], []],
    ['off itself', [rule('a', everything), rule('b', {}, {}, false)], []],
    ['behind one that matches everything at night', [rule('a', { ...everything, during }), other], []],
    ['behind one that matches everything in a burst', [rule('a', { ...everything, atLeast: { count: 2, withinMinutes: 1 } }), other], []],
    ['the same tests again', [rule('a'), rule('b', { during })], ['b Never matches: “Rule a” stands before it and asks the same.']],
    ['the same tests, first at night', [rule('a', { during }), rule('b')], []],
    ['a severity that is none', [rule('a', { tests: [test('severity', 'is', 'critical')] })], ['a Never matches: a severity is one of SEV1, SEV2, SEV3, SEV4; the source\'s own word is “severityWord”.']],
    ['a severity that is none, or another test', [rule('a', { match: 'any', tests: [test('severity', 'is', 'critical'), staging] })], []],
    ['a severity in small letters', [rule('a', { tests: [test('severity', 'oneOf', 'sev1', 'critical')] })], []],
    ['a resolve', [rule('a', { tests: [test('status', 'is', 'resolved')] })], ['a Never decides about an alert: rules are for alerts that fire.']],
    ['what fires', [rule('a', { tests: [test('status', 'is', 'firing')] })], []],
  ])('%s', (_what, rules, warnings) => {
    expect(ruleWarnings(rules).map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual(warnings);
  });
});
