import type { TimelineEntry } from '../incident/timeline';
import { changeWords } from '../incident/words';
import type { Instant } from '../time/instant';

/** One thing that ran. `by`: who asked for it by hand; null: Rouse did it by itself. */
export type Ran = { at: Instant; words: string; state: 'done' | 'failed' | 'skipped'; by: string | null };

/** What the response plan did, and what webhooks of runbooks answered, oldest first: by itself, and by hand. A dry run did nothing, and is left out. */
export function whatRan(entries: readonly TimelineEntry[]): Ran[] {
  const ran = entries.flatMap(({ at, actor, changes }) => changes.flatMap((change): Ran[] => {
    const by = actor.kind === 'rouse' ? null : actor.name;
    switch (change.type) {
      case 'planStep': return [{ at, words: changeWords(change, actor), state: change.state, by }];
      case 'planStopped': return [{ at, words: changeWords(change, actor), state: 'skipped', by }];
      case 'actionRun': return change.dryRun || change.state === 'started' ? [] : [{ at, words: changeWords(change, actor), state: change.state === 'failed' ? 'failed' : 'done', by }];
      default: return [];
    }
  }));
  return ran.sort((a, b) => a.at - b.at);
}
