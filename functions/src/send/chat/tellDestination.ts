import { DestinationSecret } from '#domain/destination/destination';
import { titleAfterMark } from '#domain/drill/title';
import { shortStatus } from '#domain/incident/words';
import { logger } from 'firebase-functions';
import { secretOf } from '../../store/secrets';
import { appUrl } from '../channels';
import type { ChannelResult } from '../channelResult';
import type { ToSend } from '../outbox';
import { postSigned } from '../webhook/webhook';
import { type ChatMessage, postToSlack, postToTeams } from './chat';

/** The name of a destination's document in `secrets/`. */
export const destinationSecretId = (destinationId: string): string => `destination-${destinationId}`;

/** Tells a chat channel or a signed webhook about an incident, as it stands now; a test has no incident and says so. */
export async function tellDestination({ notification, incident }: ToSend): Promise<ChannelResult> {
  const { destinationId, channel, id, createdAt } = notification;
  const stored = destinationId === null ? undefined : await secretOf(destinationSecretId(destinationId));
  const address = DestinationSecret.safeParse(parsed(stored));
  if (!address.success) return { kind: 'failed', reason: 'noAddress' };
  const { url, secret } = address.data;
  const message: ChatMessage = {
    severity: incident?.severity ?? 'SEV4', title: incident === null ? notification.title : titleAfterMark(incident), isDrill: incident !== null && incident.drillId !== null, serviceName: incident?.serviceName ?? 'Rouse',
    status: incident === null ? 'test' : shortStatus(incident, { userId: null }), lines: notification.body === '' ? [] : [notification.body],
    url: `${appUrl() ?? ''}${incident === null ? '/destinations' : `/incidents/${incident.id}`}`,
  };
  switch (channel) {
    case 'slack': return postToSlack(url, message);
    case 'teams': return postToTeams(url, message);
    case 'webhook': {
      if (secret === null) return { kind: 'failed', reason: 'notConfigured' };
      const { severity, status, url: link } = message;
      const title = incident?.title ?? notification.title;
      const payload = {
        type: `incident.${notification.subject}`, timestamp: new Date(createdAt).toISOString(),
        data: { incidentId: incident?.id ?? null, serviceId: incident?.serviceId ?? null, serviceName: message.serviceName, severity, status: incident?.status ?? 'test', statusText: status, title, url: link, ...(message.isDrill === true ? { drill: true } : {}) },
      };
      return postSigned({ url, secret, id, at: Date.now(), payload });
    }
    case 'push': case 'sms': case 'voice': case 'email':
      logger.error(`notification ${id} goes to a destination by ${channel}`);
      return { kind: 'failed', reason: 'notConfigured' };
    default: return channel satisfies never;
  }
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
