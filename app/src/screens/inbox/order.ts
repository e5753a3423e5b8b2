import type { Incident } from '#domain/incident/incident';
import { isPagingMe } from '#domain/incident/words';
import { Severity } from '#domain/incident/severity';

const standing: Record<Incident['status'], number> = { triggered: 0, acknowledged: 1, monitoring: 2, resolved: 3 };

/** What pages me, then what pages others, what somebody has, what is watched; within each the worst first, then the oldest. */
export function inOrder(incidents: readonly Incident[], userId: string): Incident[] {
  const rank = (incident: Incident) => (isPagingMe(incident, userId) ? -1 : standing[incident.status]);
  return [...incidents].sort((a, b) =>
    rank(a) - rank(b)
    || Severity.options.indexOf(a.severity) - Severity.options.indexOf(b.severity)
    || a.clocks.triggeredAt - b.clocks.triggeredAt);
}

/** The rows on the screen, and who waits outside. */
export type Standing = { rows: Incident[]; newcomers: Incident[] };

/**
 * The rows to show. Free, they are `fresh` as it comes. Held (a finger is on the list, or it is scrolled), every row stays
 * where it is and changes in place; one that has closed meanwhile stays as it was last, and newcomers wait.
 */
export function settle(shown: readonly Incident[], fresh: readonly Incident[], held: boolean): Standing {
  if (!held || shown.length === 0) return { rows: [...fresh], newcomers: [] };
  const byId = new Map(fresh.map((incident) => [incident.id, incident]));
  const rows = shown.map((incident) => byId.get(incident.id) ?? incident);
  const here = new Set(rows.map(({ id }) => id));
  return { rows, newcomers: fresh.filter(({ id }) => !here.has(id)) };
}

/** What the bar over the list says: "1 new SEV1", "3 new, worst SEV2". */
export function newcomersWords(newcomers: readonly Incident[]): string {
  const worst = Severity.options.find((severity) => newcomers.some((incident) => incident.severity === severity)) ?? '';
  return newcomers.length === 1 ? `1 new ${worst}` : `${newcomers.length} new, worst ${worst}`;
}
