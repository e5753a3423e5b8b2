import { type Destination, DestinationSecret } from '#domain/destination/destination';
import type { Incident } from '#domain/incident/incident';
import { idOf } from '../identity/identity';
import type { ChannelResult } from '../send/channelResult';
import { type ChatMessage, postToSlack, postToTeams } from '../send/chat/chat';
import { destinationSecretId } from '../send/chat/tellDestination';
import { postSigned } from '../send/webhook/webhook';
import { secretOf } from '../store/secrets';

/** Posts an incident's card to a destination. A webhook is called with an id that is the same at every try. */
export async function postTo(destination: Destination, incident: Incident, stepId: string, card: ChatMessage): Promise<ChannelResult> {
  const stored = await secretOf(destinationSecretId(destination.id));
  // Written by saveDestination, and by nobody else.
  const address = DestinationSecret.safeParse(stored === undefined ? undefined : JSON.parse(stored));
  if (!address.success) return { kind: 'failed', reason: 'noAddress' };
  const { url, secret } = address.data;
  switch (destination.kind) {
    case 'slack': return postToSlack(url, card);
    case 'teams': return postToTeams(url, card);
    case 'webhook': {
      if (secret === null) return { kind: 'failed', reason: 'notConfigured' };
      const { severity, title, status: statusText, url: link } = card;
      const { id: incidentId, serviceId, serviceName, status, clocks, drillId } = incident;
      return postSigned({
        url, secret, id: idOf('plan', incidentId, stepId), at: Date.now(),
        payload: { type: 'plan.channel', timestamp: new Date(clocks.triggeredAt).toISOString(), data: { incidentId, serviceId, serviceName, severity, status, statusText, title, isDrill: drillId !== null, url: link } },
      });
    }
    default: return destination.kind satisfies never;
  }
}
