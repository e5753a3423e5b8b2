import { Severity } from '#domain/incident/severity';
import type { MetricsRow } from '#domain/metrics/row';
import type { Team } from '#domain/people/person';

export const kinds = [{ key: 'service', title: 'Service' }, { key: 'severity', title: 'Severity' }, { key: 'team', title: 'Team' }, { key: 'person', title: 'Person' }] as const;
export type Kind = (typeof kinds)[number]['key'];

/** What one service, severity, team or person had. `id` null: the incidents that nobody had. */
export type Line = { id: string | null; incidents: number; pages: number; nightPages: number };

/**
 * Incidents and pages by kind, the most pages at night first. The pages of a service and a severity are all those of its incidents. A person's pages are those that
 * they got, of whosever incidents; their incidents are those that they had. A team's are its members': who is in two teams counts in both.
 */
export function breakdownOf(rows: readonly MetricsRow[], kind: Kind, teams: Readonly<Record<string, Team>>): Line[] {
  switch (kind) {
    case 'service': return inOrder(byKey(rows, ({ serviceId }) => serviceId));
    case 'severity': return Severity.options.map((severity) => byKey(rows, (row) => row.severity).find(({ id }) => id === severity) ?? { id: severity, incidents: 0, pages: 0, nightPages: 0 });
    case 'person': return inOrder(byPerson(rows));
    case 'team': return inOrder(byTeam(byPerson(rows), Object.values(teams)));
    default: return kind satisfies never;
  }
}

function byKey(rows: readonly MetricsRow[], keyOf: (row: MetricsRow) => string): Line[] {
  const lines = new Map<string, Line>();
  for (const row of rows) {
    const line = lineOf(lines, keyOf(row));
    line.incidents += 1;
    for (const { all, night } of Object.values(row.pages)) {
      line.pages += all;
      line.nightPages += night;
    }
  }
  return [...lines.values()];
}

function byPerson(rows: readonly MetricsRow[]): Line[] {
  const lines = new Map<string | null, Line>();
  for (const row of rows) {
    lineOf(lines, row.ownerId).incidents += 1;
    for (const [userId, { all, night }] of Object.entries(row.pages)) {
      const line = lineOf(lines, userId);
      line.pages += all;
      line.nightPages += night;
    }
  }
  return [...lines.values()];
}

function byTeam(people: readonly Line[], teams: readonly Team[]): Line[] {
  return teams.map(({ id, memberIds }) => people.filter((line) => line.id !== null && memberIds.includes(line.id)).reduce<Line>((sum, { incidents, pages, nightPages }) => (
    { id, incidents: sum.incidents + incidents, pages: sum.pages + pages, nightPages: sum.nightPages + nightPages }
  ), { id, incidents: 0, pages: 0, nightPages: 0 }));
}

/** The line of an id, made where there is none yet. */
function lineOf<Id extends string | null>(lines: Map<Id, Line>, id: Id): Line {
  const line = lines.get(id) ?? { id, incidents: 0, pages: 0, nightPages: 0 };
  lines.set(id, line);
  return line;
}

const inOrder = (lines: readonly Line[]): Line[] => [...lines].sort((a, b) => b.nightPages - a.nightPages || b.pages - a.pages || b.incidents - a.incidents || (a.id ?? '').localeCompare(b.id ?? ''));
