import { describe, expect, it } from 'vitest';
import { noon, sampleParsedAlert } from '../samples';
import type { ParsedAlert } from '../ingest/parsed';
import { HOUR, MINUTE } from '../time/instant';
import { classify, type Classified, outcomeWords, type RuleCounts } from './classify';
import type { Subject } from './fields';
import type { FieldTest, RoutingRule } from './rule';

type Route = Extract<RoutingRule['then'], { kind: 'route' }>;
const route = (fields: Partial<Route> = {}): Route => ({
  kind: 'route', severity: null, incidentType: null, urgency: null, serviceId: null, dedupKey: null, groupKey: null, tags: [], runbookId: null,
  holdOffSeconds: null, ...fields,
});
const staging: FieldTest = { field: 'label.env', operator: 'is', values: ['staging'] };
const disk: FieldTest = { field: 'title', operator: 'contains', values: ['disk'] };
const rule = (id: string, then: RoutingRule['then'], when: Partial<RoutingRule['when']> = {}, enabled = true): RoutingRule => ({
  id, name: `Rule ${id}`, enabled, when: { match: 'all', tests: [staging], during: null, atLeast: null, ...when }, then,
});
const subject = (fields: Partial<ParsedAlert> = {}): Subject => ({
  alert: sampleParsedAlert({ dedupKey: 'd', title: 'Disk full', labels: { env: 'staging', cluster: 'eu-1' }, ...fields }),
  severity: 'SEV2', source: 'alertmanager', integrationName: 'Prometheus',
});
const of = (rules: RoutingRule[], fields: Partial<ParsedAlert> = {}, at = noon): Classified => classify(subject(fields), rules, {}, at).classified;
const suppress: RoutingRule['then'] = { kind: 'suppress' };

describe('classify', () => {
  it('leaves an alert as it is where no rule matches', () => {
    expect(of([rule('a', suppress)], { labels: {} })).toEqual({
      rule: null, suppressed: false, severity: 'SEV2', incidentType: null, urgency: null, serviceId: null, dedupKey: 'd', groupKey: null, tags: [],
      runbookId: null, holdOffSeconds: null,
    });
  });

  it('does all that a rule says, and says which and why', () => {
    const then = route({
      severity: 'SEV4', incidentType: 'defect', urgency: 'low', serviceId: 'payments', dedupKey: '{label.cluster}/{name}', groupKey: 'all of {label.env}',
      tags: ['x', 'x', 'y'], runbookId: 'r', holdOffSeconds: 60,
    });
    expect(of([rule('a', then, { tests: [staging, disk] })])).toEqual({
      rule: { id: 'a', name: 'Rule a', why: 'label.env is staging and title contains “disk” (“Disk full”)' },
      suppressed: false, severity: 'SEV4', incidentType: 'defect', urgency: 'low', serviceId: 'payments', dedupKey: 'eu-1/CheckoutDown',
      groupKey: 'all of staging', tags: ['x', 'y'], runbookId: 'r', holdOffSeconds: 60,
    });
  });

  it.each<[string, RoutingRule[], string | undefined]>([
    ['the first match wins', [rule('a', route()), rule('b', suppress)], 'a'],
    ['one that is off is passed over', [rule('a', route(), {}, false), rule('b', suppress)], 'b'],
    ['all of the tests', [rule('a', route(), { tests: [staging, { ...disk, values: ['mail'] }] })], undefined],
    ['any of the tests', [rule('a', route(), { match: 'any', tests: [{ ...disk, values: ['mail'] }, staging] })], 'a'],
    ['any of them, and none fits', [rule('a', route(), { match: 'any', tests: [{ ...disk, values: ['mail'] }] })], undefined],
    ['no tests match everything', [rule('a', route(), { match: 'any', tests: [] })], 'a'],
  ])('%s', (_what, rules, id) => {
    expect(of(rules).rule?.id).toBe(id);
  });

  it('names only the tests that passed, and every alert where there are none', () => {
    expect(of([rule('a', route(), { match: 'any', tests: [{ ...disk, values: ['mail'] }, staging] })]).rule?.why).toBe('label.env is staging');
    expect(of([rule('a', route(), { tests: [] })]).rule?.why).toBe('every alert');
  });

  it('suppresses and changes nothing else', () => {
    expect(of([rule('a', suppress)])).toMatchObject({ suppressed: true, severity: 'SEV2', dedupKey: 'd', rule: { id: 'a' } });
  });

  it('takes no key from an alert that has none of its fields: such alerts would swallow each other', () => {
    const then = route({ dedupKey: 'cluster {label.none}', groupKey: '{label.none}{label.nothing}' });
    expect(of([rule('a', then)])).toMatchObject({ dedupKey: 'd', groupKey: null });
    expect(of([rule('a', route({ dedupKey: '{label.none} {label.env}', groupKey: 'one for all' }))])).toMatchObject({ dedupKey: ' staging', groupKey: 'one for all' });
  });

  describe('at times', () => {
    const night = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '22:00', until: '06:00', timeZone: 'America/New_York' };
    it('asks the clock of the rule', () => {
      const rules = [rule('a', suppress, { during: night })];
      expect(of(rules).suppressed).toBe(false);
      // Noon in UTC is 07:00 in New York.
      expect(of(rules, {}, noon - 2 * HOUR)).toMatchObject({
        suppressed: true, rule: { why: 'label.env is staging and at 05:00 (every day 22:00 to 06:00, America/New_York)' },
      });
    });
  });

  describe('N in M minutes', () => {
    const thrice = rule('a', route({ severity: 'SEV1' }), { tests: [disk], atLeast: { count: 3, withinMinutes: 10 } });
    const sent = (minutes: number[], rules: RoutingRule[] = [thrice], fields: Partial<ParsedAlert> = {}) => {
      let counts: RuleCounts = {};
      const severities = minutes.map((minute) => {
        const { classified, counts: after } = classify(subject(fields), rules, counts, noon + minute * MINUTE);
        counts = after;
        return classified.severity;
      });
      return { severities, counts: counts.a?.map((time) => (time - noon) / MINUTE) };
    };

    it('matches from the Nth on, while N fit into the minutes', () => {
      expect(sent([0, 1, 2, 3])).toEqual({ severities: ['SEV2', 'SEV2', 'SEV1', 'SEV1'], counts: [1, 2, 3] });
      expect(sent([0, 5, 10]).severities.at(-1)).toBe('SEV1');
      expect(sent([0, 5, 10.1]).severities.at(-1)).toBe('SEV2');
      expect(sent([0, 5, 10.1, 14]).severities.at(-1)).toBe('SEV1');
    });
    it('forgets what lies outside its window', () => {
      expect(sent([0, 1, 60]).counts).toEqual([60]);
    });
    it('counts one that is late where it belongs', () => {
      expect(sent([0, 20, 21, 15])).toEqual({ severities: ['SEV2', 'SEV2', 'SEV2', 'SEV2'], counts: [15, 20, 21] });
      expect(sent([20, 22, 15, 24])).toEqual({ severities: ['SEV2', 'SEV2', 'SEV2', 'SEV1'], counts: [20, 22, 24] });
    });
    it('says so', () => {
      const counts = { a: [noon, noon] };
      expect(classify(subject(), [thrice], counts, noon).classified.rule?.why).toBe('title contains “disk” (“Disk full”) and 3 in 10 min');
    });
    it('asks the next rule until then', () => {
      const rules = [thrice, rule('b', route({ severity: 'SEV4' }))];
      expect(sent([0, 1, 2], rules).severities).toEqual(['SEV4', 'SEV4', 'SEV1']);
    });
    it('counts only what reaches the rule and passes its tests', () => {
      expect(sent([0, 1, 2], [rule('b', suppress), thrice])).toEqual({ severities: ['SEV2', 'SEV2', 'SEV2'], counts: undefined });
      expect(sent([0, 1, 2], [thrice], { title: 'Mail' })).toEqual({ severities: ['SEV2', 'SEV2', 'SEV2'], counts: undefined });
    });
    it.each<[string, Partial<ParsedAlert>]>([
      ['a resolve', { status: 'resolved' }], ['an acknowledge', { status: 'acknowledged' }],
      ['an amendment', { amends: { title: 'x', description: null, severityWord: null, note: null } }],
    ])('does not count %s', (_what, fields) => {
      const counts = { a: [noon] };
      expect(classify(subject(fields), [thrice], counts, noon).counts).toBe(counts);
    });
    it('leaves the counts of others alone', () => {
      expect(classify(subject(), [thrice], { other: [1] }, noon).counts).toEqual({ other: [1], a: [noon] });
    });
  });

  describe('of what does not fire', () => {
    const keys = route({ severity: 'SEV1', dedupKey: '{label.cluster}', groupKey: '{label.env}', serviceId: 'payments', holdOffSeconds: 60, tags: ['x'], urgency: 'low' });
    const lent = { dedupKey: 'eu-1', groupKey: 'staging', serviceId: 'payments', severity: 'SEV2', holdOffSeconds: null, tags: [], urgency: null, suppressed: false };
    it.each(['resolved', 'acknowledged'] as const)('%s is lent keys and service alone', (status) => {
      expect(of([rule('a', keys)], { status })).toMatchObject(lent);
    });
    it('is never suppressed', () => {
      expect(of([rule('a', suppress)], { status: 'resolved' })).toMatchObject({ suppressed: false, dedupKey: 'd' });
    });
    it('needs no count for its keys', () => {
      const atLeast = { count: 5, withinMinutes: 10 };
      expect(of([rule('a', keys, { atLeast })], { status: 'resolved' })).toMatchObject(lent);
      expect(of([rule('a', suppress, { atLeast }), rule('b', keys)], { status: 'resolved' })).toMatchObject({ ...lent, rule: { id: 'b' } });
    });
    it('needs no hour for its keys: a night may end before the alert does', () => {
      const during = { weekdays: [1], from: '00:00', until: '01:00', timeZone: 'UTC' };
      expect(of([rule('a', keys, { during })], { status: 'resolved' })).toMatchObject(lent);
      expect(of([rule('a', suppress, { during }), rule('b', keys)], { status: 'resolved' })).toMatchObject({ rule: { id: 'b' } });
    });
  });
});

describe('outcomeWords', () => {
  const plain = of([]);
  it.each<[string, Partial<Classified>]>([
    ['SEV2', {}], ['Suppressed', { suppressed: true }],
    ['SEV3, low urgency, held 60 s', { severity: 'SEV3', urgency: 'low', holdOffSeconds: 60 }],
    ['SEV2, outage, held 5 min, to payments, tagged a, b', { incidentType: 'outage', holdOffSeconds: 300, serviceId: 'payments', tags: ['a', 'b'] }],
  ])('%s', (words, fields) => {
    expect(outcomeWords({ ...plain, ...fields })).toBe(words);
  });
});
