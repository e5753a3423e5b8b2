import type { Drill } from '#domain/drill/drill';
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time/instant';
import { at } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';

/** A drill of last week, with what it showed: its incident was deleted afterwards, as drills are where people tidy up. `now`: ms since epoch. */
export async function seedDrills(now: number): Promise<void> {
  const startsAt = now - (now % DAY) - 8 * DAY + 13 * HOUR;
  const drill: Drill = {
    id: 'demo-drill', scenario: 'databaseConnections', serviceId: 'checkout', serviceName: 'Checkout', startsAt, isSurprise: true, createdBy: { userId: 'admin', name: 'Ada Okafor' }, createdAt: startsAt - DAY,
    state: 'over', incidentId: null, dueAt: null,
    result: {
      triggeredAt: startsAt, acknowledgedAt: startsAt + 101 * SECOND, acknowledgedBy: 'Sam Weber', restoredAt: startsAt + 19 * MINUTE, endedAt: startsAt + 22 * MINUTE, escalations: 1,
      reach: [
        { userId: 'primary', name: 'Priya Nair', sentAt: startsAt + 300, receivedAt: null, acknowledgedAt: null },
        { userId: 'secondary', name: 'Sam Weber', sentAt: startsAt + 60_400, receivedAt: startsAt + 62_100, acknowledgedAt: startsAt + 101 * SECOND },
      ],
    },
  };
  await at.drill(drill.id).set(toStored(drill));
}
