import type { ComponentState } from '#domain/statusPage/component';
import type { PublicMonth, PublicNotice, PublicPage } from '#domain/statusPage/publicStatus';
import { monthOf, type Span, withSpans } from '#domain/statusPage/spans';
import { updatesOnPage } from '#domain/statusPage/shown';
import { monthsShown } from '#domain/statusPage/uptime';
import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import type { OverviewParts } from './overview';

const states: ComponentState[] = ['degraded', 'partialOutage', 'majorOutage', 'maintenance'];
const said = 'Some payments fail. We know the cause, and are taking the last change back. The next update comes by 14:30 UTC.';

/** A page as full as it gets: so many components, each bad on `badDays` of its days, and so many open notices. */
export function fullPage({ components, notices, badDays }: { components: number; notices: number; badDays: number }, now: number): OverviewParts {
  const ids = Array.from({ length: components }, (_, index) => `component-${index}`);
  const named = (index: number) => ({ componentId: ids[index] ?? '', name: `Component number ${index}`, state: states[index % states.length] ?? 'degraded' });
  const open = Array.from({ length: notices }, (_, index): PublicNotice => ({
    kind: 'incident', id: `notice-000${index}`, title: `Payments with some cards fail in region ${index}`, startedAt: now - 3 * HOUR, resolvedAt: null, summary: null, components: [named(index), named(index + 5)], updateCount: 9,
    updates: (['investigating', 'identified', 'identified', 'monitoring'] as const).slice(-updatesOnPage).map((phase, step) => ({ id: `u${step}`, at: now - (4 - step) * 20 * MINUTE, phase, text: said })),
  }));
  const page: PublicPage = {
    title: 'Example status', about: 'How the shop, its apps and its payments are doing.', supportUrl: 'https://support.example.com/', changedAt: now, notices: open,
    components: ids.map((id, index) => ({ id, name: `Component number ${index}`, description: '', group: `Group ${Math.floor(index / 5)}`, state: index < notices ? named(index).state : 'operational', sinceAt: now - HOUR, knownAt: now - 100 * DAY, held: null })),
    maintenance: [{ kind: 'maintenance', id: 'maintenance-1', title: 'Faster disks', text: 'Slow for some minutes.', components: [named(7)], createdAt: now - DAY, startsAt: now + DAY, endsAt: now + DAY + HOUR, cancelledAt: null }],
  };
  const spans = ids.flatMap((componentId, index) => Array.from({ length: badDays }, (_, bad): Span => {
    const from = now - ((bad * 7 + index) % 88 + 1) * DAY;
    return { componentId, state: states[(bad + index) % states.length] ?? 'degraded', from, until: from + 37 * MINUTE };
  }));
  const months = monthsShown(now).map((month): PublicMonth => withSpans({
    month, days: {}, past: month !== monthOf(now) ? [] : [{ kind: 'incident', id: 'notice-past', title: 'Search finds nothing', components: [named(2)], startedAt: now - 3 * DAY, endedAt: now - 3 * DAY + HOUR, cancelled: false, last: 'It works again.', summary: { impact: 'Nobody could search.', rootCause: 'An empty index.', resolution: '', at: now - DAY } }],
  }, spans));
  return { page, months, now, feed: '/status/feed.atom', canMail: true };
}
