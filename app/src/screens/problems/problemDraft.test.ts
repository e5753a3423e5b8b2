import { describe, expect, it } from 'vitest';
import type { KnownProblem } from '#domain/problem/knownProblem';
import { sampleIncident } from '#domain/samples';
import { asPhrase, matched, matchWords, problemDraftOf, problemOf, shownWith } from './problemDraft';

const problem: KnownProblem = {
  id: 'p', title: 'The pool runs full', serviceId: 'checkout', match: ['pool'], cause: 'Too small', workaround: 'Restart it', ownerId: 'sam', link: 'https://tracker.test/1', open: true, changedAt: 0,
};
const draft = problemDraftOf(problem);
const incidents = [sampleIncident({ title: 'Pool exhausted' }), sampleIncident({ title: 'Disk full' }), { ...sampleIncident({ title: 'Something' }), alertNames: ['PoolExhausted'] }];

describe('a known problem while it is typed', () => {
  it('goes there and back unchanged', () => {
    const { id: _id, changedAt: _at, ...wish } = problem;
    expect(problemOf(draft)).toEqual({ wish });
    const bare = { ...wish, serviceId: null, ownerId: null, link: null };
    expect(problemOf(problemDraftOf({ ...problem, ...bare }))).toEqual({ wish: bare });
  });

  it('starts with what is known where somebody begins one', () => {
    expect(problemDraftOf(null, { serviceId: 'checkout', title: 'Checkout is answering 503' })).toMatchObject({ title: 'Checkout is answering 503', serviceId: 'checkout', match: [], open: true });
  });

  it.each([
    [{ title: '  ' }, 'title'], [{ serviceId: '', match: [] }, 'match'], [{ match: ['x'] }, 'match.0'], [{ link: 'javascript:alert(1)' }, 'link'], [{ link: 'tracker.test' }, 'link'],
    [{ workaround: 'x'.repeat(2001) }, 'workaround'],
  ])('with %o names %s', (wrong, path) => {
    const typed = problemOf({ ...draft, ...wrong });
    expect('issues' in typed && typed.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it('a phrase is kept without doubled spaces', () => {
    expect(asPhrase('  connection   pool ')).toBe('connection pool');
  });
});

describe('what it matches', () => {
  it.each([
    [{ serviceId: '', match: ['pool'] }, 'Matches 2 of the last 3 incidents.', 2], [{ serviceId: 'checkout', match: [] }, 'Matches 3 of the last 3 incidents.', 3],
    [{ serviceId: 'identity', match: ['pool'] }, 'Matches none of the last 3 incidents.', 0], [{ serviceId: '', match: [] }, 'It is shown with no incident yet. Choose a service, or add a word.', 0],
  ])('%o: %s', (typed, words, count) => {
    expect(matchWords(typed, incidents)).toBe(words);
    expect(matched(typed, incidents)).toHaveLength(count);
  });

  it('counts in words where there is hardly anything to count', () => {
    expect(matchWords(draft, [])).toBe('There is no incident yet to try it on.');
    expect(matchWords(draft, incidents.slice(0, 1))).toBe('Matches the only incident so far.');
    expect(matchWords(draft, incidents.slice(1, 2))).toBe('Does not match the only incident so far.');
  });

  it('is said in a line of the list', () => {
    expect(shownWith({ serviceId: null, match: ['pool', '503'] }, (id) => id)).toBe('Any service · pool, 503');
    expect(shownWith({ serviceId: 'checkout', match: [] }, () => 'Checkout')).toBe('Checkout · every incident');
  });
});
