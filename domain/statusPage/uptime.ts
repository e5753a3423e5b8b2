import { DAY, type Instant, SECOND } from '../time/instant';
import type { BadState, DaySeconds, PublicComponent, PublicMonth } from './publicStatus';
import { dayOf, monthOf, noSeconds, secondsByDay } from './spans';

/** How many days back the page looks, today among them. */
export const daysShown = 90;

/** A figure about less time (s) says nothing. */
const leastKnown = 3600;

/** How much of an outage counts as down: a major one whole, a partial one 30 %, what is slow or announced not at all. */
const weights: DaySeconds = { majorOutage: 1, partialOutage: 0.3, degraded: 0, maintenance: 0 };
const worstFirst: readonly BadState[] = ['majorOutage', 'partialOutage', 'degraded', 'maintenance'];

/** One UTC day of a component. `worst` null: nothing was wrong; `known` false: it was not on the page yet. */
export type DayShown = { day: string; seconds: DaySeconds; worst: BadState | null; known: boolean };
/** `uptime`: the part of the known time that it was up, 0 to 1; null while less than an hour is known. Oldest day first. */
export type ComponentHistory = { days: DayShown[]; uptime: number | null };

/** The months that the last 90 days fall into, oldest first. */
export function monthsShown(now: Instant): string[] {
  return [...new Set(Array.from({ length: daysShown }, (_, index) => monthOf(now - (daysShown - 1 - index) * DAY)))];
}

/** A component's last 90 days as of `now` (ms since epoch), its present state counted up to now. */
export function historyOf(component: Pick<PublicComponent, 'id' | 'state' | 'sinceAt' | 'knownAt'>, months: readonly PublicMonth[], now: Instant): ComponentHistory {
  const { id, state, sinceAt, knownAt } = component;
  const running = new Map(state === 'operational' ? [] : secondsByDay({ from: sinceAt, until: now }).map(({ day, seconds }) => [day, seconds]));
  const first = (Math.floor(now / DAY) - (daysShown - 1)) * DAY;
  const days = Array.from({ length: daysShown }, (_, index): DayShown => {
    const day = dayOf(first + index * DAY);
    const stored = months.find(({ month }) => day.startsWith(month))?.days[id]?.[day] ?? noSeconds;
    const seconds = state === 'operational' ? stored : { ...stored, [state]: stored[state] + (running.get(day) ?? 0) };
    return { day, seconds, worst: worstFirst.find((bad) => seconds[bad] > 0) ?? null, known: day >= dayOf(knownAt) };
  });
  const knownSeconds = (now - Math.max(first, knownAt)) / SECOND;
  if (knownSeconds < leastKnown) return { days, uptime: null };
  const down = days.reduce((sum, { seconds }) => sum + worstFirst.reduce((part, bad) => part + weights[bad] * seconds[bad], 0), 0);
  return { days, uptime: Math.max(0, 1 - down / knownSeconds) };
}

/** "99.98 %". Cut off, never rounded up: 100 % is only what was never down. */
export const uptimeWords = (uptime: number): string => (uptime === 1 ? '100 %' : `${(Math.floor(uptime * 10_000) / 100).toFixed(2)} %`);
