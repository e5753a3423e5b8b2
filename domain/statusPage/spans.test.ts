import { describe, expect, it } from 'vitest';
import { DAY, HOUR, SECOND } from '../time/instant';
import type { ComponentState } from './component';
import type { PublicMonth } from './publicStatus';
import { monthsOf, secondsByDay, type Span, withSpans } from './spans';
import { historyOf, monthsShown, uptimeWords } from './uptime';

const at = (text: string) => Date.parse(`${text}Z`);
const empty = (month: string): PublicMonth => ({ month, past: [], days: {} });
const stored = (spans: readonly Span[]) => monthsOf(spans).map((month) => withSpans(empty(month), spans));

/** The same figures, counted second by second. */
function recounted(spans: readonly Span[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { componentId, state, from, until } of spans) {
    const days = new Map<number, number>();
    for (let second = Math.ceil(from / SECOND); second * SECOND < until; second += 1) {
      const day = Math.floor(second / 86_400);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    for (const [day, count] of days) {
      const key = `${componentId} ${new Date(day * DAY).toISOString().slice(0, 10)} ${state}`;
      counts[key] = (counts[key] ?? 0) + count;
    }
  }
  return counts;
}
const counted = (months: readonly PublicMonth[]): Record<string, number> => Object.fromEntries(months.flatMap(({ days }) => Object.entries(days).flatMap(([id, dates]) =>
  Object.entries(dates).flatMap(([day, seconds]) => Object.entries(seconds).filter(([, count]) => count > 0).map(([state, count]) => [`${id} ${day} ${state}`, count])))));

/** Numbers that look random and are the same at every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 32; };
}

describe('the seconds of a span', () => {
  it.each([
    ['within a day', '2026-11-21T10:00:00', '2026-11-21T10:00:30', { '2026-11-21': 30 }],
    ['over midnight', '2026-11-21T23:59:30', '2026-11-22T00:01:00', { '2026-11-21': 30, '2026-11-22': 60 }],
    ['over the end of a month', '2026-10-31T23:00:00', '2026-11-02T01:00:00', { '2026-10-31': 3600, '2026-11-01': 86_400, '2026-11-02': 3600 }],
    ['a leap day', '2028-02-28T12:00:00', '2028-03-01T12:00:00', { '2028-02-28': 43_200, '2028-02-29': 86_400, '2028-03-01': 43_200 }],
    ['that is whole', '2026-11-21T00:00:00', '2026-11-22T00:00:00', { '2026-11-21': 86_400 }],
    ['that is none', '2026-11-21T00:00:00', '2026-11-21T00:00:00', {}],
  ])('%s', (_, from, until, days) => {
    expect(Object.fromEntries(secondsByDay({ from: at(from), until: at(until) }).map(({ day, seconds }) => [day, seconds]))).toEqual(days);
  });

  it('are what counting each second gives, for spans that meet at any millisecond', () => {
    const next = chance(7);
    const states: ComponentState[] = ['degraded', 'partialOutage', 'majorOutage', 'maintenance', 'operational'];
    for (let round = 0; round < 20; round += 1) {
      const spans: Span[] = [];
      let from = at('2026-10-30T20:00:00') + Math.floor(next() * 5 * HOUR);
      for (let index = 0; index < 8; index += 1) {
        const until = from + 1 + Math.floor(next() ** 3 * 1.2 * DAY);
        spans.push({ componentId: next() < 0.5 ? 'api' : 'web', state: states[Math.floor(next() * states.length)] ?? 'degraded', from, until });
        from = until;
      }
      expect(counted(stored(spans))).toEqual(recounted(spans.filter(({ state }) => state !== 'operational')));
    }
  });
});

describe('a component’s 90 days', () => {
  const now = at('2026-11-21T12:00:00');
  const known = { id: 'api', knownAt: now - 200 * DAY };

  it('are weighed by how bad a state is', () => {
    const day = 90 * DAY - 12 * HOUR;
    const spanOf = (state: ComponentState) => stored([{ componentId: 'api', state, from: now - 5 * DAY, until: now - 5 * DAY + HOUR }]);
    const uptimeOf = (state: ComponentState) => historyOf({ ...known, state: 'operational', sinceAt: 0 }, spanOf(state), now).uptime;
    expect(uptimeOf('majorOutage')).toBeCloseTo(1 - HOUR / day, 9);
    expect(uptimeOf('partialOutage')).toBeCloseTo(1 - 0.3 * HOUR / day, 9);
    expect([uptimeOf('degraded'), uptimeOf('maintenance')]).toEqual([1, 1]);
  });

  it('count what is still so up to now, over midnights', () => {
    const { days, uptime } = historyOf({ ...known, state: 'majorOutage', sinceAt: now - 2 * DAY }, [], now);
    expect(days.slice(-4).map(({ day, seconds, worst }) => [day, seconds.majorOutage, worst])).toEqual([
      ['2026-11-18', 0, null], ['2026-11-19', 43_200, 'majorOutage'], ['2026-11-20', 86_400, 'majorOutage'], ['2026-11-21', 43_200, 'majorOutage'],
    ]);
    expect(uptime).toBeCloseTo(1 - 2 / 89.5, 9);
  });

  it('know nothing of the time before it was there', () => {
    const { days, uptime } = historyOf({ id: 'api', knownAt: now - 2 * DAY, state: 'majorOutage', sinceAt: now - DAY }, [], now);
    expect([days.filter((day) => day.known).length, days.length, uptime]).toEqual([3, 90, 0.5]);
    expect(historyOf({ id: 'api', knownAt: now, state: 'operational', sinceAt: now }, [], now).uptime).toBeNull();
  });

  it('lie in at most four months', () => {
    expect(monthsShown(now)).toEqual(['2026-08', '2026-09', '2026-10', '2026-11']);
    expect(monthsShown(at('2026-03-01T00:00:00'))).toEqual(['2025-12', '2026-01', '2026-02', '2026-03']);
  });
});

it('uptime is never rounded up', () => {
  expect([1, 0.99999, 0.9999, 0.5, 0].map(uptimeWords)).toEqual(['100 %', '99.99 %', '99.99 %', '50.00 %', '0.00 %']);
});
