import { describe, expect, it } from 'vitest';
import { stepsOf } from './steps';

const fence = '```';

describe('the steps of a runbook', () => {
  it('are the items of ordered lists, with their words, commands and heading', () => {
    const body = `# Checkout\n\n## Diagnosis\n\n1. **See** what \`customers\` see.\n\n   ${fence}sh\n   curl localhost\n   ${fence}\n\n2. Look at the\n   graphs\n\n## Resolution\n\n1. Restart\n`;
    expect(stepsOf(body).map(({ words, codes, heading }) => ({ words, codes, heading }))).toEqual([
      { words: 'See what customers see.', codes: [{ code: 'curl localhost', language: 'sh' }], heading: 'Diagnosis' },
      { words: 'Look at the graphs', codes: [], heading: 'Diagnosis' },
      { words: 'Restart', codes: [], heading: 'Resolution' },
    ]);
  });

  it('are task-list items too, but not what is only listed', () => {
    expect(stepsOf('- [ ] Call Priya\n- [x] Look up\n- only words\n\n* a symptom\n').map(({ words }) => words)).toEqual(['Call Priya', 'Look up']);
  });

  it('keep an unindented block with the item before it, and no block that comes after other words', () => {
    const [first, second] = stepsOf(`1. Count\n${fence}\ncount\n${fence}\n2. Restart\n\nThis is for the curious:\n\n${fence}\nexplain\n${fence}\n`);
    expect(first?.codes).toEqual([{ code: 'count', language: null }]);
    expect(second?.codes).toEqual([]);
  });

  it('call an action by a fenced block, which is no command', () => {
    expect(stepsOf(`1. Collect diagnostics\n   ${fence}action diagnose\n   ${fence}\n   ${fence}sh\n   ls\n   ${fence}\n`)[0])
      .toMatchObject({ words: 'Collect diagnostics', action: 'diagnose', codes: [{ code: 'ls', language: 'sh' }] });
  });

  it('say what is below them', () => {
    expect(stepsOf(`1. Look at both logs\n   - the front\n   - the database\n     ${fence}sh\n     tail db.log\n     ${fence}\n`)[0])
      .toMatchObject({ words: 'Look at both logs the front; the database', codes: [{ code: 'tail db.log', language: 'sh' }] });
  });

  it('have words without markup or HTML, of 300 characters at most', () => {
    expect(stepsOf('1. Open [the board](https://x.test) <b onclick="x">now</b> \\*\n')[0]?.words).toBe('Open the board now *');
    expect(stepsOf(`1. ${'word '.repeat(200)}\n`)[0]?.words).toHaveLength(300);
  });

  it('are those of the body where the whole source is given', () => {
    expect(stepsOf('---\ntitle: x\nsymptoms:\n  - 503\n---\n1. Restart\n').map(({ words }) => words)).toEqual(['Restart']);
  });

  it.each(['', '\n', 'Only words.', '- a\n- b\n'])('are none in %j', (body) => expect(stepsOf(body)).toEqual([]));
});

describe('the key of a step', () => {
  const keys = (body: string) => stepsOf(body).map(({ key }) => key);

  it('comes of its words alone: what is added above changes nothing, nor does emphasis', () => {
    const [restart] = keys('1. Restart it\n');
    expect(keys('# Title\n\n1. Look first\n2. **Restart** it\n')[1]).toBe(restart);
    expect(keys('1. Restart them\n')[0]).not.toBe(restart);
  });

  it('differs for the same words twice, and is short enough to be stored', () => {
    const [first, second, third] = keys('1. Restart\n2. Restart\n3. Look\n');
    expect(new Set([first, second, third]).size).toBe(3);
    expect(first).toMatch(/^[a-z0-9-]{7,40}$/);
  });

  it('is the same tomorrow: ticks are stored under it', () => expect(keys('1. Restart\n')).toEqual(['1yn83cc']));
});
