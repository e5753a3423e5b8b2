import { layerSteps } from './layer';
import { applyOverrides } from './override';
import type { Schedule, Temporary } from './schedule';
import { together } from './steps';

/** A stretch of time, `[startAt, endAt)` in ms since epoch, in which the same people are on call. Nobody is a gap. */
export type Stretch = { startAt: number; endAt: number; userIds: string[] };

/**
 * Who is on call from `from` to `to` (ms since epoch), stretch after stretch without holes: it is cut wherever a layer
 * hands over, opens or closes, or an override or temporary schedule starts or ends, also where that changes nobody.
 * Lazy, so that a search can stop early: a cut costs about 2 µs. `holidays` are the dates (`YYYY-MM-DD`, in the
 * schedule's zone) that layers with a word on holidays go by.
 *
 * The layers with the highest priority among those that have somebody on call then count, together; overrides act on
 * that. While a temporary schedule runs, its fixed shifts alone count: neither layers nor overrides, as they were made
 * for the plan that it takes the place of. Several that run at once count together.
 */
export function* coverage(
  schedule: Schedule,
  from: number,
  to: number,
  holidays: readonly string[] = [],
): Generator<Stretch, void> {
  if (from >= to) return;
  const { timeZone, overrides, temporary } = schedule;
  const priorities = schedule.layers.map(({ priority }) => priority);
  const layers = schedule.layers.map((layer) => layerSteps(layer, timeZone, from, holidays));
  const edges = edgesOf(schedule).filter((edge) => edge > from);

  let startAt = from;
  for (const step of together(layers)) {
    while (startAt < step.endAt) {
      while (edges[0] !== undefined && edges[0] <= startAt) edges.shift();
      const endAt = Math.min(to, step.endAt, edges[0] ?? to);
      yield { startAt, endAt, userIds: temporaryAt(temporary, startAt) ?? applyOverrides(topOf(step.value, priorities), overrides, startAt) };
      if (endAt === to) return;
      startAt = endAt;
    }
  }
}

/** The people of the layers that win: of the highest priority among those that have somebody. */
function topOf(onCall: readonly (readonly string[])[], priorities: readonly number[]): string[] {
  let top = -Infinity;
  let people: string[] = [];
  onCall.forEach((userIds, i) => {
    const priority = priorities[i] ?? 0;
    if (userIds.length === 0 || priority < top) return;
    people = priority > top ? [...userIds] : [...people, ...userIds];
    top = priority;
  });
  return people;
}

/** Who the temporary schedules that run at `at` have on call; undefined when none runs. */
function temporaryAt(temporary: readonly Temporary[], at: number): string[] | undefined {
  const running = temporary.filter(({ startAt, endAt }) => startAt <= at && at < endAt);
  if (running.length === 0) return undefined;
  const shifts = running.flatMap((one) => one.shifts).filter(({ startAt, endAt }) => startAt <= at && at < endAt);
  return [...new Set(shifts.map(({ userId }) => userId))];
}

function edgesOf({ overrides, temporary }: Schedule): number[] {
  const spans = [...overrides, ...temporary, ...temporary.flatMap(({ shifts }) => shifts)];
  return spans.flatMap(({ startAt, endAt }) => [startAt, endAt]).sort((a, b) => a - b);
}
