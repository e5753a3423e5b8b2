import { componentStateNames } from '#domain/statusPage/component';
import type { BadState } from '#domain/statusPage/publicStatus';
import { type ComponentHistory, type DayShown, daysShown, uptimeWords } from '#domain/statusPage/uptime';
import { dateWords } from '#domain/statusPage/words';
import { durationWords } from '#domain/time/words';
import { escaped } from '../../pages/html';
import { stateClass } from './marks';

/** The taller the worse; what is fine is 6 high. A day is 4 wide. */
const heights: Record<BadState, number> = { majorOutage: 24, partialOutage: 18, degraded: 12, maintenance: 9 };
const told = 2;

/** 90 days as bars, one path for each state that occurs, however many days it has; its words say the same. */
export function strip(history: ComponentHistory): string {
  const { days } = history;
  const known = days.findIndex((day) => day.known);
  const from = known < 0 ? daysShown : known;
  const ticks = [
    ...(from > 0 ? [`<path class="u h" d="M0 21H${from * 4}"/>`] : []), ...(from < daysShown ? [`<path class="o h" d="M${from * 4} 21H${daysShown * 4}"/>`] : []),
  ];
  const bars = (Object.keys(heights) as BadState[]).flatMap((state) => { // The keys of a record of ours.
    const moves = days.flatMap(({ worst }, index) => (worst === state ? [`M${index * 4 + 1.5} 24v-${heights[state]}`] : []));
    return moves.length === 0 ? [] : [`<path class=${stateClass[state]} d="${moves.join('')}"/>`];
  });
  return `<svg class=b role=img aria-label="${escaped(stripWords(history))}" viewBox="0 0 360 24" preserveAspectRatio=none>${[...ticks, ...bars].join('')}</svg>`;
}

/** "90 days: 99.98 % up. Partial outage on 12 Oct 2026 for 22 min." The newest days that were bad. */
function stripWords({ days, uptime }: ComponentHistory): string {
  const bad = days.filter(({ worst }) => worst !== null).reverse();
  const words = bad.slice(0, told).map((day) => ` ${dayWords(day)}.`);
  const rest = bad.length - told;
  return `${daysShown} days: ${uptime === null ? 'nothing known yet' : `${uptimeWords(uptime)} up`}.${words.join('')}${rest > 0 ? ` ${rest} more ${rest === 1 ? 'day' : 'days'}.` : ''}`;
}

function dayWords({ day, seconds, worst }: DayShown): string {
  return worst === null ? '' : `${componentStateNames[worst]} on ${dateWords(day)} for ${durationWords(seconds[worst] * 1000)}`;
}
