import { describe, expect, it } from 'vitest';
import { noon } from '../samples';
import { KnownProblem, problemsOf } from './knownProblem';

const problem = (fields: Partial<KnownProblem> = {}): KnownProblem =>
  KnownProblem.parse({ id: 'p', title: 'P', serviceId: null, match: ['pool'], cause: '', workaround: '', ownerId: null, link: null, open: true, changedAt: noon, ...fields });
const incident = { title: 'Checkout is answering 503', serviceId: 'checkout', alertNames: ['PoolExhausted'] };
const found = (problems: readonly KnownProblem[], alerts: { title: string }[] = []) => problemsOf(incident, alerts, problems).map(({ id }) => id);

describe('the known problems of an incident', () => {
  it.each([
    ['a word in the name of an alert, whatever its case', problem({ match: ['poolexhausted'] }), true], ['a word in its title', problem({ match: ['answering 503'] }), true],
    ['one of several words', problem({ match: ['nothing', '503'] }), true], ['a word that is nowhere', problem({ match: ['disk'] }), false],
    ['its service, without words', problem({ serviceId: 'checkout', match: [] }), true], ['its service, with another word', problem({ serviceId: 'checkout', match: ['disk'] }), false],
    ['a word, but another service', problem({ serviceId: 'identity', match: ['503'] }), false], ['neither service nor words', problem({ match: [] }), false],
    ['what is over', problem({ match: ['503'], open: false }), false],
  ])('%s', (_what, given, isOne) => {
    expect(found([given])).toEqual(isOne ? ['p'] : []);
  });

  it('looks into the titles of its alerts, but across none of them', () => {
    const [one] = [problem({ match: ['disk is full'] })];
    expect(found([one], [{ title: 'The disk is full' }])).toEqual(['p']);
    expect(found([one], [{ title: 'the disk' }, { title: 'is full' }])).toEqual([]);
  });

  it('those with more matching words come first, then by title; what is given stays in its order', () => {
    const given = [problem({ id: 'service', title: 'A', serviceId: 'checkout', match: [] }), problem({ id: 'two', title: 'Z', match: ['pool', '503'] }), problem({ id: 'b', title: 'B' }), problem({ id: 'a', title: 'A' })];
    expect(found(given)).toEqual(['two', 'a', 'b', 'service']);
    expect(given.map(({ id }) => id)).toEqual(['service', 'two', 'b', 'a']);
  });
});
