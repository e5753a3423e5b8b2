import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Fields, Filled, filled, jsonIn, labelsOf, List, looseFields, said, scalarLabels, tagLabels, tagsIn } from './said';

it.each([
  ['  down ', 'down'], [5, '5'], [0, '0'], [false, 'false'], [null, ''], [undefined, ''], [{}, ''], [['x'], ''],
])('%j says %j', (value, text) => {
  expect(said(value)).toBe(text);
});

it.each(['*monitorURL*', '*UNKNOWN*', '{EVENT.TAGSJSON}', '{$ZABBIX.URL}', '{HOST.NAME1}', '$CODE', '$HOSTNAME$', '{{ALERT_TITLE}}', '<no value>', 'null', 'undefined'])(
  '%s is a placeholder that nobody filled', (text) => {
    expect(filled(` ${text} `)).toBe('');
  });

it.each(['*', 'Cost is $5', '{"a":1}', 'Value {ITEM.VALUE} is high', '{{a}} and {{b}}', 'NULL pointer'])('%s is text', (text) => {
  expect(filled(text)).toBe(text);
});

it('JSON is read from a text, and what is none is null', () => {
  expect([jsonIn('{"a":[1]}'), jsonIn({ a: 1 }), jsonIn('no'), jsonIn('')]).toEqual([{ a: [1] }, { a: 1 }, null, null]);
  expect(['{"a":1}', '[1]', 'x', null].map((value) => Fields.parse(value))).toEqual([{ a: 1 }, {}, {}, {}]);
  expect([[1], null, 'x', {}].map((value) => List.parse(value))).toEqual([[1], [], [], []]);
});

describe('labels', () => {
  it('are short texts, of lists and objects the beginning of their JSON', () => {
    expect(labelsOf({ text: ' a ', count: 3, on: true, none: null, blank: ' ', open: '{EVENT.ID}', empty: {}, list: ['x', 1], long: ['y'.repeat(600)] }))
      .toEqual({ text: 'a', count: '3', on: 'true', list: '["x",1]', long: `["${'y'.repeat(509)}…` });
    expect(scalarLabels({ count: 3, list: [1] })).toEqual({ count: '3' });
  });

  it('nested deeper than the stack reaches are left out', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(labelsOf({ deep, other: 1 })).toEqual({ other: '1' });
  });

  it('are made of tags, named ones also under their name', () => {
    expect(tagLabels(['prod', 'team:checkout', 'env=live', 'https://x.test', { name: 'eu' }, null, ''])).toEqual({
      team: 'checkout', env: 'live', tags: 'prod, team:checkout, env=live, https://x.test, eu',
    });
    expect(tagLabels([])).toEqual({});
  });

  it('come from one text, with commas or blanks', () => {
    expect([tagsIn('a, b c,,d'), tagsIn(' a  b\tc '), tagsIn('')]).toEqual([['a', 'b c', 'd'], ['a', 'b', 'c'], []]);
  });
});

describe('fields that people name themselves', () => {
  const Body = looseFields({ ruleId: Filled, title: Filled }, { prefix: 'nagios', depth: 2 });

  it.each([
    { ruleId: 'x' }, { rule_id: 'x' }, { RULE_ID: 'x' }, { 'rule.id': 'x' }, { rule: { id: 'x' } }, { NAGIOS_RULE_ID: 'x' }, { 'Rule ID': 'x' },
    { rule_id: 'y', ruleId: 'x' }, { ruleId: '', rule_id: 'x' }, { ruleId: '{{rule.id}}', rule: { id: 'x' } }, { ruleId: null, rule: { id: 'x' } },
  ])('are found: %j', (body) => {
    expect(Body.parse(body)).toEqual({ ruleId: 'x', title: '' });
  });

  it('are not looked for in what is no object, nor by names of every object', () => {
    expect([null, 'text', [], 5].map((body) => Body.safeParse(body).success)).toEqual([false, false, false, false]);
    expect(Body.parse(JSON.parse('{"__proto__": {"title": "x"}, "constructor": "y"}'))).toEqual({ ruleId: '', title: '' });
    expect(z.object({}).parse(Body.parse({ other: { deep: { title: 'x' } } }))).toEqual({});
  });
});
