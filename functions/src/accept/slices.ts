import type { Arrival } from '#domain/incident/join';
import type { OpeningFacts } from '#domain/incident/open';
import { severityOfWord } from '#domain/incident/severity';
import type { GroupEnd } from '#domain/ingest/fold';
import { sourceOf } from '#domain/ingest/sources';
import type { Integration } from '#domain/service/service';
import { idOf } from '../identity/identity';
import { bodyOf, type StoredEvent } from '../store/event';

/** Alerts of one transaction: with two writes each this stays far below Firestore's 10 MiB per commit. */
export const alertsAtOnce = 300;

/** The next alerts of an event in one transaction, from where the last one stopped. */
export type Slice = { event: StoredEvent; arrivals: Arrival[]; from: number; ended: GroupEnd | undefined };

export type DrainFacts = OpeningFacts & { integration: Integration };

/** The next alerts of these events, `alertsAtOnce` at most in all: a slice per event, from where the last batch stopped. */
export async function slicesOf(events: readonly StoredEvent[], facts: DrainFacts): Promise<Slice[]> {
  const slices: Slice[] = [];
  let room = alertsAtOnce;
  for (const event of events) {
    if (room <= 0) break;
    const parsed = sourceOf(event.source)?.parse(JSON.parse((await bodyOf(event)).toString('utf8')));
    // Accepted once, so it parsed once: a parser that has become stricter must not lose what was answered with 2xx.
    if (parsed?.ok !== true) throw new Error(`event ${event.id} of ${event.source} can't be read any more`);
    const alerts = parsed.alerts.slice(event.decidedCount, event.decidedCount + room);
    room -= alerts.length;
    const { integration: { id, name, serviceId }, service: { id: ofService } } = facts;
    const groupEnded = event.decidedCount + alerts.length >= event.alertCount ? parsed.groupEnded : null;
    slices.push({
      event, from: event.decidedCount,
      ended: groupEnded === null ? undefined : {
        endedGroup: { groupOpenId: idOf('open', 'group', ofService, groupEnded.groupKey), endedAt: groupEnded.endedAt },
        receivedAt: event.receivedAt, integration: { id, name, serviceId },
      },
      arrivals: alerts.map((alert): Arrival => {
        const { integration, service, severities } = facts;
        const alertId = idOf('alert', integration.id, alert.dedupKey);
        return {
          alertId, parsed: alert, severity: severityOfWord(alert.severityWord, severities), receivedAt: event.receivedAt, integration,
          dedupOpenId: idOf('open', 'dedup', integration.id, alert.dedupKey),
          groupOpenId: alert.groupKey === null ? null : idOf('open', 'group', service.id, alert.groupKey),
        };
      }),
    });
  }
  return slices;
}

