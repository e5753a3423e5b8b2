import { expect, it } from 'vitest';
import { readRunbook } from './frontMatter';
import { planOf } from './importing';

const file = (path: string, markdown: string) => ({ path, markdown, read: (fallback: string) => readRunbook(markdown, fallback) });
const existing = [{ id: 'checkout', title: 'Checkout is failing' }, { id: 'x1', title: 'Datenbank überläuft' }];
const planned = (...files: [string, string][]) => planOf(files.map(([path, text]) => file(path, text)), existing).map(({ about, runbookId, refused }) => [about.title, runbookId, refused]);

it.each<[string, string, string, string | null]>([
  ['runbooks/new-thing.md', '1. Look\n', 'New thing', null],
  ['any.md', '# checkout IS failing\n', 'checkout IS failing', 'checkout'],
  ['runbooks\\checkout.md', '# Another title\n', 'Another title', 'checkout'],
  ['datenbank_uberlauft.markdown', '1. Look\n', 'Datenbank uberlauft', 'x1'],
  ['payments/README.md', '1. Look\n', 'Payments', null],
  ['---.md', '1. Look\n', 'Untitled runbook', null],
])('%s is planned by its title or its name', (path, text, title, id) => {
  expect(planned([path, text])[0]?.slice(0, 2)).toEqual([title, id]);
});

it('refuses the second of two files that are one runbook, and what is wrong, and goes on', () => {
  expect(planned(['a.md', '# Same\n'], ['b.md', '# Same\n'], ['c.md', '---\ntitle: [\n---\n'], ['checkout.md', '1. Look\n'], ['d.md', '# Checkout is failing'], ['e.md', '# Other']))
    .toEqual([['Same', null, false], ['Same', null, true], ['C', null, true], ['Checkout', 'checkout', false], ['Checkout is failing', 'checkout', true], ['Other', null, false]]);
});
