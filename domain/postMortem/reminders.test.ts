import { describe, expect, it } from 'vitest';
import { noon, samplePerson } from '../samples';
import { DAY } from '../time/instant';
import { addActionItem } from './edit';
import { drafted } from './forTests';
import type { ActionOwner, PostMortem } from './postMortem';
import { askedFor, itemTellings, overdueItems } from './reminders';

const facts = {
  people: { priya: samplePerson('priya'), sam: samplePerson('sam'), ada: samplePerson('ada', { role: 'admin' }), gone: samplePerson('gone', { active: false }), stella: samplePerson('stella', { role: 'stakeholder' }) },
  teams: { payments: { id: 'payments', name: 'Payments', memberIds: ['sam', 'gone', 'ada'] }, empty: { id: 'empty', name: 'Empty', memberIds: [] } },
};
const person = (id: string): ActionOwner => ({ kind: 'person', id, name: id });
const team = (id: string): ActionOwner => ({ kind: 'team', id, name: facts.teams.payments.name });

describe('who is asked for an item', () => {
  it.each<[string, ActionOwner | null, string | null, string[]]>([
    ['its owner', person('sam'), 'priya', ['sam']], ['the members of its team who are there', team('payments'), 'priya', ['sam', 'ada']],
    ['whoever has the post-mortem, where it has no owner', null, 'priya', ['priya']], ['the same, where its owner has left', person('gone'), 'priya', ['priya']],
    ['the same, where its team is empty', team('empty'), 'priya', ['priya']], ['the admins, where nobody is left', person('gone'), 'gone', ['ada']], ['never who only follows', person('stella'), null, ['ada']],
  ])('%s', (_name, owner, ownerId, expected) => { expect(askedFor({ owner }, { ownerId }, facts)).toEqual(expected); });
});

const withItem = (dueAt: number, id = 'raise'): PostMortem => {
  const edited = addActionItem(drafted(), id, { title: 'Raise the limit', owner: team('payments'), dueAt }, noon);
  if (edited.kind !== 'done') throw new Error(edited.kind);
  return edited.postMortem;
};

describe('what they are told', () => {
  it.each<[string, number, string]>([['the day before', -DAY, 'Due tomorrow: Raise the limit'], ['on the day', 0, 'Due today: Raise the limit'], ['three days on', 3 * DAY, 'Overdue: Raise the limit']])('%s', (_name, after, title) => {
    const due = noon + 5 * DAY;
    const postMortem = withItem(due);
    const tellings = postMortem.actionItems.flatMap((item) => itemTellings(postMortem, item, due + after, facts, due + after));
    expect(tellings.map(({ userId, title: said, loud }) => [userId, said, loud])).toEqual([['sam', title, false], ['ada', title, false]]);
    expect(tellings[0]?.body).toContain('INC-K7Q2MD, Checkout is answering 503.');
    expect(tellings[0]?.body.includes('due 3 d ago')).toBe(after > DAY);
    expect(new Set(tellings.map(({ cause }) => cause))).toEqual(new Set([`actionItem.INC-K7Q2MD.raise.${due + after}`]));
  });
});

it('what is overdue stands in the order of its days', () => {
  const all = [withItem(noon, 'b'), withItem(noon - 3 * DAY, 'a'), withItem(noon + 9 * DAY, 'c')];
  expect(overdueItems(all, noon + 2 * DAY).map(({ item }) => item.id)).toEqual(['a', 'b']);
});
