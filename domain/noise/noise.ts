import { VerdictKind } from '../incident/parts';
import { Severity } from '../incident/severity';
import type { MetricsRow } from '../metrics/row';
import { type Spread, spreadOf } from '../metrics/statistics';
import type { Instant } from '../time/instant';

/** One incident that has ended, with what it counts for. */
export type EndedIncident = MetricsRow & { id: string };

/** So many incidents and so many of their pages, by day and by night together, and those of them at night. */
export type Load = { incidents: number; pages: number; nightPages: number };

/**
 * What the incidents of one alert, or of one routing rule, came to. `verdicts` of those that were judged (`rated`); `idle`: those that nobody acted on; `wasted`: false
 * positives, and what nobody acted on or judged. `severity`: the one that most of them had. `idleLasted` (ms): how long those that nobody acted on went on by themselves.
 * `examples`: the newest of the wasted.
 */
export type Counted = Load & {
  verdicts: Record<VerdictKind, number>; rated: number; idle: number; wasted: Load; severity: Severity; idleLasted: Spread | null; lastAt: Instant; examples: readonly string[];
};
/** An alert of a service, by what its first alert called itself or (`titled`) by its title. */
export type AlertNoise = Counted & { serviceId: string; name: string; titled: boolean };
export type RuleNoise = Counted & { ruleId: string };

/** What one looks for: all of it, what was judged to be false, what nobody acted on, or what woke somebody. */
export const NoiseKind = ['all', 'falsePositives', 'neverActedOn', 'atNight'] as const;
export type NoiseKind = (typeof NoiseKind)[number];

/** How many incidents are named. */
const named = 3;

/** A page that led to nothing: it was judged to be false, or nobody acted on it and nobody said that it was right. */
export const isWasted = ({ verdict, acted }: MetricsRow): boolean => verdict === 'falsePositive' || (verdict === null && !acted);

/** By what an alert is known among all rows: the same name of another service is another alert. */
export const alertKeyOf = ({ serviceId, name, titled }: Pick<MetricsRow, 'serviceId' | 'name' | 'titled'>): string => `${serviceId} ${titled ? 'title' : 'name'} ${name}`;

/** Every alert that wasted something, the most wasted pages first. Rows without a name are from before names were counted. */
export function noiseByAlert(rows: readonly EndedIncident[]): AlertNoise[] {
  const groups = grouped(rows.filter(({ name }) => name !== ''), alertKeyOf);
  return groups.map(([first, all]) => ({ ...counted(first, all), serviceId: first.serviceId, name: first.name, titled: first.titled }))
    .filter(({ wasted }) => wasted.incidents > 0).sort((a, b) => byWaste(a, b) || a.name.localeCompare(b.name) || a.serviceId.localeCompare(b.serviceId));
}

/** Every routing rule whose incidents wasted something, the most false positives first. */
export function noiseByRule(rows: readonly EndedIncident[]): RuleNoise[] {
  const groups = grouped(rows, ({ rule }) => rule);
  return groups.map(([first, all]) => ({ ...counted(first, all), ruleId: first.rule ?? '' }))
    .filter(({ wasted }) => wasted.incidents > 0).sort((a, b) => b.verdicts.falsePositive - a.verdicts.falsePositive || byWaste(a, b) || a.ruleId.localeCompare(b.ruleId));
}

/** Those that have some of what one looks for, the most of it first; what is equal stays in its order. */
export function ofKind<T extends Counted>(all: readonly T[], kind: NoiseKind): T[] {
  if (kind === 'all') return [...all];
  const amount = ({ verdicts, idle, wasted }: Counted): number => {
    switch (kind) {
      case 'falsePositives': return verdicts.falsePositive;
      case 'neverActedOn': return idle;
      case 'atNight': return wasted.nightPages;
      default: return kind satisfies never;
    }
  };
  return all.filter((each) => amount(each) > 0).sort((a, b) => amount(b) - amount(a));
}

/** What all these incidents come to, and what of it was wasted. */
export const wasteOf = (rows: readonly EndedIncident[]): { all: Load; wasted: Load } => ({ all: loadOf(rows), wasted: loadOf(rows.filter(isWasted)) });

const byWaste = (a: Counted, b: Counted): number =>
  b.wasted.pages - a.wasted.pages || b.wasted.nightPages - a.wasted.nightPages || b.wasted.incidents - a.wasted.incidents;

type Group = [first: EndedIncident, all: EndedIncident[]];
/** The rows by a key, without those that have none. */
function grouped(rows: readonly EndedIncident[], keyOf: (row: EndedIncident) => string | null): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row, [row]]);
    else group[1].push(row);
  }
  return [...groups.values()];
}

function counted(first: EndedIncident, all: readonly EndedIncident[]): Counted {
  const newest = [...all].sort((a, b) => b.triggeredAt - a.triggeredAt);
  const wasted = newest.filter(isWasted);
  const idle = all.filter(({ acted }) => !acted);
  const judged = (kind: VerdictKind) => all.filter(({ verdict }) => verdict === kind).length;
  const verdicts: Counted['verdicts'] = { real: judged('real'), falsePositive: judged('falsePositive'), duplicate: judged('duplicate'), known: judged('known') };
  return {
    ...loadOf(all), verdicts, rated: VerdictKind.options.reduce((sum, kind) => sum + verdicts[kind], 0), idle: idle.length, wasted: loadOf(wasted), severity: usualSeverity(all) ?? first.severity,
    idleLasted: spreadOf(idle.map(({ triggeredAt, resolvedAt }) => Math.max(0, resolvedAt - triggeredAt))), lastAt: newest[0]?.triggeredAt ?? first.triggeredAt,
    examples: wasted.slice(0, named).map(({ id }) => id),
  };
}

function loadOf(rows: readonly MetricsRow[]): Load {
  const pages = rows.flatMap((row) => Object.values(row.pages));
  return { incidents: rows.length, pages: pages.reduce((sum, { all }) => sum + all, 0), nightPages: pages.reduce((sum, { night }) => sum + night, 0) };
}

/** What most of them had; of two that are equally common the graver. */
function usualSeverity(rows: readonly MetricsRow[]): Severity | undefined {
  const count = (severity: Severity) => rows.filter((row) => row.severity === severity).length;
  return [...Severity.options].sort((a, b) => count(b) - count(a))[0];
}
