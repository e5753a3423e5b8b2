import { describe, expect, it } from 'vitest';
import { sampleParsedAlert } from '../samples';
import { explain, fieldsOf, filled, groupKeyOf, passes, type Subject, valueOf } from './fields';
import { FieldName, type FieldTest } from './rule';

const subject: Subject = {
  alert: sampleParsedAlert({
    dedupKey: 'disk-db-1', title: 'Disk full on db-1', description: 'Only 2 %\nof /var is left', severityWord: 'warning', name: 'DiskFull', service: 'db',
    labels: { env: 'staging', Team: 'Storage', empty: '', blank: '  ', constructor_: 'x', cluster: 'eu-1' },
  }),
  severity: 'SEV3', source: 'alertmanager', integrationName: 'Prometheus',
};
const test = (field: string, operator: FieldTest['operator'], ...values: string[]): FieldTest => ({ field, operator, values });

describe('valueOf', () => {
  it.each([
    ['title', 'Disk full on db-1'], ['description', 'Only 2 %\nof /var is left'], ['status', 'firing'], ['severity', 'SEV3'], ['severityWord', 'warning'],
    ['name', 'DiskFull'], ['service', 'db'], ['dedupKey', 'disk-db-1'], ['groupKey', null], ['source', 'alertmanager'], ['integration', 'Prometheus'],
    ['label.env', 'staging'], ['label.Env', 'staging'], ['label.team', 'Storage'], ['label.empty', null], ['label.blank', null], ['label.none', null],
    ['label.constructor', null], ['label.toString', null], ['label.__proto__', null], ['labels', null], ['constructor', null],
  ])('%s is %j', (field, value) => {
    expect(valueOf(field, subject)).toBe(value);
  });

  it('prefers the label of exactly this name', () => {
    const both = { ...subject, alert: sampleParsedAlert({ labels: { Env: 'wrong', env: 'right' } }) };
    expect(valueOf('label.env', both)).toBe('right');
    expect(valueOf('label.ENV', both)).toBe('wrong');
  });

  it('knows every field that a rule may name', () => {
    const names = ['title', 'description', 'status', 'severity', 'severityWord', 'name', 'service', 'dedupKey', 'groupKey', 'source', 'integration', 'label.env'];
    const full = { ...subject, alert: { ...subject.alert, groupKey: 'group' } };
    for (const name of names) {
      expect(FieldName.safeParse(name).success).toBe(true);
      expect(valueOf(name, full)).not.toBeNull();
    }
  });
});

describe('passes', () => {
  it.each<[boolean, FieldTest]>([
    [true, test('label.env', 'is', 'STAGING')], [true, test('label.env', 'is', 'staging ')], [false, test('label.env', 'is', 'stag')],
    [false, test('label.none', 'is', 'x')], [false, test('label.empty', 'is', '')],
    [false, test('label.env', 'isNot', 'Staging')], [true, test('label.env', 'isNot', 'production')], [true, test('label.none', 'isNot', 'x')],
    [true, test('title', 'contains', 'FULL on')], [false, test('title', 'contains', 'empty')], [false, test('label.none', 'contains', 'x')],
    [false, test('title', 'notContains', 'full')], [true, test('title', 'notContains', 'empty')], [true, test('label.none', 'notContains', 'x')],
    [true, test('title', 'startsWith', 'disk ')], [false, test('title', 'startsWith', 'full')],
    [true, test('title', 'endsWith', 'DB-1')], [false, test('title', 'endsWith', 'disk')],
    [true, test('label.env', 'oneOf', 'dev', 'staging')], [false, test('label.env', 'oneOf', 'dev', 'prod')],
    [true, test('label.env', 'present')], [false, test('label.none', 'present')], [false, test('label.empty', 'present')],
    [true, test('label.none', 'absent')], [true, test('label.blank', 'absent')], [false, test('label.env', 'absent')],
    [true, test('severity', 'oneOf', 'sev3', 'sev4')],
  ])('%j %j', (expected, one) => {
    expect(passes(one, subject)).toBe(expected);
  });

  it.each(['is', 'isNot', 'contains', 'notContains', 'startsWith', 'endsWith', 'like', 'oneOf'] as const)('%s without a value fails', (operator) => {
    expect(passes(test('title', operator), subject)).toBe(false);
    expect(passes(test('title', operator, ' '), subject)).toBe(false);
  });

  it.each<[string, boolean]>([
    ['*', true], ['**', true], ['disk*', true], ['*db-1', true], ['*full*', true], ['disk*db-1', true], ['Disk full on db-1', true], ['d*k*o*1', true],
    ['disk', false], ['*disk', false], ['full*', false], ['disk*db', false], ['*on*full*', false], ['disk full on db-1*db-1', false], ['d*1*1', false],
    ['Disk.full', false], ['[Dd]isk*', false], ['*1', true], ['disk full on db-1*', true],
  ])('like %s: %j', (pattern, expected) => {
    expect(passes(test('title', 'like', pattern), subject)).toBe(expected);
  });

  it('decides a pattern made to be slow', () => {
    const alert = sampleParsedAlert({ description: 'a'.repeat(4000) });
    const hard = test('description', 'like', `${'*a'.repeat(149)}b`);
    // Backtracking would never come back from this.
    expect(passes(hard, { ...subject, alert })).toBe(false);
  });
});

describe('explain', () => {
  it.each<[string, FieldTest]>([
    ['label.env is staging', test('label.env', 'is', 'STAGING')],
    ['label.env is staging (one of 2)', test('label.env', 'oneOf', 'dev', 'staging')],
    ['label.env is not prod (“staging”)', test('label.env', 'isNot', 'prod')],
    ['label.none is not prod (absent)', test('label.none', 'isNot', 'prod')],
    ['title contains “disk” (“Disk full on db-1”)', test('title', 'contains', 'disk')],
    ['title does not contain “mail” (“Disk full on db-1”)', test('title', 'notContains', 'mail')],
    ['title starts with “disk” (“Disk full on db-1”)', test('title', 'startsWith', 'disk')],
    ['title ends with “-1” (“Disk full on db-1”)', test('title', 'endsWith', '-1')],
    ['title is like “disk*” (“Disk full on db-1”)', test('title', 'like', 'disk*')],
    ['description contains “var” (“Only 2 % of /var is left”)', test('description', 'contains', 'var')],
    ['label.env is present (“staging”)', test('label.env', 'present')],
    ['label.none is absent', test('label.none', 'absent')],
    ['label.env is “prod” (“staging”)', test('label.env', 'is', 'prod')],
  ])('%s', (words, one) => {
    expect(explain(one, subject)).toBe(words);
  });

  it('cuts long values', () => {
    const long = { ...subject, alert: sampleParsedAlert({ title: 'x'.repeat(300) }) };
    expect(explain(test('title', 'contains', 'x'), long).length).toBeLessThan(120);
  });
});

describe('filled', () => {
  it.each([
    ['{label.cluster}', 'eu-1'], ['disk {label.cluster}/{ service }', 'disk eu-1/db'], ['{label.none}-x', '-x'], ['plain', 'plain'], ['{unknown} {title', '{unknown} {title'],
    ['{severity}{label.env}', 'SEV3staging'], ['a}b{name}', 'a}bDiskFull'],
  ])('%s becomes %s', (template, key) => {
    expect(filled(template, subject)).toBe(key);
  });

  it('keeps long keys apart', () => {
    const of = (end: string) => filled('{description}', { ...subject, alert: sampleParsedAlert({ description: `${'x'.repeat(3000)}${end}` }) });
    expect(of('a')).toHaveLength(1000);
    expect(of('a')).not.toBe(of('b'));
  });

  it('tells fields from what is none', () => {
    expect(fieldsOf('{label.a} {b} {name} {c')).toEqual({ fields: ['label.a', 'name'], unknown: ['{b}'] });
  });
});

describe('groupKeyOf', () => {
  const of = (fields: string[], labels: Record<string, string>, more = {}) =>
    groupKeyOf(fields, { ...subject, alert: sampleParsedAlert({ labels, ...more }) });

  it('names the values', () => {
    expect(of(['label.cluster', 'severity'], { cluster: 'eu-1' })).toBe('label.cluster="eu-1" severity="SEV3"');
  });
  it('tells values apart whose text runs together', () => {
    expect(of(['label.a', 'label.b'], { a: 'x" label.b="y' })).not.toBe(of(['label.a', 'label.b'], { a: 'x', b: 'y' }));
    expect(of(['label.a', 'label.b'], { a: 'x' })).not.toBe(of(['label.a', 'label.b'], { b: 'x' }));
  });
  it('does not gather everything that has none of the fields', () => {
    expect(of(['label.cluster'], {})).toBe('name="CheckoutDown" service="checkout"');
    expect(of(['label.cluster'], {}, { name: null })).toBe('dedupKey="checkout-503"');
  });
});
