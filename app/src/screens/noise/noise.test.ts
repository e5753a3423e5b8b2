import { describe, expect, it } from 'vitest';
import { sampleRow } from '#domain/metrics/sampleRow';
import type { EndedIncident } from '#domain/noise/noise';
import { tuningFor } from '#domain/noise/tuning';
import { type RoutingRule } from '#domain/routing/rule';
import { noon } from '#domain/samples';
import { MINUTE } from '#domain/time/instant';
import { proposedIn, tuneAddress, withProposed } from '../routing/tuneAddress';
import { noiseCsvOf } from './noiseCsv';
import { endedIn, idleWords, leadWords, linesOf, pagesWords, ratedWords, rulesById, searchOf, selectionOf, unknownRule } from './noiseView';

const row = (fields: Partial<EndedIncident> = {}): EndedIncident => ({ ...sampleRow(fields), id: 'INC-000001' });
const idle = { acted: false, resolvedAt: noon + MINUTE } as const;
const usual = selectionOf(new URLSearchParams());
const [line] = linesOf([row(idle), row({ ...idle, verdict: 'falsePositive', pages: { priya: { all: 2, night: 2 } } }), row({ verdict: 'real' }), row()], usual).lines;
if (line?.of !== 'alert') throw new Error('no line');

describe('the words of a line', () => {
  it('have the sample beside each count', () => {
    expect([pagesWords(line), ratedWords(line), idleWords(line)]).toEqual(['3 of 5 pages, 2 at night', 'Rated 2 of 4: 1 false, 1 real.', 'Nobody acted on 2.']);
    expect(pagesWords({ ...line, pages: 3, wasted: { incidents: 2, pages: 3, nightPages: 3 } })).toBe('All 3 pages, all at night');
    expect([pagesWords({ ...line, pages: 0 }), ratedWords({ ...line, rated: 0, verdicts: { real: 0, falsePositive: 0, duplicate: 0, known: 0 } })]).toEqual(['paged nobody', 'Rated 0 of 4.']);
  });

  it('lead with what all of it comes to', () => {
    const load = { incidents: 9, pages: 1_204, nightPages: 100 };
    expect(leadWords({ all: load, wasted: { incidents: 5, pages: 412, nightPages: 88 } })).toBe('412 of 1,204 pages in 90 days led to nothing, 88 of them at night.');
    expect(leadWords({ all: load, wasted: { incidents: 5, pages: 1, nightPages: 0 } })).toBe('1 of 1,204 pages in 90 days led to nothing, none of them at night.');
    expect(leadWords({ all: load, wasted: { incidents: 5, pages: 9, nightPages: 9 } })).toBe('9 of 1,204 pages in 90 days led to nothing, all of them at night.');
    expect(leadWords({ all: { ...load, pages: 0 }, wasted: { incidents: 5, pages: 0, nightPages: 0 } })).toBe('5 of 9 incidents in 90 days led to nothing. Nobody was paged.');
  });
});

it('what is chosen stands in the address', () => {
  const selection = { by: 'rule', serviceId: 'checkout', kind: 'atNight', asTable: true } as const;
  expect(selectionOf(new URLSearchParams(searchOf(selection)))).toEqual(selection);
  expect(searchOf(usual)).toEqual({});
});

it('counts only the time that is looked at, and of the service that is chosen', () => {
  const months = [{ month: '2026-11', rows: { 'INC-000001': sampleRow({ ...idle, triggeredAt: noon }), 'INC-000002': sampleRow({ ...idle, triggeredAt: noon + 1 }) } }];
  expect(endedIn(months, { from: noon, to: noon + 1 }).map(({ id }) => id)).toEqual(['INC-000001']);
  expect(linesOf([row(idle), row({ ...idle, serviceId: 'login' })], { ...usual, serviceId: 'login' })).toMatchObject({ lines: [{ serviceId: 'login' }], waste: { all: { incidents: 1 } } });
});

it('a rule is known by its name and where it is changed', () => {
  const rule: RoutingRule = { id: 'r', name: 'Quiet', enabled: true, when: { match: 'all', tests: [], during: null, atLeast: null }, then: { kind: 'suppress' } };
  expect(rulesById([{ id: 'integration.prom', scope: { kind: 'integration', id: 'prom' }, rules: [rule] }]).get('r')).toEqual({ name: 'Quiet', scope: { kind: 'integration', id: 'prom' } });
});

it('the file has a line for each, and no formula', () => {
  const file = noiseCsvOf([{ ...line, name: '=1+1' }], { nameOf: () => '=1+1', serviceOf: () => 'Checkout, new' });
  expect(file.split('\r\n')[1]).toBe(`'=1+1,"Checkout, new",SEV1,4,2,5,3,2,2,1,0,0,1,2,${new Date(noon).toISOString()}`);
});

it('calls a rule gone only where every rule was read', () => {
  expect(unknownRule(true)).toEqual({ name: 'A rule that is gone', because: 'It has been removed since.' });
  expect(unknownRule(false).because).toContain('may still be there');
});

describe('tune this', () => {
  const tuning = tuningFor({ ...line, incidents: 8, idle: 8 });
  const rule = tuning?.rule;
  if (rule === undefined) throw new Error('nothing is proposed');
  const search = () => new URLSearchParams(tuneAddress('a/b', rule).split('?')[1]);
  const other: RoutingRule = { ...rule, id: 'other', when: { ...rule.when, tests: [] } };

  it('carries the rule in the address, whatever it is called', () => {
    expect(tuneAddress('a/b', rule)).toMatch(/^\/routing\/service\/a%2Fb\?tune=/);
    expect(proposedIn(search())).toEqual(rule);
  });

  it.each(['', '?tune=', '?tune={', '?tune={"name":"x"}', '?tune=null'])('proposes nothing for %j', (address) => expect(proposedIn(new URLSearchParams(address))).toBeNull());

  it('puts it first, and replaces one that asks for the same', () => {
    expect(withProposed([other], rule, 'new').map(({ id }) => id)).toEqual(['new', 'other']);
    expect(withProposed([other, { ...rule, id: 'mine', enabled: false }], rule, 'new')).toEqual([{ ...rule, id: 'mine' }, other]);
  });
});
