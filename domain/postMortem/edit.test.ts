import { describe, expect, it } from 'vitest';
import { noon } from '../samples';
import { DAY, HOUR } from '../time/instant';
import { addActionItem, askedAt, changeActionItem, type Edited, isOverdue, itemsToAsk, moveTo, removeActionItem, setReviewAt, withAsked, writeSection } from './edit';
import { drafted } from './forTests';
import type { ActionItem, PostMortem } from './postMortem';

const [priya, sam] = [{ userId: 'priya', name: 'Priya' }, { userId: 'sam', name: 'Sam' }];
const done = (edited: Edited): PostMortem => { if (edited.kind !== 'done') throw new Error(edited.kind); return edited.postMortem; };
const of = (userId: string) => ({ kind: 'person' as const, id: userId, name: userId });

describe('a section', () => {
  const first = writeSection(drafted(), 'lessons', 'Alert earlier.', 0, priya, noon);

  it('is saved as its next version, with who and when, and kept beside', () => {
    const saved = { text: 'Alert earlier.', version: 1, by: 'Priya', at: noon };
    expect(done(first).sections.lessons).toEqual(saved);
    expect(first).toMatchObject({ keep: { section: 'lessons', ...saved } });
    expect(done(first).sections.summary).toEqual(drafted().sections.summary);
  });

  it('of two who wrote on the same version the second gets what the first saved, and nothing changes', () => {
    expect(writeSection(done(first), 'lessons', 'Page later.', 0, sam, noon + 1)).toEqual({ kind: 'overtaken', theirs: { section: 'lessons', version: 1, text: 'Alert earlier.', by: 'Priya', at: noon } });
  });

  it('saved on theirs goes on from it; two different sections do not meet', () => {
    expect(done(writeSection(done(first), 'lessons', 'Both.', 1, sam, noon + 1)).sections.lessons).toMatchObject({ version: 2, by: 'Sam' });
    expect(writeSection(done(first), 'wentWell', 'The page came.', 0, sam, noon + 1).kind).toBe('done');
  });

  it('with the words that stand there changes nothing, on whichever version it was written', () => {
    expect([writeSection(done(first), 'lessons', 'Alert earlier.', 0, sam, noon).kind, writeSection(drafted(), 'lessons', '', 0, sam, noon).kind]).toEqual(['unchanged', 'unchanged']);
  });
});

describe('its state and meeting', () => {
  it('published says by whom and when; taken back it says neither', () => {
    const published = done(moveTo(drafted(), 'published', priya, noon));
    expect(published).toMatchObject({ state: 'published', publishedAt: noon, publishedBy: 'Priya' });
    expect(done(moveTo(published, 'inReview', sam, noon))).toMatchObject({ state: 'inReview', publishedAt: null, publishedBy: null });
    expect(moveTo(published, 'published', sam, noon + 1).kind).toBe('unchanged');
  });

  it('a meeting is set, moved and taken away', () => {
    const set = done(setReviewAt(drafted(), noon));
    expect([set.reviewAt, setReviewAt(set, noon).kind, done(setReviewAt(set, null)).reviewAt]).toEqual([noon, 'unchanged', null]);
  });
});

const withItem = (fields: Partial<ActionItem> = {}) => done(addActionItem(drafted(), 'raise', { title: 'Raise the limit', owner: of('sam'), dueAt: noon + 3 * DAY, ...fields }, noon));

describe('an action item', () => {
  it('is added once, changed field by field, ticked and unticked', () => {
    const added = withItem();
    expect([added.remindAt, addActionItem(added, 'raise', { title: 'Again', owner: null, dueAt: null }, noon).kind]).toEqual([noon + 2 * DAY, 'unchanged']);
    const ticked = done(changeActionItem(added, 'raise', { done: true }, priya, noon + 1));
    expect(ticked).toMatchObject({ remindAt: null, actionItems: [{ title: 'Raise the limit', doneAt: noon + 1, doneBy: 'Priya' }] });
    expect(changeActionItem(ticked, 'raise', { done: true }, sam, noon + 2).kind).toBe('unchanged');
    expect(done(changeActionItem(ticked, 'raise', { done: false, title: 'Raise it' }, sam, noon + 2))).toMatchObject({ remindAt: noon + 2 * DAY, actionItems: [{ title: 'Raise it', doneAt: null, doneBy: null }] });
  });

  it('is removed; one that is not there is refused, and so is the fifty-first', () => {
    expect(done(removeActionItem(withItem(), 'raise'))).toMatchObject({ actionItems: [], remindAt: null });
    expect([removeActionItem(drafted(), 'raise'), changeActionItem(drafted(), 'raise', { done: true }, sam, noon)]).toEqual([{ kind: 'refused', code: 'no-such-item' }, { kind: 'refused', code: 'no-such-item' }]);
    const full = Array.from({ length: 50 }, (_, index) => String(index)).reduce((before, id) => done(addActionItem(before, id, { title: id, owner: null, dueAt: null }, noon)), drafted());
    expect(addActionItem(full, 'more', { title: 'x', owner: null, dueAt: null }, noon)).toEqual({ kind: 'refused', code: 'too-many' });
  });

  it('is asked for on the day before, on its day, and every three days until it is done', () => {
    const due = noon + 3 * DAY;
    const asked: number[] = [];
    let postMortem = withItem();
    for (let now = noon; now < due + 8 * DAY; now += HOUR) {
      const asking = itemsToAsk(postMortem, now);
      if (asking.length > 0) asked.push((now - due) / DAY);
      postMortem = withAsked(postMortem, new Map(asking.map(({ item, forAt }) => [item.id, forAt])), now);
    }
    expect(asked).toEqual([-1, 0, 3, 6]);
    expect(postMortem.remindAt).toBe(due + 9 * DAY);
  });

  it('another owner or day begins anew; what was changed while its owner was asked is asked for again', () => {
    const [{ item, forAt } = { item: undefined, forAt: 0 }] = itemsToAsk(withItem(), noon + 2 * DAY);
    const asked = withAsked(withItem(), new Map([[item?.id ?? '', forAt]]), noon + 2 * DAY);
    expect(asked.actionItems[0]?.remindedAt).toBe(noon + 2 * DAY);
    for (const change of [{ owner: of('priya') }, { dueAt: noon + 4 * DAY }]) expect(done(changeActionItem(asked, 'raise', change, sam, noon)).actionItems[0]?.remindedAt).toBeNull();
    expect(done(changeActionItem(asked, 'raise', { title: 'Raise it' }, sam, noon)).actionItems[0]?.remindedAt).toBe(noon + 2 * DAY);
    const moved = done(changeActionItem(withItem(), 'raise', { dueAt: noon + 10 * DAY }, sam, noon));
    expect(withAsked(moved, new Map([['raise', forAt]]), noon + 2 * DAY)).toEqual(moved);
  });

  it.each<[string, Partial<ActionItem>, number | null]>([['without a day', { dueAt: null }, null], ['done', { doneAt: noon }, null], ['never asked for', {}, noon + 2 * DAY]])('%s', (_name, fields, expected) => {
    const [item] = withItem().actionItems;
    expect(item && askedAt({ ...item, ...fields })).toBe(expected);
  });

  it('is overdue once its day is over, not on its day', () => {
    const due = { dueAt: Date.UTC(2026, 10, 24, 9), doneAt: null };
    expect([isOverdue(due, Date.UTC(2026, 10, 24, 23, 59)), isOverdue(due, Date.UTC(2026, 10, 25)), isOverdue({ ...due, doneAt: 1 }, Date.UTC(2026, 11, 25)), isOverdue({ ...due, dueAt: null }, noon)]).toEqual([false, true, false, false]);
  });
});
