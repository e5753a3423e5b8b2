import type { Incident } from '#domain/incident/incident';
import { prioritiesOf, type Priority } from '#domain/priority/priority';

/** The open incidents with this one as it is shown (it may be ahead of the server), by rank; empty where it stands alone or is over. */
export function prioritiesWith(incident: Incident, open: readonly Incident[]): (Priority & { title: string })[] {
  if (incident.status === 'resolved') return [];
  const all = [...open.filter(({ id }) => id !== incident.id), incident];
  if (all.length < 2) return [];
  const titles = new Map(all.map(({ id, title }) => [id, title]));
  return [...prioritiesOf(all).values()].map((priority) => ({ ...priority, title: titles.get(priority.id) ?? '' }));
}

/** "2 of 4: everybody is affected, and nobody has it." */
export const priorityWords = ({ rank, of, reason }: Priority): string => `${rank} of ${of}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;

const levels = [1, 2, 3, 4] as const;

/** What each side of the matrix means, by its level from 1 (least) to 4. */
export const impactLevels: Readonly<Record<(typeof levels)[number], string>> = { 4: 'All, SEV1', 3: 'Many, SEV2', 2: 'Some, SEV3', 1: 'Minor, SEV4' };
export const pressureLevels: Readonly<Record<(typeof levels)[number], string>> = { 1: 'Watched', 2: 'Nothing fires', 3: 'Goes on', 4: 'Nobody has it' };

/** The matrix as rows (the greatest impact on top) of cells (the least pressure first) with the incidents in each. */
export function matrixOf<P extends Priority>(priorities: readonly P[]): { impact: (typeof levels)[number]; cells: { pressure: (typeof levels)[number]; score: number; incidents: P[] }[] }[] {
  return [...levels].reverse().map((impact) => ({
    impact,
    cells: levels.map((pressure) => ({ pressure, score: impact * pressure, incidents: priorities.filter((each) => each.impact === impact && each.pressure === pressure) })),
  }));
}
