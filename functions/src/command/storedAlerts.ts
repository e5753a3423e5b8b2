import type { StoredAlert } from '#domain/routing/tested';
import type { RuleScope } from '#domain/routing/rule';
import { parsedAgain } from '../accept/slices';
import type { Configuration } from '../store/configuration';
import { read } from '../store/documents';
import { StoredEvent } from '../store/event';
import { ask } from '../store/queries';

const atOnce = 300;

/** A stored alert and the integration that it came by. */
export type Stored = StoredAlert & { integrationId: string };

/** The alerts of the newest stored events of a scope, newest event first, no event older than `since` (ms since epoch); `cut`: there are more. */
export async function storedAlerts(scope: RuleScope, { integrations }: Configuration, most: number, since = 0): Promise<{ alerts: Stored[]; events: number; cut: boolean }> {
  const query = ask(scope.kind === 'service' ? 'eventsOfService' : 'eventsOfIntegration', [scope.id]);
  const alerts: Stored[] = [];
  let events = 0;
  let after: FirebaseFirestore.QueryDocumentSnapshot | undefined;
  while (events < most) {
    const page = after === undefined ? query : query.startAfter(after);
    const { docs } = await page.limit(Math.min(atOnce, most - events)).get();
    for (const snapshot of docs) {
      const event = read(StoredEvent, snapshot);
      if (event === undefined || event.receivedAt < since) return { alerts, events, cut: false };
      events += 1;
      const integration = integrations[event.integrationId];
      if (event.kind !== 'alerts' || integration === undefined) continue;
      const { alerts: parsed } = await parsedAgain(event, { integration });
      alerts.push(...parsed.map((alert) => ({
        eventId: event.id, receivedAt: event.receivedAt, alert, source: integration.source, integrationName: integration.name, integrationId: integration.id,
      })));
    }
    after = docs.at(-1);
    if (docs.length < atOnce || after === undefined) return { alerts, events, cut: false };
  }
  return { alerts, events, cut: true };
}
