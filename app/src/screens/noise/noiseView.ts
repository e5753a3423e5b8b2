import type { MetricsMonth } from '#domain/metrics/row';
import { type AlertNoise, type Counted, type EndedIncident, isWasted, noiseByAlert, noiseByRule, NoiseKind, ofKind, type RuleNoise, wasteOf } from '#domain/noise/noise';
import type { RoutingRules, RuleScope } from '#domain/routing/rule';
import { verdictNames } from '#domain/incident/verdict';
import { type VerdictKind } from '#domain/incident/parts';
import { counted } from '../configuration/counted';

/** What is looked at, as the address says it; an empty id: of all services. */
export type Selection = { by: 'alert' | 'rule'; serviceId: string; kind: NoiseKind; asTable: boolean };

export const views = [{ key: 'alert', title: 'By alert' }, { key: 'rule', title: 'By rule' }] as const;
export const kindNames: Record<NoiseKind, string> = { all: 'All noise', falsePositives: 'False positives', neverActedOn: 'Never acted on', atNight: 'At night' };

/** What an address asks for; what it does not say, or says wrongly, is the usual. */
export function selectionOf(search: URLSearchParams): Selection {
  return {
    by: search.get('by') === 'rule' ? 'rule' : 'alert', serviceId: search.get('service') ?? '', kind: NoiseKind.find((kind) => kind === search.get('kind')) ?? 'all', asTable: search.get('as') === 'table',
  };
}

/** The address of a selection, without what is the usual. */
export function searchOf({ by, serviceId, kind, asTable }: Selection): Record<string, string> {
  const all = { by: by === 'rule' ? by : '', service: serviceId, kind: kind === 'all' ? '' : kind, as: asTable ? 'table' : '' };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** What was triggered in `[from, to)` (ms since epoch) and has ended. */
export const endedIn = (months: readonly MetricsMonth[], { from, to }: { from: number; to: number }): EndedIncident[] =>
  months.flatMap(({ rows }) => Object.entries(rows).map(([id, row]) => ({ ...row, id }))).filter(({ triggeredAt }) => triggeredAt >= from && triggeredAt < to);

/** A rule, as it is called and where it is changed. */
export type NamedRule = { name: string; scope: RuleScope };

/** Every rule that there is, by its id. */
export const rulesById = (all: readonly RoutingRules[]): ReadonlyMap<string, NamedRule> =>
  new Map(all.flatMap(({ scope, rules }) => rules.map(({ id, name }) => [id, { name, scope }] as const)));

/** What a rule is called that is not among the known ones, and why. `isWhole`: every rule that there is was read; else it may still be there. */
export const unknownRule = (isWhole: boolean): { name: string; because: string } =>
  (isWhole ? { name: 'A rule that is gone', because: 'It has been removed since.' } : { name: 'A rule that this device does not know', because: 'It may still be there. What it is called shows once it is read.' });

export type Line = (AlertNoise & { of: 'alert' }) | (RuleNoise & { of: 'rule' });

/** What is shown of the incidents, in its order, and what all those of the chosen service come to. */
export function linesOf(incidents: readonly EndedIncident[], { by, serviceId, kind }: Selection): { lines: Line[]; waste: ReturnType<typeof wasteOf> } {
  const chosen = serviceId === '' ? incidents : incidents.filter((each) => each.serviceId === serviceId);
  const lines: Line[] = by === 'alert' ? noiseByAlert(chosen).map((noise) => ({ ...noise, of: 'alert' })) : noiseByRule(chosen).map((noise) => ({ ...noise, of: 'rule' }));
  return { lines: ofKind(lines, kind), waste: wasteOf(chosen) };
}

/** The services that have any noise. */
export const noisyServices = (incidents: readonly EndedIncident[]): string[] => [...new Set(incidents.filter(isWasted).map(({ serviceId }) => serviceId))];

/** `412 of 1,204 pages in 90 days led to nothing, 88 of them at night.` Where nobody was paged, the incidents. */
export function leadWords({ all, wasted }: ReturnType<typeof wasteOf>): string {
  if (all.pages === 0) return `${wasted.incidents.toLocaleString('en')} of ${counted(all.incidents, 'incident')} in 90 days led to nothing. Nobody was paged.`;
  const nights = wasted.pages === 0 ? '' : wasted.nightPages === 0 ? ', none of them at night' : wasted.nightPages === wasted.pages ? ', all of them at night' : `, ${wasted.nightPages.toLocaleString('en')} of them at night`;
  return `${wasted.pages.toLocaleString('en')} of ${counted(all.pages, 'page')} in 90 days led to nothing${nights}.`;
}

/** `28 of 40 pages, 4 at night`, `All 16 pages, all at night` of one line. */
export function pagesWords({ pages, wasted }: Counted): string {
  if (pages === 0) return 'paged nobody';
  const night = wasted.nightPages === 0 ? '' : `, ${wasted.nightPages === wasted.pages && pages > 1 ? 'all' : wasted.nightPages.toLocaleString('en')} at night`;
  return `${wasted.pages === pages && pages > 1 ? `All ${counted(pages, 'page')}` : `${wasted.pages.toLocaleString('en')} of ${counted(pages, 'page')}`}${night}`;
}

const verdictWords: Record<VerdictKind, string> = { real: 'real', falsePositive: 'false', duplicate: 'duplicate', known: 'known' };

/** How it was judged, with the sample: `Rated 9 of 31: 7 false, 2 real.` */
export function ratedWords({ rated, incidents, verdicts }: Counted): string {
  const of = `Rated ${rated.toLocaleString('en')} of ${incidents.toLocaleString('en')}`;
  const each = (['falsePositive', 'duplicate', 'known', 'real'] as const).flatMap((kind) => (verdicts[kind] === 0 ? [] : `${verdicts[kind].toLocaleString('en')} ${verdictWords[kind]}`));
  return each.length === 0 ? `${of}.` : `${of}: ${each.join(', ')}.`;
}

/** `Nobody acted on 13.` */
export const idleWords = ({ idle, incidents }: Counted): string =>
  (idle === 0 ? 'Somebody acted on each.' : idle === incidents ? 'Nobody acted on any.' : `Nobody acted on ${idle.toLocaleString('en')}.`);

/** The heads of the figures beside a name, and the figures. */
export const figures: readonly (readonly [head: string, of: (noise: Counted) => number])[] = [
  ['incidents', ({ incidents }) => incidents], ['led to nothing', ({ wasted }) => wasted.incidents], ['pages', ({ pages }) => pages], ['pages wasted', ({ wasted }) => wasted.pages],
  ['wasted at night', ({ wasted }) => wasted.nightPages], ['rated', ({ rated }) => rated],
  ...(['falsePositive', 'duplicate', 'known', 'real'] as const).map((kind) => [verdictNames[kind].toLowerCase(), ({ verdicts }: Counted) => verdicts[kind]] as const),
  ['never acted on', ({ idle }) => idle],
];
