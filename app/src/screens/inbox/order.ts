import type { Incident } from '#domain/incident/incident';
import { isPagingMe } from '#domain/incident/words';
import { Severity } from '#domain/incident/severity';
import { prioritiesOf } from '#domain/priority/priority';

/** What pages me first, then by priority among these (how much it hurts, and whether anybody looks after it); what is over comes last. */
export function inOrder(incidents: readonly Incident[], userId: string): Incident[] {
  const priorities = prioritiesOf(incidents);
  const rank = (incident: Incident) => priorities.get(incident.id)?.rank ?? incidents.length + 1;
  return [...incidents].sort((a, b) =>
    Number(isPagingMe(b, userId)) - Number(isPagingMe(a, userId))
    || rank(a) - rank(b)
    || a.clocks.triggeredAt - b.clocks.triggeredAt);
}

/** A place in the order that the severity alone does not explain, and what does. */
export type OutOfLine = { rank: number; of: number; reason: string };

/** The open incidents that stand before one of a worse severity because of their assessed impact, by id: for them alone the list says why. Whose an incident is, it says anyway. */
export function outOfLine(incidents: readonly Incident[]): Map<string, OutOfLine> {
  const priorities = prioritiesOf(incidents);
  const levels = new Map(incidents.map(({ id, severity }) => [id, Severity.options.indexOf(severity)]));
  const ranked = [...priorities.values()].sort((a, b) => a.rank - b.rank);
  const level = (id: string) => levels.get(id) ?? 0;
  return new Map(ranked
    .filter(({ id, impact }, index) => impact > Severity.options.length - level(id) && ranked.slice(index + 1).some((later) => level(later.id) < level(id)))
    .map(({ id, rank, of, reason }) => [id, { rank, of, reason }]));
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
