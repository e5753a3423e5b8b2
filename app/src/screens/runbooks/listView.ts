import type { Incident } from '#domain/incident/incident';
import { servicesOf } from '#domain/runbook/match';
import type { Runbook } from '#domain/runbook/runbook';

export type ListedRunbook = { runbook: Runbook; services: string[]; lastUsedAt: number | null };

/**
 * The runbooks by title, with the names of their services and when they were used last (ms since epoch; null: in none of these incidents). `typed`: only
 * those in which every word of it occurs, in the title, a service, a symptom or the text.
 */
export function listOf(runbooks: readonly Runbook[], nameOf: (serviceId: string) => string, incidents: readonly Pick<Incident, 'runbookId' | 'ticks' | 'clocks'>[], typed: string): ListedRunbook[] {
  const used = lastUses(incidents);
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return runbooks
    .map((runbook) => ({ runbook, services: servicesOf(runbook).map(nameOf), lastUsedAt: used.get(runbook.id) ?? null }))
    .filter(({ runbook, services }) => {
      if (words.length === 0) return true;
      const text = [runbook.title, ...services, runbook.markdown].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => a.runbook.title.localeCompare(b.runbook.title));
}

/** When each runbook was used last: an incident was opened with it, or one of its steps was ticked. */
function lastUses(incidents: readonly Pick<Incident, 'runbookId' | 'ticks' | 'clocks'>[]): Map<string, number> {
  const used = new Map<string, number>();
  const note = (id: string, at: number) => used.set(id, Math.max(at, used.get(id) ?? 0));
  for (const { runbookId, ticks, clocks } of incidents) {
    if (runbookId !== null) note(runbookId, clocks.triggeredAt);
    for (const tick of ticks) note(tick.runbookId, tick.at);
  }
  return used;
}
