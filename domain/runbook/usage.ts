import type { Incident } from '../incident/incident';
import { type Instant, MINUTE } from '../time/instant';
import type { Runbook } from './runbook';
import { stepsOf } from './steps';

/**
 * How a runbook did. `times`: incidents that used it. Medians in whole minutes from the trigger, null where none got there: to the first step ticked or
 * skipped, and until service was restored, else the incident resolved. `skipped`: steps that people skip, the most skipped first.
 */
export type Usage = {
  times: number; lastUsedAt: Instant | null; minutesToFirstStep: number | null; minutesToRestored: number | null;
  skipped: { key: string; words: string; times: number }[];
};

type Used = Pick<Incident, 'runbookId' | 'ticks' | 'clocks'>;

/** What incidents tell of a runbook: those that ticked one of its steps or were opened with it. Steps that it no longer has are left out. */
export function usageOf(incidents: readonly Used[], runbook: Pick<Runbook, 'id' | 'markdown'>): Usage {
  const uses = incidents
    .map(({ runbookId, ticks, clocks }) => ({ clocks, named: runbookId === runbook.id, ticks: ticks.filter((tick) => tick.runbookId === runbook.id) }))
    .filter(({ named, ticks }) => named || ticks.length > 0);
  const since = (clocks: Used['clocks'], at: Instant) => Math.max(0, at - clocks.triggeredAt) / MINUTE;
  const skips = uses.flatMap(({ ticks }) => ticks.filter(({ state }) => state === 'skipped').map(({ step }) => step));
  return {
    times: uses.length,
    lastUsedAt: uses.length === 0 ? null : Math.max(...uses.map(({ clocks, ticks }) => Math.max(clocks.triggeredAt, ...ticks.map(({ at }) => at)))),
    minutesToFirstStep: medianOf(uses.flatMap(({ clocks, ticks }) => (ticks.length === 0 ? [] : [since(clocks, Math.min(...ticks.map(({ at }) => at)))]))),
    minutesToRestored: medianOf(uses.flatMap(({ clocks }) => { const at = clocks.mitigatedAt ?? clocks.resolvedAt; return at === null ? [] : [since(clocks, at)]; })),
    skipped: stepsOf(runbook.markdown)
      .map(({ key, words }) => ({ key, words, times: skips.filter((step) => step === key).length }))
      .filter(({ times }) => times > 0)
      .sort((a, b) => b.times - a.times),
  };
}

/** Rounded to a whole number; of an even number of values the middle of the two in the middle. */
function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.length === 0 ? null : Math.round(middle.reduce((sum, value) => sum + value, 0) / middle.length);
}
