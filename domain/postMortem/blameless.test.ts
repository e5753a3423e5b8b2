import { describe, expect, it } from 'vitest';
import { blameHints } from './blameless';

const found = (text: string, names: string[] = ['Sam Weber', 'Sam']) => blameHints(text, names).map(({ found: words }) => words);

describe('hints for blameless wording', () => {
  it.each<[string, string[]]>([
    ['It was a human error.', ['human error']], ['We SHOULD HAVE tested it; they shouldn\'t have merged.', ['SHOULD HAVE', 'shouldn\'t have']], ['The operator forgot to drain it.', ['forgot to']],
    ['Sam broke the deploy.', ['Sam']], ['Sam Weber misconfigured the pool.', ['Sam Weber', 'Sam']], ['That was careless.', ['careless']], ['Obviously the pool was full.', ['Obviously']],
    ['human error, then human error again', ['human error']],
  ])('%s', (text, expected) => { expect(found(text).sort()).toEqual([...expected].sort()); });

  it.each([
    '', 'Sam rolled back at 03:12 and the error rate fell.', 'Sam failed over to Frankfurt.', 'The default timeout is 30 s.', 'Samples were missed by the collector.', 'The faulty disk was swapped.', 'Sam paged Priya. The deploy caused it.', 'We should alert at 80 %.',
  ])('none for: %s', (text) => { expect(found(text)).toEqual([]); });

  it('stand in the order of the text, each with what to write instead', () => {
    expect(blameHints('Obviously it was a human error.', []).map(({ found: words, advice }) => [words, advice.length > 10])).toEqual([['Obviously', true], ['human error', true]]);
  });

  it('a name that looks like a pattern is only a name', () => { expect(found('A.B caused it, AxB too', ['A.B', '(', '*+'])).toEqual(['A.B']); });
});
