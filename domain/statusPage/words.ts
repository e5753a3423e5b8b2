import type { Instant } from '../time/instant';
import type { ComponentState } from './component';
import { worstOf } from './componentState';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const iso = (at: Instant) => new Date(at).toISOString();

/** "21 Nov 2026, 12:04 UTC": a page that was kept somewhere for a day still says when. */
export const utcWords = (at: Instant): string => `${dateWords(iso(at).slice(0, 10))}, ${iso(at).slice(11, 16)} UTC`;

/** "21 Nov 2026" of `2026-11-21`. */
export const dateWords = (day: string): string => `${Number(day.slice(8, 10))} ${(months[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3)} ${day.slice(0, 4)}`;

/** "October 2026" of `2026-10`. */
export const monthWords = (month: string): string => `${months[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;

/** "12:04 UTC" where both are of the same day, else with the date: for the end of a span whose beginning stands before it. */
export const untilWords = (at: Instant, from: Instant): string => (iso(at).slice(0, 10) === iso(from).slice(0, 10) ? `${iso(at).slice(11, 16)} UTC` : utcWords(at));

/** The whole page in a sentence. */
export function headline(states: readonly ComponentState[]): string {
  if (states.length === 0) return 'Nothing is shown here yet';
  const worst = worstOf(states);
  const one = states.filter((state) => state === worst).length === 1;
  switch (worst) {
    case 'operational': return 'All systems are operational';
    case 'maintenance': return 'Maintenance is under way';
    case 'degraded': return one ? 'One system is degraded' : 'Some systems are degraded';
    case 'partialOutage': return 'Partial outage';
    case 'majorOutage': return 'Major outage';
    default: return worst satisfies never;
  }
}
