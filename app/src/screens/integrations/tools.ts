import type { Source } from '#domain/ingest/parsed';
import { sources, sourceOf } from '#domain/ingest/sources';

/** What else people call a tool when they look for it: the product around it, the company, the old name. */
const alsoCalled: Readonly<Record<string, string>> = {
  alertmanager: 'prometheus mimir thanos', azure: 'microsoft monitor', cloudwatch: 'aws amazon sns', gcp: 'google cloud stackdriver',
  generic: 'json curl script cron webhook custom other api http', github: 'actions deployment', grafana: 'loki mimir oncall', kibana: 'elastic elasticsearch',
  nagios: 'checkmk naemon centreon', newrelic: 'new relic nrql', opsgenie: 'atlassian jira', pagerduty: 'events api v2', sentry: 'errors',
};

/** The tools that can be connected, by label; those that are Rouse's own are none. */
export const tools: readonly Source[] = Object.values(sources).filter(({ internal }) => internal !== true)
  .sort((a, b) => Number(a.name === 'generic') - Number(b.name === 'generic') || a.label.localeCompare(b.label, 'en', { sensitivity: 'base' }));

/** The tools that a search finds: every word of it stands in the label, the name, or what else people call the tool. */
export function toolsFor(search: string, among: readonly Source[] = tools): Source[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return among.filter(({ label, name }) => {
    const said = `${label} ${name} ${alsoCalled[name] ?? ''}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** What people call a source: `Grafana`; a source that this app does not know (a newer Rouse's) goes by its name. */
export const labelOf = (source: string): string => sourceOf(source)?.label ?? source;

/** Where one tool reports: its key, the address with the key in it, and the site. */
export type Address = { url: string; key: string; origin: string };

/** The address of an integration with this key (or what stands for it). */
export function addressOf(source: string, key: string, origin: string): Address {
  return { url: `${origin}/v1/hooks/${source}/${key}`, key, origin };
}

/** A text of the tool's connect words with `{url}`, `{key}` and `{origin}` filled in; other braces are the tool's own. */
export function filledIn(text: string, { url, key, origin }: Address): string {
  const values: Readonly<Record<string, string>> = { '{url}': url, '{key}': key, '{origin}': origin };
  return text.replace(/\{(?:url|key|origin)\}/g, (place) => values[place] ?? place);
}

/** A sentence cut at its addresses and keys, which are the odd parts; the full stop behind one is the sentence's. */
export const partsOf = (text: string): string[] => text.split(/(\{(?:url|key|origin)\}(?:\/(?:[^\s,;"]*[^\s,;".])?)?)/);
