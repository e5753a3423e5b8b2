import { Incident } from '#domain/incident/incident';
import type { Unsubscribe, Watched } from './live';
import { known } from './live';
import { liveStore } from './liveStore';
import { watchedQuery } from './watch';

// What the use of runbooks costs in documents read: the newest incidents once, for the list and every runbook's page together (at most MOST_RECENT), and
// on a runbook's own page the newest incidents that it belonged to (at most MOST_OWN). A closed screen keeps them for half an hour.

const MOST_RECENT = 100;
const MOST_OWN = 50;

/** The newest 100 incidents, in which runbooks were used or could have been. */
export const recentIncidents = watchedQuery(
  'incidents:recent',
  ({ sdk, db }) => sdk.query(sdk.collection(db, 'incidents'), sdk.orderBy('clocks.triggeredAt', 'desc'), sdk.limit(MOST_RECENT)),
  Incident,
);

const incidentsUnder = (runbookId: string) => watchedQuery(
  `incidents:runbook:${runbookId}`,
  ({ sdk, db }) => sdk.query(sdk.collection(db, 'incidents'), sdk.where('runbookId', '==', runbookId), sdk.orderBy('clocks.triggeredAt', 'desc'), sdk.limit(MOST_OWN)),
  Incident,
);

/** The incidents that tell how this runbook is used: its newest 50, and the newest 100 of all, where it may have been chosen by hand. Newest first. */
export function incidentsOfRunbook(runbookId: string): Watched<Incident[]> {
  const parts = [recentIncidents, incidentsUnder(runbookId)];
  return {
    key: `incidents:use:${runbookId}`,
    watch: (onChange) => {
      const tell = () => {
        const lives = parts.map((part) => liveStore.current(part));
        const failed = lives.find(({ state }) => state === 'failed');
        if (failed) return onChange(failed);
        if (lives.some(({ state }) => state === 'loading')) return onChange({ state: 'loading' });
        const every = new Map(lives.flatMap((live) => known(live) ?? []).map((incident) => [incident.id, incident]));
        const value = [...every.values()].sort((a, b) => b.clocks.triggeredAt - a.clocks.triggeredAt);
        onChange({ state: lives.some(({ state }) => state === 'cached') ? 'cached' : 'live', value, unreadable: 0 });
      };
      const stops: Unsubscribe[] = parts.map((part) => liveStore.subscribe(part, tell));
      tell();
      return () => { for (const stop of stops) stop(); };
    },
  };
}
