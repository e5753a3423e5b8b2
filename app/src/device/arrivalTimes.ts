const arrivals = new Map<string, number>();

/** Notes that these notifications are here now (ms since epoch, this device's clock); the first time counts. */
export function noteArrivals(ids: readonly string[], now: number): void {
  for (const id of ids) if (!arrivals.has(id)) arrivals.set(id, now);
}

/** When a notification first came through the live listener of this launch, by this device's clock; null: not yet. */
export function arrivedAt(id: string): number | null {
  return arrivals.get(id) ?? null;
}
