import { Incident } from '#domain/incident/incident';
import { Notification } from '#domain/notification/notification';
import { PostMortem } from '#domain/postMortem/postMortem';
import { HOUR } from '#domain/time/instant';
import { z } from 'zod';
import { openIncidents } from './incidents';
import { allOf } from './load';
import { known, type Live, type Unsubscribe, type Watched } from './live';
import { liveStore } from './liveStore';
import { watchedQuery } from './watch';

// What the review of a shift costs in documents read, when it is opened: one per message of this person's pages in it (400 at most), one per incident that began in it (200 at
// most) or ended since it began (100 at most; those of both are read once), its post-mortems (50 at most), and the four months that 90 days touch. Open incidents, people and
// schedules are watched already. A usual week is some thirty.
const [MOST_MESSAGES, MOST_BEGUN, MOST_ENDED, MOST_LEARNED] = [400, 200, 100, 50];

/** A stretch of time, `[from, to)` in ms since epoch; `to` null: until whatever comes. */
export type Span = { from: number; to: number | null };

const { kind, userId, incidentId, episode, cause, sentAt, deliveredAt, seenAt, createdAt } = Notification.shape;
/** What counts of a message. */
export const OwnPage = z.object({ kind, userId, incidentId, episode, cause, sentAt, deliveredAt, seenAt, createdAt });
export type OwnPage = z.infer<typeof OwnPage>;

/** What one person was sent in a span, the newest first. A page that waited for its turn was made a little earlier than it was sent. Members only. */
export const sentTo = (person: string, { from, to }: Span) => watchedQuery(
  `notifications:of:${person}:${from}:${to ?? ''}`,
  ({ sdk, db }) => sdk.query(
    sdk.collection(db, 'notifications'), sdk.where('userId', '==', person), sdk.where('createdAt', '>=', new Date(from - HOUR)), ...(to === null ? [] : [sdk.where('createdAt', '<', new Date(to))]),
    sdk.orderBy('createdAt', 'desc'), sdk.limit(MOST_MESSAGES),
  ),
  OwnPage,
);

const begunIn = ({ from, to }: Span) => watchedQuery(
  `incidents:begun:${from}:${to ?? ''}`,
  ({ sdk, db }) => sdk.query(
    sdk.collection(db, 'incidents'), sdk.where('clocks.triggeredAt', '>=', new Date(from)), ...(to === null ? [] : [sdk.where('clocks.triggeredAt', '<', new Date(to))]),
    sdk.orderBy('clocks.triggeredAt', 'desc'), sdk.limit(MOST_BEGUN),
  ),
  Incident,
);

/** What had begun before a span and paged in it has ended since, or is open. The first to end are the nearest to the span. */
const endedSince = ({ from }: Span) => watchedQuery(
  `incidents:ended:${from}`,
  ({ sdk, db }) => sdk.query(sdk.collection(db, 'incidents'), sdk.where('clocks.resolvedAt', '>=', new Date(from)), sdk.orderBy('clocks.resolvedAt', 'asc'), sdk.limit(MOST_ENDED)),
  Incident,
);

/** Every incident that a shift of this span can have had to do with, each once. */
export function incidentsAround(span: Span): Watched<Incident[]> {
  const parts = [['open', openIncidents], ['begun', begunIn(span)], ['ended', endedSince(span)]] as const;
  return {
    key: `incidents:around:${span.from}:${span.to ?? ''}`,
    watch: (onChange) => {
      const tell = () => onChange(eachOnce(allOf(parts.map(([name, watched]) => [name, liveStore.current(watched)]))));
      const stops: Unsubscribe[] = parts.map(([, watched]) => liveStore.subscribe(watched, tell));
      tell();
      return () => { for (const stop of stops) stop(); };
    },
  };
}

function eachOnce(live: Live<Record<string, Incident[]>>): Live<Incident[]> {
  const all = known(live);
  if (live.state === 'loading' || live.state === 'failed' || all === undefined) return live.state === 'failed' ? live : { state: 'loading' };
  return { ...live, value: [...new Map(Object.values(all).flat().map((incident) => [incident.id, incident])).values()] };
}

/** What is learned from the incidents that began in a span. Members only. */
export const learnedFrom = ({ from, to }: Span) => watchedQuery(
  `postMortems:of:${from}:${to ?? ''}`,
  ({ sdk, db }) => sdk.query(
    sdk.collection(db, 'postMortems'), sdk.where('triggeredAt', '>=', new Date(from)), ...(to === null ? [] : [sdk.where('triggeredAt', '<', new Date(to))]), sdk.orderBy('triggeredAt', 'desc'), sdk.limit(MOST_LEARNED),
  ),
  PostMortem,
);
