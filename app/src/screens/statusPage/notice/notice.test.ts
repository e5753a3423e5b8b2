import { describe, expect, it } from 'vitest';
import { aNotice, anUpdate, noon } from '../noticesForTests';
import { beginningOf, carriedOver, changed, issuesOf, publishedMeanwhile, unsent, withoutText, type Written, writtenOf } from './noticeDraft';
import { emptySummary, summaryIssues, withSection } from './summaryDraft';

const drafted = aNotice({ draft: { phase: 'identified', text: 'We know the cause.', by: null, at: noon } });
const noWords = () => null;
const ofPhase = (phase: string) => `Words for ${phase}`;

describe('a notice while it is written', () => {
  it('begins with the draft that waits, else where the last update left it, without words', () => {
    expect(beginningOf(drafted)).toEqual({ title: 'Payments fail', components: [{ componentId: 'api', state: 'degraded' }], phase: 'identified', text: 'We know the cause.' });
    expect(beginningOf(aNotice({ updates: [anUpdate(), anUpdate({ phase: 'monitoring' })] }))).toMatchObject({ phase: 'monitoring', text: '' });
    expect(beginningOf(aNotice({ updates: [] }))).toMatchObject({ phase: 'investigating', text: '' });
  });

  it('goes on after it was resolved as a trouble that nothing is known of, or with the phase of the draft that waits', () => {
    const resolved = [anUpdate(), anUpdate({ phase: 'resolved' })];
    expect(beginningOf(aNotice({ updates: resolved }), true).phase).toBe('investigating');
    expect(beginningOf(aNotice({ updates: resolved }), false).phase).toBe('resolved');
    expect(beginningOf(aNotice({ updates: resolved, draft: drafted.draft }), true).phase).toBe('identified');
  });

  it('carries what was written before there was a notice over to it, and loses no word of either', () => {
    const mine = changed(null, { title: 'Cards fail', text: 'Mine' }, 0);
    expect(carriedOver(mine, null)).toBe(mine);
    expect(carriedOver(mine, changed(null, { text: 'There before', phase: 'monitoring' }, 2))).toEqual({ title: 'Cards fail', components: null, phase: 'monitoring', text: 'There before\n\nMine', seen: 0 });
    expect(carriedOver(mine, changed(null, { text: 'Mine' }, 0)).text).toBe('Mine');
    expect(carriedOver(changed(null, { phase: 'resolved' }, 0), changed(null, { title: 'T' }, 1))).toMatchObject({ title: 'T', phase: 'resolved', text: null, seen: 0 });
  });

  it('keeps what was typed, and follows the draft in all else', () => {
    const mine = changed(null, { text: 'My words' }, 1);
    expect(writtenOf(mine, beginningOf(drafted), ofPhase)).toMatchObject({ title: 'Payments fail', phase: 'identified', text: 'My words' });
    expect(writtenOf(changed(mine, { title: 'Cards fail' }, 5), beginningOf(drafted), noWords)).toMatchObject({ title: 'Cards fail', text: 'My words' });
  });

  it('takes the words of another phase until somebody writes their own', () => {
    expect(writtenOf(changed(null, { phase: 'monitoring' }, 1), beginningOf(drafted), ofPhase).text).toBe('Words for monitoring');
    expect(writtenOf(changed(null, { phase: 'monitoring' }, 1), beginningOf(drafted), noWords).text).toBe('We know the cause.');
    expect(writtenOf(changed(null, { phase: 'monitoring', text: 'Mine' }, 1), beginningOf(drafted), ofPhase).text).toBe('Mine');
    expect(writtenOf(changed(null, { phase: 'monitoring' }, 1), beginningOf(aNotice()), ofPhase).text).toBe('');
  });

  it('goes back to the drafted words; nothing is left where nothing else was changed', () => {
    expect(withoutText(changed(null, { text: 'Mine' }, 1))).toBeNull();
    expect(withoutText(changed(null, { text: 'Mine', phase: 'resolved' }, 1))).toMatchObject({ text: null, phase: 'resolved' });
  });

  it('has seen the updates that were public when it was begun, not those that came while it was written', () => {
    const mine = changed(changed(null, { text: 'Mine' }, 1), { title: 'T' }, 2);
    const theirs = anUpdate({ id: 'second', text: 'Theirs' });
    expect(mine.seen).toBe(1);
    expect(publishedMeanwhile(mine, [anUpdate()])).toEqual([]);
    expect(publishedMeanwhile(mine, [anUpdate(), theirs])).toEqual([theirs]);
    expect(publishedMeanwhile(null, [anUpdate(), theirs])).toEqual([]);
  });

  it('is sent once an update says the same that came after it was begun: only the answer got lost', () => {
    const mine = changed(null, { text: ' Mine ', phase: 'resolved' }, 1);
    expect(unsent(mine, [anUpdate(), anUpdate({ text: 'Mine', phase: 'resolved' })])).toBeNull();
    expect(unsent(mine, [anUpdate(), anUpdate({ text: 'Mine', phase: 'monitoring' })])).toBe(mine);
    expect(unsent(mine, [anUpdate({ text: 'Mine', phase: 'resolved' })])).toBe(mine);
  });

  it.each<[string, Partial<Written>]>([['title', { title: ' ' }], ['text', { text: '\n' }], ['components', { components: [] }]])('is not published without %s', (path, lacks) => {
    expect(issuesOf({ ...beginningOf(drafted), ...lacks }).map((issue) => issue.path)).toEqual([path]);
  });
});

describe('a summary while it is written', () => {
  it('takes a section of the post-mortem under what was written', () => {
    expect(withSection(' ', 'Section')).toBe('Section');
    expect(withSection('Mine\n', 'Section')).toBe('Mine\n\nSection');
  });

  it('needs one of its parts, and none that is too long', () => {
    expect(summaryIssues(emptySummary).map(({ path }) => path)).toEqual(['impact']);
    expect(summaryIssues({ ...emptySummary, resolution: 'It works again.' })).toEqual([]);
    expect(summaryIssues({ ...emptySummary, impact: 'x'.repeat(1001) })).toEqual([{ path: 'impact', message: 'is longer than 1,000 characters by 1' }]);
  });
});
