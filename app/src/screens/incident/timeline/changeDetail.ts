import type { Actor, Change } from '#domain/incident/timeline';
import { changeWords } from '#domain/incident/words';

/**
 * One change as a line, with the moments that it names said in the reader's way (`time` words an instant in ms since epoch), and what is long of it apart:
 * `output` is shown as it came, in the type of a terminal.
 */
export function changeLine(change: Change, actor: Actor, time: (at: number) => string): { words: string; output: string | null } {
  switch (change.type) {
    case 'monitoring': case 'snoozed': return { words: `${changeWords(change, actor)} until ${time(change.until)}`, output: null };
    case 'startedAtSet': return { words: `${changeWords(change, actor)}: ${time(change.at)}`, output: null };
    case 'actionRun': return { words: changeWords({ ...change, result: '' }, actor), output: change.result.trim() === '' ? null : change.result };
    case 'logs': return { words: changeWords(change, actor), output: change.text };
    default: return { words: changeWords(change, actor), output: null };
  }
}
