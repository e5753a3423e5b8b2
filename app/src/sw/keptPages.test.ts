import { describe, expect, it } from 'vitest';
import { keptOf } from './keptPages';
import type { PushedPage } from './payload';
import { pagingAmong, summaryOf } from './summary';

const page = (own: Partial<PushedPage> = {}): PushedPage => ({
  kind: 'page', token: 'n1.secret', notificationId: 'n1', incidentId: 'INC-K7Q2MD', tag: 'INC-K7Q2MD', title: 'SEV1 Checkout', body: 'Answering 503.',
  url: '/incidents/INC-K7Q2MD', sentAt: 1_000, loud: true, ...own,
});
const answer = { state: 'ringing', page: { expiresAt: 9_000 } };

describe('what is kept of a page', () => {
  it('is the answer, for as long as its token may act', () => {
    expect(keptOf(page(), answer, undefined, 2_000)).toEqual({ page: page(), answer, keptAt: 2_000, expiresAt: 9_000 });
  });
  it('lasts half a day where nobody said how long', () => {
    expect(keptOf(page(), { state: 'ringing' }, undefined, 2_000).expiresAt).toBe(1_000 + 12 * 60 * 60_000);
  });
  it('stays when the same page comes again and nobody answers', () => {
    const before = keptOf(page(), answer, undefined, 2_000);
    expect(keptOf(page(), null, before, 3_000)).toBe(before);
    expect(keptOf(page({ token: 'n2.secret' }), null, before, 3_000)).toMatchObject({ answer: null, keptAt: 3_000 });
  });
});

describe('what pages among the notifications', () => {
  const pushed = (own: Partial<PushedPage>, said?: true) => ({ title: own.title ?? 'SEV1 Checkout', data: { via: 'push', page: page(own), ...(said ? { said } : {}) } });
  it('is each incident once, by whichever way it came', () => {
    const heard = { title: 'SEV1 Checkout', data: { via: 'listener', kind: 'page', notificationId: 'n2', incidentId: 'INC-K7Q2MD', url: '/incidents/INC-K7Q2MD' } };
    expect(pagingAmong([pushed({}), heard])).toEqual([{ incidentId: 'INC-K7Q2MD', title: 'SEV1 Checkout' }]);
  });
  it('is not what ended, a notice, a test, or the summary itself', () => {
    expect(pagingAmong([pushed({}, true), pushed({ kind: 'notice' }), pushed({ kind: 'test', incidentId: null }), { title: 'x', data: null }])).toEqual([]);
  });
});

describe('one line for a storm', () => {
  const paging = (...titles: string[]) => titles.map((title, index) => ({ incidentId: `INC-${index}`, title }));
  it('names the worst, and the first of those', () => {
    expect(summaryOf(paging('SEV2 Identity', 'SEV1 Checkout', 'SEV1 Search'))?.title).toBe('SEV1 Checkout and 2 more');
  });
  it('says nothing that a private lock screen does not', () => {
    expect(summaryOf(paging('SEV2 page', 'SEV1 page', 'SEV3 page'))).toEqual({ title: 'SEV1 page and 2 more', body: '3 incidents page you. Open Rouse to acknowledge all of them.' });
  });
  it('is not there for one or two', () => {
    expect(summaryOf(paging('SEV1 Checkout', 'SEV2 Identity'))).toBeNull();
  });
});
