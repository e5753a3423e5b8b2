import type { Destination } from '../destination/destination';
import type { IncidentId } from '../incident/incident';
import type { PlanFacts } from './facts';
import type { PlanStep } from './plan';

/** Slack takes 80 characters: lower-case letters, digits and hyphens (docs.slack.dev/reference/methods/conversations.create). */
const mostCharacters = 80;

/** The name of an incident's own channel: `inc-k7q2md-checkout`. It follows from the incident, so that a second try finds what the first one made. `again`: what is added where that name is somebody else's. */
export function channelName(incidentId: IncidentId, serviceName: string, again = ''): string {
  const service = serviceName.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const whole = service === '' ? incidentId.toLowerCase() : `${incidentId.toLowerCase()}-${service}`;
  return `${whole.slice(0, mostCharacters - again.length).replace(/-$/, '')}${again}`;
}

/** The destination of this id, where it is switched on. */
export function enabledDestination(id: string | null, { destinations }: Pick<PlanFacts, 'destinations'>): Destination | undefined {
  const found = id === null ? undefined : destinations?.[id];
  return found?.enabled === true ? found : undefined;
}

/** The first Slack or Teams channel that follows a service: where a default plan posts when it can't open a channel. */
export function followingChannel(serviceId: string, { destinations }: Pick<PlanFacts, 'destinations'>): Destination | undefined {
  return Object.values(destinations ?? {}).filter(({ enabled, kind, serviceIds }) => enabled && kind !== 'webhook' && serviceIds.includes(serviceId)).sort((a, b) => a.name.localeCompare(b.name))[0];
}

/** How a severity's own default opens a channel of this service's incidents; null: nothing is set up that it could use. */
export function defaultChannel(serviceId: string, facts: Pick<PlanFacts, 'destinations' | 'chat'>): Extract<PlanStep, { kind: 'openChannel' }> | null {
  const following = followingChannel(serviceId, facts)?.id ?? null;
  if ((facts.chat?.slack ?? null) !== null) return { kind: 'openChannel', how: { by: 'createSlack' }, backupId: following };
  return following === null ? null : { kind: 'openChannel', how: { by: 'post', destinationId: following }, backupId: null };
}
