import type { ServiceChange } from '#domain/change/change';
import type { Incident } from '#domain/incident/incident';
import { DAY } from '#domain/time/instant';

/**
 * What changed about an incident's service, newest first, and what to call it. Of one that is open and younger than a day, the last 24 h; of an older or
 * resolved one, what came in the day before it and until its end: that is what may have caused it. Times are ms since epoch.
 */
export function changesAbout(
  { clocks: { triggeredAt, resolvedAt } }: Pick<Incident, 'clocks'>, changes: readonly ServiceChange[], now: number,
): { title: string; shown: ServiceChange[] } {
  const isRecent = resolvedAt === null && now - triggeredAt < DAY;
  const from = isRecent ? now - DAY : triggeredAt - DAY;
  const until = resolvedAt ?? now;
  return {
    title: isRecent ? 'Changed in the last 24 h' : 'Changed in the 24 h before, and since',
    // A tool's clock may be ahead of ours: what arrived has happened.
    shown: changes.filter(({ changedAt, receivedAt }) => Math.min(changedAt, receivedAt) >= from && Math.min(changedAt, receivedAt) <= until)
      .sort((a, b) => b.changedAt - a.changedAt),
  };
}
