import { DAY, type Instant, SECOND } from '../time/instant';
import type { ComponentState } from './component';
import type { BadState, DaySeconds, PublicMonth } from './publicStatus';

/** A component was in one state from `from` until before `until` (ms since epoch). */
export type Span = { componentId: string; state: ComponentState; from: Instant; until: Instant };

export const noSeconds: DaySeconds = { degraded: 0, partialOutage: 0, majorOutage: 0, maintenance: 0 };

/** The UTC date of a moment, `2026-10-31`; its month, `2026-10`. */
export const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);
export const monthOf = (at: Instant): string => dayOf(at).slice(0, 7);

/** The whole seconds of a span by UTC date. A second counts where it begins, so that spans which meet share none and lose none. */
export function secondsByDay({ from, until }: Pick<Span, 'from' | 'until'>): { day: string; seconds: number }[] {
  const days: { day: string; seconds: number }[] = [];
  for (let at = from; at < until;) {
    const next = Math.min(until, (Math.floor(at / DAY) + 1) * DAY);
    const seconds = Math.ceil(next / SECOND) - Math.ceil(at / SECOND);
    if (seconds > 0) days.push({ day: dayOf(at), seconds });
    at = next;
  }
  return days;
}

/** The months that spans fall into, each once. */
export const monthsOf = (spans: readonly Span[]): string[] => [...new Set(spans.filter(isBad).flatMap((span) => secondsByDay(span).map(({ day }) => day.slice(0, 7))))];

const isBad = (span: Span): span is Span & { state: BadState } => span.state !== 'operational';

/** The month with the seconds of the spans that fall into it. */
export function withSpans(month: PublicMonth, spans: readonly Span[]): PublicMonth {
  const days: PublicMonth['days'] = { ...month.days };
  for (const span of spans.filter(isBad)) {
    for (const { day, seconds } of secondsByDay(span)) {
      if (!day.startsWith(month.month)) continue;
      const before = days[span.componentId]?.[day] ?? noSeconds;
      // A day has no more seconds than a day has, whatever a clock that was set back says.
      const after = { ...before, [span.state]: Math.min(DAY / SECOND, before[span.state] + seconds) };
      days[span.componentId] = { ...days[span.componentId], [day]: after };
    }
  }
  return { ...month, days };
}
