import { describe, expect, it } from 'vitest';
import { acknowledged, resolved, triggered } from '../samplesForTests';
import { found, searchedWords, together } from './search';

const checkout = triggered({ id: 'INC-K7Q2MD', title: 'Checkout is answering 503', tags: ['eu'], alertNames: ['Checkout503'] });
const login = acknowledged({ id: 'INC-0A1B2C', title: 'Überlauf der Anmeldung', serviceName: 'Identity', clocks: { ...checkout.clocks, triggeredAt: 10 } }, { userId: 'zoe', name: 'Zoë' });
const over = resolved({ id: 'INC-ZZZZZZ', title: 'Checkout was slow', clocks: { ...checkout.clocks, triggeredAt: 99, resolvedAt: 100 } });
const all = [over, login, checkout];
const ids = (query: string) => found(all, query).map(({ id }) => id);

describe('a search', () => {
  it.each<[string, string, string[]]>([
    ['its id', 'INC-K7Q2MD', ['INC-K7Q2MD']],
    ['the id without its beginning', 'k7q2', ['INC-K7Q2MD']],
    ['an id as it was heard: O for 0, I for 1', 'OAIB2C', ['INC-0A1B2C']],
    ['a word of the title, what is open first', 'checkout', ['INC-K7Q2MD', 'INC-ZZZZZZ']],
    ['every word', 'checkout slow', ['INC-ZZZZZZ']],
    ['without accents', 'uberlauf', ['INC-0A1B2C']],
    ['a service', 'identity', ['INC-0A1B2C']],
    ['a tag', 'eu', ['INC-K7Q2MD']],
    ['the name of an alert', 'checkout503', ['INC-K7Q2MD']],
    ['who has it', 'zoe', ['INC-0A1B2C']],
    ['nothing', 'mars', []],
    ['spaces alone', '   ', []],
  ])('by %s', (_, query, expected) => {
    expect(ids(query)).toEqual(expected);
  });
});

it('puts two lists together, each incident once, the nearer truth of it', () => {
  const stale = triggered({ id: 'INC-K7Q2MD', title: 'Old title' });
  expect(together([checkout], [stale, login])).toEqual([checkout, login]);
});

it.each([['live', false, 'Searching the last 300 incidents.'], ['loading', false, /this device/], ['failed', false, /could not be reached/], ['live', true, 'Offline: searching what was seen on this device.']] as const)(
  'says what is searched: %s, offline %s', (state, isOffline, expected) => {
    const words = searchedWords(state, isOffline);
    if (expected instanceof RegExp) expect(words).toMatch(expected);
    else expect(words).toBe(expected);
  },
);
