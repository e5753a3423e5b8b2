import type { StepTick } from '#domain/incident/parts';
import type { RunbookStep } from '#domain/runbook/steps';
import type { Entry } from '../../../commands/queue';

/**
 * How one step stands on this screen. `sending`: ticked here a moment ago; `waiting`: ticked here, and no answer came, so only this device knows.
 * `by` null: the reader.
 */
export type StepStanding = { state: 'open' | 'done' | 'skipped'; by: string | null; at: number | null; pending: 'sending' | 'waiting' | null };
export type StepRow = { step: RunbookStep; number: number; standing: StepStanding };

/** The steps of a runbook as they stand in an incident: what is known, and over it what this device has on its way. */
export function stepRows({ incidentId, runbookId, steps, ticks, queue }: {
  incidentId: string; runbookId: string; steps: readonly RunbookStep[]; ticks: readonly StepTick[]; queue: readonly Entry[];
}): StepRow[] {
  return steps.map((step, index) => {
    const sent = queue.findLast(({ command }) => command.type === 'tickStep' && command.incidentId === incidentId && command.runbookId === runbookId && command.step === step.key);
    const tick = ticks.find((each) => each.runbookId === runbookId && each.step === step.key);
    const stored: StepStanding = { state: tick?.state ?? 'open', by: tick?.by ?? null, at: tick?.at ?? null, pending: null };
    const standing: StepStanding = sent?.command.type === 'tickStep'
      ? { state: sent.command.state, by: null, at: sent.queuedAt, pending: sent.state === 'settled' ? null : sent.state }
      : stored;
    return { step, number: index + 1, standing };
  });
}

/** The first step that is neither done nor skipped; null where none is left. */
export function firstOpen(rows: readonly StepRow[]): StepRow | null {
  return rows.find(({ standing }) => standing.state === 'open') ?? null;
}

/** "3 of 7 done", "3 of 7 done, 1 skipped, 2 not yet sent": what only this device knows counts as neither. */
export function progressWords(rows: readonly StepRow[]): string {
  const count = (state: StepStanding['state']) => rows.filter(({ standing }) => standing.state === state && standing.pending !== 'waiting').length;
  const unsent = rows.filter(({ standing }) => standing.pending === 'waiting').length;
  const also = [[count('skipped'), 'skipped'], [unsent, 'not yet sent']] as const;
  return [`${count('done')} of ${rows.length} done`, ...also.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)].join(', ');
}

/** Who did it and when, or how far the tick is; null for a step that nobody touched. `when`: the moment in the reader's words. */
export function standingWords({ state, by, at, pending }: StepStanding, when: (at: number) => string): string | null {
  if (pending === 'waiting') return `${{ done: 'Done', skipped: 'Skipped', open: 'Open again' }[state]} here. Not yet sent: nobody else sees it.`;
  if (pending === 'sending') return `${{ done: 'Done', skipped: 'Skipped', open: 'Open again' }[state]}. Sending.`;
  if (state === 'open') return null;
  return `${state === 'done' ? 'Done' : 'Skipped'} by ${by ?? 'you'}${at === null ? '' : `, ${when(at)}`}`;
}

/** Which of the runbooks that fit is shown first: the one that somebody works with, else the best. */
export function shownFirst<T extends { runbook: { id: string } }>(matched: readonly T[], ticks: readonly StepTick[]): T | null {
  const latest = [...ticks].sort((a, b) => b.at - a.at).find(({ runbookId }) => matched.some(({ runbook }) => runbook.id === runbookId));
  return matched.find(({ runbook }) => runbook.id === latest?.runbookId) ?? matched[0] ?? null;
}

/** The steps under the headings that they stand under, in order. */
export function underHeadings(rows: readonly StepRow[]): { heading: string | null; rows: StepRow[] }[] {
  const groups: { heading: string | null; rows: StepRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last.heading === row.step.heading) last.rows.push(row);
    else groups.push({ heading: row.step.heading, rows: [row] });
  }
  return groups;
}
