import { describe, expect, it } from 'vitest';
import { sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { generic } from './generic';
import { mappedParse } from './mapped';
import { Mapping } from './mapping';
import { valueAt } from './path';

const mapping = (fields: Partial<Mapping> = {}): Mapping => Mapping.parse({
  alerts: null, title: ['what'], description: [], status: [], resolvedWords: [], acknowledgedWords: [], ignoredWords: [], severity: [], dedupKey: [], groupKey: [],
  service: [], startedAt: [], links: [], labels: null, ...fields,
});
function alerts(body: unknown, fields: Partial<Mapping> = {}) {
  const result = mappedParse(body, mapping(fields));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const alert of result.alerts) ParsedAlert.parse(alert);
  return result.alerts;
}
const issues = (body: unknown, fields: Partial<Mapping> = {}) => {
  const result = mappedParse(body, mapping(fields));
  return result.ok ? [] : result.issues;
};

describe('a path', () => {
  const body = { a: { b: [{ c: 1 }, { c: null }] }, 'x.y': 'dotted', json: '{"inner": [5]}', text: '{not json', deep: { 'x.y': { z: 2 } } };
  it.each([
    ['a.b.0.c', 1], ['$.a.b.0.c', 1], ['a.b.1.c', null], ['a.b.2.c', undefined], ['x.y', 'dotted'], ['json.inner.0', 5], ['text.inner', undefined], ['toString', undefined],
    ['a.constructor', undefined], ['__proto__', undefined], ['a.b.c', undefined], ['a..b', undefined], ['text', '{not json'],
  ])('%s', (path, value) => {
    expect(valueAt(body, path)).toEqual(value);
  });
  it('$ is the whole body', () => {
    expect(valueAt(body, '$')).toBe(body);
    expect(alerts('Disk full\nUsed: 98 %', { title: ['$'] })).toMatchObject([{ title: 'Disk full', description: 'Disk full\nUsed: 98 %', dedupKey: 'Disk full' }]);
  });
});

describe('a mapped body', () => {
  it('has each field from the first of its paths that leads to something', () => {
    const body = {
      what: ' ', event: { headline: 'Disk full' }, how: 'Used: 98 %', grade: 'crit', key: 7, group: 'db', on: { name: 'orders' }, at: '2026-11-21 02:00:00', where: 'https://x.test/',
      more: [{ url: 'https://y.test/', title: 'Y' }], about: { team: 'data', size: 5 },
    };
    expect(alerts(body, {
      title: ['what', 'event.headline'], description: ['no', 'how'], severity: ['grade'], dedupKey: ['key'], groupKey: ['group'], service: ['on.name'], startedAt: ['nowhere', 'at'],
      links: ['where', 'more'], labels: 'about',
    })).toEqual([{
      title: 'Disk full', description: 'Used: 98 %', severityWord: 'critical', dedupKey: '7', groupKey: 'db', service: 'orders', status: 'firing', name: null,
      startedAt: Date.UTC(2026, 10, 21, 2), endedAt: null, links: [{ href: 'https://x.test/', text: 'Where' }, { href: 'https://y.test/', text: 'Y' }], labels: { team: 'data', size: '5' },
    }]);
  });

  it('is known by its title where it has no key', () => {
    expect(alerts({ what: 'Disk full' })).toMatchObject([{ dedupKey: 'Disk full' }]);
  });

  it.each([
    ['recovered', 'resolved'], ['Gone', 'resolved'], ['seen', 'acknowledged'], ['ACK', 'acknowledged'], ['1', 'resolved'], [1, 'resolved'], ['broken', 'firing'], [undefined, 'firing'],
    ['test', 'firing'],
  ])('with the status %j is %s', (how, status) => {
    expect(alerts({ what: 'x', how }, { status: ['how'], resolvedWords: ['gone', '1'], acknowledgedWords: ['SEEN'], ignoredWords: ['note'] })).toMatchObject([{ status }]);
  });

  it('with a status to ignore is no alert', () => {
    expect(alerts({ what: 'x', how: 'NOTE' }, { status: ['how'], ignoredWords: ['note'] })).toEqual([]);
  });

  it('with an own meaning of a usual word has that', () => {
    expect(alerts({ what: 'x', how: 'open' }, { status: ['how'], resolvedWords: ['open'] })).toMatchObject([{ status: 'resolved' }]);
  });

  it('may hold a list of alerts, even in a text', () => {
    const list = [{ what: 'A' }, { what: 'B', how: 'ok' }];
    for (const body of [{ in: { list } }, { in: JSON.stringify({ list }) }]) {
      expect(alerts(body, { alerts: 'in.list', status: ['how'] })).toMatchObject([{ title: 'A', status: 'firing' }, { title: 'B', status: 'resolved' }]);
    }
    expect(alerts([{ what: 'A' }], { alerts: '$' })).toHaveLength(1);
    expect(alerts({ list: { what: 'only' } }, { alerts: 'list' })).toMatchObject([{ title: 'only' }]);
    expect(alerts({ list: [] }, { alerts: 'list' })).toEqual([]);
  });

  it.each([
    [{}, {}, 'what', /^is needed: the mapping takes the title from here$/], [null, {}, 'what', /is needed/], ['text', {}, 'what', /is needed/], ['', { title: ['$'] }, '(body)', /is needed/],
    [{ what: {} }, { title: ['what', 'name'] }, 'what', /\(or from name\)$/], [{}, { alerts: 'list' }, 'list', /list of alerts/], [{ list: 5 }, { alerts: 'list' }, 'list', /list of alerts/],
    [{ list: [{ what: 'A' }, 5] }, { alerts: 'list' }, 'list.1.what', /is needed/], [[{}], { alerts: '$' }, '0.what', /is needed/],
  ])('%j without a title is refused by the path', (body, fields, path, message) => {
    expect(issues(body, fields)).toMatchObject([{ path, message: expect.stringMatching(message) as unknown }]);
  });
});

it('an integration with a mapping is read by it, one without by what the body looks like', () => {
  const body = { what: 'Disk full', title: 'Not this' };
  const titles = [mapping(), null].map((own) => generic.parse(body, { ...sampleHints, mapping: own }));
  expect(titles).toMatchObject([{ alerts: [{ title: 'Disk full' }] }, { alerts: [{ title: 'Not this' }] }]);
});
