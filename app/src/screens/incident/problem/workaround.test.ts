import { describe, expect, it } from 'vitest';
import { workaroundParts } from './workaround';

describe('a workaround as words and commands', () => {
  it.each([
    ['only words', 'Wait ten minutes.\nThen look again.', [['words', 'Wait ten minutes.\nThen look again.']]],
    ['a fenced block', 'Restart it:\n```sh\nkubectl delete pod x\nkubectl get pods\n```\nThen wait.', [['words', 'Restart it:'], ['command', 'kubectl delete pod x\nkubectl get pods'], ['words', 'Then wait.']]],
    ['two blocks in a row stay two', '```\na\n```\n```\nb\n```', [['command', 'a'], ['command', 'b']]],
    ['a line of its own in backticks, and after a prompt', '`systemctl restart x`\n$ systemctl status x', [['command', 'systemctl restart x'], ['command', 'systemctl status x']]],
    ['backticks within a sentence stay words', 'Set `max` to 5.', [['words', 'Set `max` to 5.']]],
    ['a block that is never closed', '```\na', [['command', 'a']]],
    ['nothing', ' \n', []],
  ])('%s', (_, text, parts) => {
    expect(workaroundParts(text).map(({ kind, text: part }) => [kind, part])).toEqual(parts);
  });
});
