import { describe, expect, it } from 'vitest';
import { Grouping } from '#domain/service/service';
import { draftOf, groupingOf, groupingWords } from './grouping';

const every: readonly Grouping[] = [
  { by: 'source' }, { by: 'fields', fields: ['label.cluster', 'name'], overSource: true }, { by: 'service', windowMinutes: 30, overSource: false },
];

it.each(every)('$by survives being edited without a change', (grouping) => {
  expect(groupingOf(draftOf(grouping))).toEqual(grouping);
  expect(Grouping.parse(groupingOf(draftOf(grouping)))).toEqual(grouping);
});

describe('what was typed', () => {
  const draft = draftOf({ by: 'source' });
  it.each([
    [{ ...draft, by: 'fields', fields: ' label.a ,, label.b,label.a ' } as const, { by: 'fields', fields: ['label.a', 'label.b'], overSource: false }],
    [{ ...draft, by: 'fields', fields: ' , ' } as const, { path: 'grouping.fields' }],
    [{ ...draft, by: 'fields', fields: 'cluster' } as const, { path: 'grouping.fields' }],
    [{ ...draft, by: 'fields', fields: 'label.a,label.b,label.c,label.d,label.e,label.f' } as const, { path: 'grouping.fields' }],
    [{ ...draft, by: 'service', windowMinutes: '0' } as const, { path: 'grouping.windowMinutes' }],
    [{ ...draft, by: 'service', windowMinutes: '1.5' } as const, { path: 'grouping.windowMinutes' }],
    [{ ...draft, by: 'service', windowMinutes: '' } as const, { path: 'grouping.windowMinutes' }],
    [{ ...draft, by: 'service', windowMinutes: '1440' } as const, { by: 'service', windowMinutes: 1440 }],
  ])('%o is understood or refused with its field', (typed, expected) => {
    expect(groupingOf(typed)).toMatchObject(expected);
  });

  it('says how to write a label that was named without its prefix', () => {
    expect(groupingOf({ ...draft, by: 'fields', fields: 'cluster' })).toMatchObject({ message: expect.stringContaining('label.cluster') as string });
  });
});

it.each([
  [every[0], 'As the tool groups'],
  [every[1], 'By label.cluster, name, also over the tool’s own groups'],
  [every[2], 'Everything within 30 min of the first alert, where the tool names no group'],
])('%o in words', (grouping, words) => {
  expect(grouping && groupingWords(grouping)).toBe(words);
});
