import { describe, expect, it } from 'vitest';
import { isRunbookFile, loadsOf, sifted, toWrite } from './importFiles';

it.each([
  ['runbooks/checkout.md', true], ['a/B/Read.MARKDOWN', true], ['runbooks/picture.png', false], ['.git/x.md', false], ['docs/.obsidian/x.md', false],
  ['node_modules/pkg/README.md', false], ['md', false],
])('%s is a runbook: %s', (path, isOne) => {
  expect(isRunbookFile(path)).toBe(isOne);
});

it('takes out what is empty or too long, and says so', () => {
  const { fit, refused } = sifted([{ path: 'a/good.md', markdown: '# Good' }, { path: 'a/empty.md', markdown: ' \n' }, { path: 'a/long.md', markdown: 'x'.repeat(100_001) }]);
  expect(fit.map(({ path }) => path)).toEqual(['a/good.md']);
  expect(refused).toMatchObject([{ path: 'a/empty.md', title: 'empty.md', outcome: 'refused', issues: [{ message: 'is empty.' }] }, { path: 'a/long.md', issues: [{ message: /100,000/ }] }]
    .map(({ issues, ...rest }) => ({ ...rest, issues: issues.map(({ message }) => ({ message: typeof message === 'string' ? message : expect.stringMatching(message) as string })) })));
});

describe('the loads', () => {
  const file = (length: number) => ({ path: 'x.md', markdown: 'x'.repeat(length) });
  const sizes = (files: { path: string; markdown: string }[], most?: number) => loadsOf(files, most).map((load) => load.length);
  it.each([
    [Array.from({ length: 230 }, () => file(10)), undefined, [100, 100, 30]],
    [Array.from({ length: 25 }, () => file(10)), 10, [10, 10, 5]],
    [Array.from({ length: 20 }, () => file(100_000)), undefined, [15, 5]],
    [[], undefined, []],
  ])('are as large as one command takes', (files, most, expected) => {
    expect(sizes(files, most)).toEqual(expected);
  });
});

it('counts what will be written', () => {
  const one = (outcome: 'new' | 'newVersion' | 'unchanged' | 'refused') => ({ path: '', title: '', outcome, issues: [], runbookId: null });
  expect(toWrite([one('new'), one('newVersion'), one('unchanged'), one('refused')])).toBe(2);
});
