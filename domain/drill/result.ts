import type { Resolved } from '../incident/incident';
import type { Notification } from '../notification/notification';
import type { Instant } from '../time/instant';
import type { DrillReach, DrillResult } from './drill';

type Page = Pick<Notification, 'kind' | 'userId' | 'userName' | 'status' | 'episode' | 'cause' | 'sentAt' | 'deliveredAt' | 'seenAt'>;
type OfPerson = Page & { userId: string };
const most = 100;

/**
 * What a drill showed, from its incident and all its notifications: who was paged, when the first page to each was sent and had by a device, and when they acknowledged; how often paging went
 * on to somebody further. Whoever acknowledged without being paged is named, and is no one who was reached.
 */
export function drillResult(incident: Resolved, messages: readonly Page[]): DrillResult {
  const { clocks, responders } = incident;
  // What was taken back before it left paged nobody.
  const pages = messages.filter((message): message is OfPerson => message.kind === 'page' && message.userId !== null && message.status !== 'cancelled');
  const acknowledged = responders.filter(({ state }) => state === 'acknowledged').sort((a, b) => a.at - b.at);
  const reach = [...new Set(pages.map(({ userId }) => userId))].map((userId): DrillReach => {
    const own = pages.filter((page) => page.userId === userId);
    return {
      userId, name: own[0]?.userName ?? userId, sentAt: earliest(own.flatMap(({ sentAt }) => sentAt ?? [])), receivedAt: earliest(own.flatMap(({ deliveredAt, seenAt }) => deliveredAt ?? seenAt ?? [])),
      acknowledgedAt: acknowledged.find((each) => each.userId === userId)?.at ?? null,
    };
  });
  return {
    endedAt: clocks.resolvedAt ?? clocks.triggeredAt, triggeredAt: clocks.triggeredAt, acknowledgedAt: clocks.acknowledgedAt,
    acknowledgedBy: clocks.acknowledgedAt === null ? null : (acknowledged[0]?.name ?? incident.owner?.name ?? null), restoredAt: clocks.mitigatedAt,
    reach: reach.sort((a, b) => (a.sentAt ?? Infinity) - (b.sentAt ?? Infinity) || a.name.localeCompare(b.name)).slice(0, most),
    // Each step of a round has a cause of its own: the first is no escalation.
    escalations: Math.max(0, new Set(pages.map(({ episode, cause }) => `${episode} ${cause}`)).size - 1),
  };
}

const earliest = (moments: readonly Instant[]): Instant | null => (moments.length === 0 ? null : Math.min(...moments));
