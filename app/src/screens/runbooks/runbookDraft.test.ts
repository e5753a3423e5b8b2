import { expect, it } from 'vitest';
import { Runbook } from '#domain/runbook/runbook';
import { beginning, isChanged, isOvertaken, restoring } from './runbookDraft';

const runbook = Runbook.parse({ id: 'a', title: 'A', serviceIds: [], markdown: 'old', version: 3, ownerId: 'sam' });

it('begins with what there is, or with the template that its writer owns', () => {
  expect(beginning(runbook, 'template', 'ada')).toEqual({ source: 'old', ownerId: 'sam', note: '', basedOn: 3 });
  expect(beginning(null, 'template', 'ada')).toEqual({ source: 'template', ownerId: 'ada', note: '', basedOn: null });
});

it.each([['source', true], ['ownerId', true], ['note', true], ['', false]])('a changed "%s" is something to lose: %s', (field, changed) => {
  const before = beginning(runbook, '', 'ada');
  expect(isChanged({ ...before, ...(field === '' ? {} : { [field]: 'x' }) }, before)).toBe(changed);
});

it('is overtaken by another version than its own, and a new one by nothing', () => {
  const draft = beginning(runbook, '', 'ada');
  expect(isOvertaken(draft, runbook)).toBe(false);
  expect(isOvertaken(draft, { ...runbook, version: 4 })).toBe(true);
  expect(isOvertaken(beginning(null, '', 'ada'), null)).toBe(false);
});

it('brings an earlier version back as a change of the newest', () => {
  expect(restoring(runbook, { version: 1, markdown: 'first' })).toEqual({ source: 'first', ownerId: 'sam', note: 'Back to version 1', basedOn: 3 });
});
