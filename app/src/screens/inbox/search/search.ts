import type { Incident } from '#domain/incident/incident';

/** Small letters without accents: what is typed in a hurry finds it all the same. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The id's letters as they are heard on a call: O is 0, I and L are 1 (Crockford's base32). */
const spoken = (text: string): string => text.replaceAll('o', '0').replaceAll(/[il]/g, '1');

/** All that an incident is found by: its id, title, service, severity, tags, the names of its alerts and of its people. */
export function searchTextOf(incident: Incident): string {
  const { id, title, serviceName, severity, type, tags, alertNames, responders, roles, declaredBy, requests } = incident;
  const holders = [incident.status === 'triggered' ? null : incident.owner, incident.status === 'resolved' ? incident.resolvedBy : null, declaredBy];
  const people = [...holders.map((holder) => holder?.name ?? ''), ...[...responders, ...roles, ...requests].map(({ name }) => name)];
  return plain([id, title, serviceName, severity, type, ...tags, ...alertNames, ...people].join('\n'));
}

/** The incidents in which every word of the query occurs: one that is named by its id first, then what is open, then the newest. */
export function found(incidents: readonly Incident[], query: string): Incident[] {
  const words = plain(query).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const idOf = ({ id }: Incident) => id.slice('INC-'.length).toLowerCase();
  const names = (incident: Incident, word: string) => {
    const said = spoken(word.replace(/^inc-?/, ''));
    return said.length >= 4 && idOf(incident).includes(said);
  };
  return incidents
    .map((incident) => ({ incident, text: searchTextOf(incident), named: words.some((word) => names(incident, word)) }))
    .filter(({ incident, text }) => words.every((word) => text.includes(word) || names(incident, word)))
    .sort((a, b) => Number(b.named) - Number(a.named)
      || Number(a.incident.status === 'resolved') - Number(b.incident.status === 'resolved')
      || b.incident.clocks.triggeredAt - a.incident.clocks.triggeredAt)
    .map(({ incident }) => incident);
}

/** Two lists as one, each incident once; `first` is the nearer truth (it has what is on its way). */
export function together(first: readonly Incident[], second: readonly Incident[]): Incident[] {
  const here = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !here.has(id))];
}

/** What is being searched, said beside the results. */
export function searchedWords(state: 'loading' | 'cached' | 'live' | 'failed', isOffline: boolean): string {
  if (isOffline) return 'Offline: searching what was seen on this device.';
  switch (state) {
    case 'loading': case 'cached': return 'Searching what is on this device; the rest is being fetched.';
    case 'failed': return 'Rouse could not be reached: searching what was seen on this device.';
    case 'live': return 'Searching the last 300 incidents.';
    default: return state satisfies never;
  }
}
