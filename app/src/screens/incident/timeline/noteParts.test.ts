import { describe, expect, it } from 'vitest';
import { linesUnfolded, partsOfNote } from './noteParts';

const logs = (lines: number) => Array.from({ length: lines }, (_, index) => `line ${index}`).join('\n');
const long = linesUnfolded + 1;

describe('a note', () => {
  it('without code is words', () => expect(partsOfNote('a\n\nb')).toEqual([{ kind: 'words', text: 'a\n\nb' }]));
  it('keeps short code in its words', () => expect(partsOfNote('a\n```\nls\n```\nb')).toEqual([{ kind: 'words', text: 'a\n```\nls\n```\nb' }]));
  it('has its long logs taken out, in their place', () => {
    expect(partsOfNote(`before\n\`\`\`text\n${logs(long)}\n\`\`\`\nafter`)).toEqual([
      { kind: 'words', text: 'before' }, { kind: 'logs', text: logs(long), lines: long }, { kind: 'words', text: 'after' },
    ]);
  });
  it('may leave a fence open', () => expect(partsOfNote(`~~~\n${logs(long)}`)).toEqual([{ kind: 'logs', text: logs(long), lines: long }]));
  it('is not closed by a shorter or another fence', () => {
    const inside = `${logs(long)}\n\`\`\`\n~~~~`;
    expect(partsOfNote(`\`\`\`\`\n${inside}\n\`\`\`\``)).toEqual([{ kind: 'logs', text: inside, lines: long + 2 }]);
  });
  it('of nothing has no parts', () => expect(partsOfNote('\n ')).toEqual([]));
});
