import type { Incident } from '../incident/incident';
import type { Instant } from '../time/instant';
import { pageFrom, pageLastResort, startEpisode } from './paging';
import { turnOf } from '../incident/turn';
import type { PagingFacts, Reached } from './targets';

/** Who is paged next if nobody acknowledges, and when (ms since epoch); null when nothing escalates. The server's own rule, asked ahead. */
export function whoIsNext(incident: Incident, facts: PagingFacts): { at: Instant; people: Reached[]; lastResort: boolean } | null {
  if (incident.status !== 'triggered' || incident.escalation.nextAt === null) return null;
  const { nextAt: at, state, round, step, reason } = incident.escalation;
  const turn = state === 'held' ? startEpisode(turnOf(incident), facts, at) : state === 'lastResort'
    ? pageLastResort(turnOf(incident), reason ?? 'nobody', round + 1, facts, at)
    : pageFrom(turnOf(incident), { round, step: step + 1 }, facts, at);
  for (const change of turn.changes) {
    if (change.type === 'paged') return { at, people: change.people, lastResort: false };
    if (change.type === 'lastResort') return { at, people: change.people, lastResort: true };
  }
  return { at, people: [], lastResort: true };
}
