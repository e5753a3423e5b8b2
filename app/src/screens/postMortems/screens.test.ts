import { describe, expect, it } from 'vitest';
import { drafted } from '#domain/postMortem/forTests';
import { noon } from '#domain/samples';
import { DAY } from '#domain/time/instant';
import { morningOf } from './days';
import { followUps, listOf, servicesIn } from './listView';
import { bothOf, isOvertaken, unsaved } from './sectionDraft';
import { dayWords, dueWords, itemWords, standingWords } from './words';

const section = { text: 'Theirs', version: 2 };

describe('a section that is written', () => {
  it.each<[string, { text: string; basedOn: number } | null, boolean, boolean]>([
    ['nothing typed', null, false, false], ['typed on what is saved', { text: 'Mine', basedOn: 2 }, true, false], ['somebody saved meanwhile', { text: 'Mine', basedOn: 1 }, true, true],
    ['saved, but the answer was lost', { text: 'Theirs', basedOn: 1 }, false, false],
  ])('%s', (_name, draft, waits, overtaken) => { expect([unsaved(draft, section) !== null, isOvertaken(draft, section)]).toEqual([waits, overtaken]); });

  it.each([
    ['a\nb', 'a\nc', 'a\nb\nc'], ['', 'mine', 'mine'], ['same', 'same', 'same'], ['one\ntwo\nthree', 'one\n2\nthree\nfour', 'one\ntwo\n2\nthree\nfour'],
  ])('kept together, %j and %j lose no line', (theirs, mine, both) => { expect(bothOf(theirs, mine)).toBe(both); });
});

describe('the library', () => {
  const search = drafted({ incidentId: 'INC-AAAAAA', serviceId: 'search', serviceName: 'Search', title: 'Search is slow', state: 'published', triggeredAt: noon + DAY });
  const all = [drafted(), search];
  it.each([
    ['', 'all', '', ['INC-AAAAAA', 'INC-K7Q2MD']], ['POOL ran', 'all', '', ['INC-AAAAAA', 'INC-K7Q2MD']], ['slow', 'all', '', ['INC-AAAAAA']], ['checkout 503', 'all', '', ['INC-AAAAAA', 'INC-K7Q2MD']], ['k7q2', 'all', '', ['INC-K7Q2MD']],
    ['', 'published', '', ['INC-AAAAAA']], ['', 'all', 'checkout', ['INC-K7Q2MD']], ['slow', 'draft', '', []],
  ] as const)('“%s”, %s, of %j', (typed, state, serviceId, expected) => { expect(listOf(all, { typed, state, serviceId }).map(({ incidentId }) => incidentId)).toEqual(expected); });

  it('knows the services that it has, by name', () => { expect(servicesIn([search, ...all])).toEqual([{ id: 'checkout', name: 'Checkout' }, { id: 'search', name: 'Search' }]); });

  it('leads to what is mended after it', () => {
    expect(followUps({ runbookId: 'pool', serviceId: 'a b', title: 'x & y' })).toEqual({ runbook: '/runbooks/pool/edit', problem: '/problems/new?service=a+b&title=x+%26+y' });
    expect(followUps({ runbookId: null, serviceId: 'a b', title: 'x' }).runbook).toBe('/runbooks/new?service=a%20b');
  });
});

describe('in words', () => {
  const zone = 'Europe/Berlin';
  it.each([[0, 'today'], [1, 'tomorrow'], [3, 'Tue'], [-2, 'Thu'], [20, '11 Dec']])('%i days on', (days, words) => { expect(dayWords(noon + days * DAY, noon, zone)).toBe(words); });

  it('a post-mortem is due, late or published', () => {
    expect(dueWords(drafted({ dueAt: noon + 6 * DAY }), noon, zone)).toEqual({ words: 'due Fri', isLate: false });
    expect(dueWords(drafted({ dueAt: noon - 9 * DAY }), noon, zone)).toEqual({ words: 'was due 12 Nov', isLate: true });
    expect(standingWords(drafted({ state: 'published', publishedAt: noon, publishedBy: 'Ada', dueAt: noon - DAY }), noon, zone)).toBe('Published by Ada, today');
    expect(standingWords(drafted({ state: 'inReview', dueAt: null }), noon, zone)).toBe('In review, no day is set');
  });

  it('an item names who and when; a day is its morning there', () => {
    const item = { id: 'i', title: 'Raise', owner: { kind: 'person' as const, id: 'priya', name: 'Priya' }, dueAt: noon + 3 * DAY, addedAt: noon, doneAt: null, doneBy: null, remindedAt: null };
    const reader = { userId: 'priya', zone };
    expect(itemWords(item, reader, noon)).toEqual({ words: 'You · due Tue', isOverdue: false });
    expect(itemWords({ ...item, dueAt: noon - 3 * DAY, owner: { kind: 'team', id: 't', name: 'Payments' } }, reader, noon)).toEqual({ words: 'Team Payments · was due Wed', isOverdue: true });
    expect(itemWords({ ...item, doneAt: noon, doneBy: 'Sam' }, reader, noon).words).toBe('Done by Sam, today');
    expect([morningOf('2026-11-27', zone), morningOf('', zone)]).toEqual([Date.UTC(2026, 10, 27, 8), null]);
  });
});
