import type { TimelineEntry } from '#domain/incident/timeline';

/** The last run of a step's action: by whom and when it was asked for, and what the webhook said, where it has answered. */
export type ActionRun = { state: 'started' | 'succeeded' | 'failed'; dryRun: boolean; at: number; by: string | null; result: string };

/** What came of an action the last time, read from the incident's timeline (oldest first); null where it never ran. */
export function lastRun(timeline: readonly TimelineEntry[], runbook: string, action: { name: string; title: string }): ActionRun | null {
  let run = null as ActionRun | null; // Else it is taken for null for good: what is set within the loop is not seen.
  for (const { at, actor, changes } of timeline) {
    for (const change of changes) {
      if (change.type !== 'actionRun' || change.runbook !== runbook || (change.action !== action.name && change.action !== action.title)) continue;
      const asked: string | null = change.state === 'started' || run === null ? null : run.by;
      const by = actor.kind === 'person' ? actor.name : asked;
      run = { state: change.state, dryRun: change.dryRun, at, by, result: change.result };
    }
  }
  return run;
}

/** "The dry run succeeded at 03:12, asked for by Sam." `when`: the moment in the reader's words. */
export function runWords({ state, dryRun, at, by }: ActionRun, when: (at: number) => string): string {
  const what = dryRun ? 'The dry run' : 'The run';
  const how = { started: 'is under way since', succeeded: 'succeeded at', failed: 'failed at' }[state];
  return `${what} ${how} ${when(at)}${by === null ? '' : `, asked for by ${by}`}.`;
}
