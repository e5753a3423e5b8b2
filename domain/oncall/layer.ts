import { spansFrom } from '../time/weeklyWindow';
import type { TimeZone } from '../time/zone';
import { holidaySpans } from './holidays';
import { holdersOf, turnsFrom } from './rotation';
import type { Layer } from './schedule';
import { type Step, stepsOf, together } from './steps';

const nobody: readonly string[] = [];
/** What one of a layer's lines says: whether the layer counts, and whom it has on call if so. */
type State = { isOpen: boolean; userIds: readonly string[] };
type Line = Generator<Step<State>, void>;
const open: State = { isOpen: true, userIds: nobody };
const closed: State = { isOpen: false, userIds: nobody };

/**
 * Who a layer has on call from `from` (ms since epoch) on, overrides and other layers apart: nobody outside its windows, its holidays and its
 * own time. `zone` is the schedule's, `holidays` are dates in it. Cut also where nothing changes.
 */
export function* layerSteps(layer: Layer, zone: TimeZone, from: number, holidays: readonly string[]): Generator<Step<readonly string[]>, void> {
  for (const { endAt, value } of together([turnLine(layer, zone, from), ...conditionsOf(layer, zone, from, holidays)])) {
    // The turns are the first line.
    yield { endAt, value: value.every(({ isOpen }) => isOpen) ? (value[0]?.userIds ?? nobody) : nobody };
  }
}

function* turnLine(layer: Layer, zone: TimeZone, from: number): Line {
  for (const { k, endAt } of turnsFrom(layer.rotation, layer.timeZone ?? zone, from)) {
    yield { endAt, value: { isOpen: true, userIds: holdersOf(layer.participants, k, layer.atOnce) } };
  }
}

/** A line for each restriction that the layer has. */
function conditionsOf(layer: Layer, zone: TimeZone, from: number, holidays: readonly string[]): Line[] {
  const conditions: Line[] = [];
  if (layer.from !== null || layer.until !== null) {
    conditions.push(stepsOf([{ startAt: layer.from ?? -Infinity, endAt: layer.until ?? Infinity }], from, open, closed));
  }
  if (layer.windows !== null) conditions.push(stepsOf(spansFrom(layer.windows, zone, from), from, open, closed));
  if (layer.holidays === 'off') conditions.push(stepsOf(holidaySpans(holidays, zone, from), from, closed, open));
  if (layer.holidays === 'only') conditions.push(stepsOf(holidaySpans(holidays, zone, from), from, open, closed));
  return conditions;
}
