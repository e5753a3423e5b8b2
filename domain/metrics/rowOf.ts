import type { Incident } from '../incident/incident';
import type { Notification } from '../notification/notification';
import type { Person } from '../people/person';
import { isNight } from '../readiness/night';
import type { Instant } from '../time/instant';
import { longestName, type MetricsRow } from './row';

type Page = Pick<Notification, 'kind' | 'userId' | 'episode' | 'cause' | 'sentAt' | 'deliveredAt' | 'seenAt'>;

/**
 * What an incident counts for: null while it is open, of a drill, and where it went on in another, which counts for both. `messages`: all its notifications; a person's page is one
 * page, on however many ways it was sent. `people`: for the zones of their nights.
 */
export function rowOf(incident: Incident, messages: readonly Page[], people: Readonly<Record<string, Pick<Person, 'timeZone'>>>): MetricsRow | null {
  const { clocks, severity, type, serviceId, verdict, repeatOf, reopenedCount } = incident;
  if (incident.status !== 'resolved' || incident.mergedInto !== null || incident.drillId !== null || clocks.resolvedAt === null) return null;
  const sent = messages.filter(isSentPage).sort((a, b) => a.sentAt - b.sentAt);
  const [first] = sent;
  return {
    startedAt: clocks.startedAt, detectedAt: clocks.detectedAt, triggeredAt: clocks.triggeredAt, acknowledgedAt: clocks.acknowledgedAt,
    restoredAt: clocks.mitigatedAt ?? clocks.resolvedAt, resolvedAt: clocks.resolvedAt,
    severity, type, serviceId, ownerId: incident.owner?.userId ?? null,
    verdict: verdict?.kind ?? null, repeatAfter: repeatOf === null ? null : Math.max(0, clocks.triggeredAt - repeatOf.resolvedAt), reopened: reopenedCount,
    secondLevel: incident.escalation.was === 'lastResort' || wentFurther(messages),
    pages: pagesByPerson(sent, people),
    firstPage: first === undefined ? null : { sentAt: first.sentAt, receivedAt: earliest(sent.flatMap(({ deliveredAt, seenAt }) => deliveredAt ?? seenAt ?? [])) },
    ...named(incident), rule: incident.routedBy?.by === 'rule' ? incident.routedBy.id.slice(0, 64) : null, acted: isActedOn(incident),
  };
}

/** By what the same is known when it comes again. */
function named({ alertNames: [first], title }: Incident): Pick<MetricsRow, 'name' | 'titled'> {
  // Half of a character outside the first plane would be refused by the store.
  return { name: (first ?? title).slice(0, longestName).replace(/[\uD800-\uDBFF]$/, ''), titled: first === undefined };
}

/**
 * Whether a person did anything about it, as far as the incident itself can tell. Its severity, updates, channel, roles and requests say nothing: rules, plans and the end of
 * a shift set them too, with nobody awake.
 */
function isActedOn({ clocks, owner, resolvedBy, declaredBy, isRenamed, tasks, decided, ticks, exitChecks, impact, responders }: Extract<Incident, { status: 'resolved' }>): boolean {
  const byPerson = [owner, resolvedBy].some((holder) => holder !== null && holder.userId !== null);
  return byPerson || clocks.acknowledgedAt !== null || declaredBy !== null || isRenamed || impact !== null
    || [tasks, decided, ticks, exitChecks].some((some) => some.length > 0) || responders.some(({ onTheWay }) => onTheWay !== undefined);
}

/**
 * Whether paging went on beyond whom it reached first, in whichever episode: each step of a round has a cause of its own, and so has the last resort. A first step that does
 * not count at this time of day, or has nobody, was no level.
 */
function wentFurther(messages: readonly Page[]): boolean {
  const causes = new Set(messages.filter(({ kind, userId }) => kind === 'page' && userId !== null).map(({ cause }) => cause));
  return causes.size > 1 || [...causes].some((cause) => cause.startsWith('last-resort.'));
}

type SentPage = Page & { sentAt: Instant; userId: string };
const isSentPage = (message: Page): message is SentPage => message.kind === 'page' && message.userId !== null && message.sentAt !== null;
const earliest = (moments: readonly Instant[]): Instant | null => (moments.length === 0 ? null : Math.min(...moments));

function pagesByPerson(sent: readonly SentPage[], people: Readonly<Record<string, Pick<Person, 'timeZone'>>>): MetricsRow['pages'] {
  const counted = new Set<string>();
  const pages: MetricsRow['pages'] = {};
  for (const { userId, episode, cause, sentAt } of sent) {
    const page = `${userId} ${episode} ${cause}`;
    if (counted.has(page)) continue;
    counted.add(page);
    const before = pages[userId] ?? { all: 0, night: 0 };
    pages[userId] = { all: before.all + 1, night: before.night + (isNight(sentAt, people[userId]?.timeZone ?? 'UTC') ? 1 : 0) };
  }
  return pages;
}
