import { MetricsMonth, type Month } from '#domain/metrics/row';
import { MetricsTargets } from '#domain/metrics/targets';
import { watchedDocument, watchedQuery } from './watch';

/**
 * The incidents that have ended, by the months in which they were triggered, from the first of `months` to the last: one document for each that has any, however many
 * incidents it holds. Members only.
 */
export function metricsMonths(months: readonly Month[]) {
  const [first, last] = [months[0] ?? '', months.at(-1) ?? ''];
  return watchedQuery(
    `metrics:${first}:${last}`,
    ({ sdk, db }) => sdk.query(sdk.collection(db, 'metrics'), sdk.where('month', '>=', first), sdk.where('month', '<=', last), sdk.orderBy('month')),
    MetricsMonth,
  );
}

/** What the figures are held against; null where the defaults hold. Members only. */
export const metricsTargets = watchedDocument('settings/metrics', MetricsTargets);
