import { describe, expect, it } from 'vitest';
import { fencedLogs, looksLikeLogs, withFenced } from './pastedLogs';

const log = ['2026-07-07T03:12:01Z ERROR pool exhausted', '2026-07-07T03:12:02Z ERROR pool exhausted', '2026-07-07T03:12:03Z WARN retry', '  at Pool.take(pool.js:12)'].join('\r\n');

describe('what is pasted', () => {
  it.each([
    ['logs', log, true], ['a line of them', '2026-07-07T03:12:01Z ERROR x', false], ['a sentence', 'It was the deploy.', false],
    ['a long output', Array.from({ length: 14 }, (_, index) => `pod-${index} Running`).join('\n'), true],
    ['a letter', Array.from({ length: 14 }, (_, index) => (index % 2 ? '' : 'A sentence of prose.')).join('\n'), false],
    ['what is fenced already', `\`\`\`\n${log}\n\`\`\``, false],
  ])('%s', (_what, text, is) => expect(looksLikeLogs(text)).toBe(is));
});

describe('logs in a note', () => {
  it('are fenced on lines of their own, the words around them kept', () => {
    expect(withFenced(`Seen: a\nb then`, 'a\r\nb')).toBe('Seen:\n\n```\na\nb\n```\n\nthen');
  });
  it('cannot end their own fence', () => expect(fencedLogs('x\n```\ny')).toBe('````\nx\n```\ny\n````'));
  it('are left alone once they were changed', () => expect(withFenced('a c', 'a\nb')).toBeNull());
});
