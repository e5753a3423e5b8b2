/** How a measure is spread: never a mean alone, and always with how many it is of. Times in ms. */
export type Spread = { count: number; median: number; p90: number; mean: number };

/** The value below which so much of all lies (0 to 1), between two neighbours in proportion (type 7 of Hyndman and Fan, 1996: what spreadsheets call PERCENTILE.INC). `sorted`: ascending, not empty. */
export function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** null: there is nothing to measure. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return { count: sorted.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length };
}

/** The pager's own measures: what 50, 95 and 99 of a hundred stay below (ms). */
export type Level = { count: number; p50: number; p95: number; p99: number };

/** null: there is nothing to measure. */
export function levelOf(values: readonly number[]): Level | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return { count: sorted.length, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), p99: quantile(sorted, 0.99) };
}
