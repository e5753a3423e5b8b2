import { describe, expect, it } from 'vitest';
import type { TestedAlert } from '#domain/routing/evidence';
import type { RoutingRule } from '#domain/routing/rule';
import { fingerprint } from '../../drafts/sameValue';
import { emptyTest, moved, newRule, problemAt, problemsOf, quietens, RulesDraft, tidied, untouched } from './ruleDraft';
import { conditionWords, outcomeWords } from './ruleWords';
import { labelFields, suggestionsOf } from './suggestions';

const names = { services: { identity: 'Identity' }, runbooks: {} };
const facts = { serviceIds: ['checkout'], runbookIds: [] };
const rule = (changed: Partial<RoutingRule> = {}): RoutingRule => ({
  id: 'a', name: 'Staging is quiet', enabled: true,
  when: {
    match: 'all', during: null, atLeast: null,
    tests: [{ field: 'label.env', operator: 'is', values: ['staging'] }, { field: 'severity', operator: 'is', values: ['SEV3'] }],
  },
  then: { kind: 'suppress' }, ...changed,
});

describe('a rule as a sentence', () => {
  it('says when and what', () => {
    expect(`${conditionWords(rule().when)} → ${outcomeWords(rule().then, names)}`).toBe('When label.env is staging and severity is SEV3 → suppress');
  });

  it('says the time of week and the count', () => {
    const when = { ...rule().when, match: 'any' as const, during: { weekdays: [5, 1, 2, 3, 4], from: '22:00', until: '06:00', timeZone: 'Europe/Berlin' }, atLeast: { count: 3, withinMinutes: 10 } };
    expect(conditionWords(when)).toBe('When label.env is staging or severity is SEV3, Mon to Fri 22:00 to 06:00 (Europe/Berlin), from the 3rd within 10 min');
  });

  it('says every outcome, and that there is none', () => {
    expect(outcomeWords({ ...untouched, severity: 'SEV3', urgency: 'low', holdOffSeconds: 60, serviceId: 'identity', tags: ['staging'] }, names))
      .toBe('SEV3, low urgency, hold off 60 s, to Identity, tag staging');
    expect(outcomeWords(untouched, names)).toBe('leave it as it is');
  });
});

describe('a rule while it is typed', () => {
  it('may be half-written, and survives being kept', () => {
    const half = [newRule('n'), rule({ name: '', when: { ...rule().when, during: { weekdays: [], from: '', until: '', timeZone: '' }, atLeast: { count: 0, withinMinutes: 0 } } })];
    expect(RulesDraft.parse(JSON.parse(JSON.stringify(half)))).toEqual(half);
  });

  it('says at each field what is missing', () => {
    const half = rule({ name: ' ', when: { match: 'all', tests: [{ ...emptyTest, field: 'label.' }], during: null, atLeast: { count: 1, withinMinutes: 5 } }, then: { ...untouched, serviceId: 'gone', holdOffSeconds: 2 } });
    const problems = problemsOf([rule(), { ...half, id: 'b' }].map(tidied), facts);
    expect(['name', 'when.tests.0.field', 'when.tests.0.values', 'when.atLeast.count', 'then.holdOffSeconds', 'then.serviceId'].map((field) => problemAt(problems, 1, field))).toEqual([
      'It needs a name.', 'Name the label.', 'This is needed: say what to compare with.', 'A number from 2 to 1,000.', 'Seconds from 5 to 3,600.', 'This is no service that exists.',
    ]);
    expect(problemAt(problems, 0, 'name')).toBeUndefined();
  });

  it('is sent without empty values, templates and tags', () => {
    const typed = rule({
      when: { ...rule().when, tests: [{ field: 'title', operator: 'oneOf', values: [' disk ', ''] }, { field: 'label.env', operator: 'absent', values: ['left over'] }] },
      then: { ...untouched, groupKey: ' ', tags: ['a', ' a', ''] },
    });
    expect(tidied(typed)).toMatchObject({ when: { tests: [{ values: ['disk'] }, { values: [] }] }, then: { groupKey: null, tags: ['a'] } });
  });

  it('asks for evidence where it quietens something that the saved rules do not', () => {
    const same = (a: unknown, b: unknown) => fingerprint(a) === fingerprint(b);
    expect(quietens([rule()], [], same)).toBe(true);
    expect(quietens([rule(), rule({ id: 'b', then: { ...untouched, severity: 'SEV1' } })], [rule()], same)).toBe(false);
    expect(quietens([rule({ enabled: false })], [], same)).toBe(false);
  });

  it('moves to another place', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });
});

describe('suggestions', () => {
  it('are what real alerts say, the most frequent first', () => {
    const alert = (labels: Record<string, string>): TestedAlert => ({
      eventId: 'e', receivedAt: 0, title: 'Disk full', status: 'firing', source: 'grafana', labels, ruleId: null, ruleName: null, why: '', outcome: 'SEV2', severity: 'SEV2',
      urgency: null, suppressed: false, holdOffSeconds: null,
    });
    const suggestions = suggestionsOf([alert({ env: 'prod' }), alert({ env: 'staging', team: 'pay' }), alert({ env: 'staging' })]);
    expect(suggestions.get('label.env')).toEqual(['staging', 'prod']);
    expect(labelFields(suggestions)).toEqual(['label.env', 'label.team']);
  });
});
