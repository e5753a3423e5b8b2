import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import { Alert } from '#domain/incident/alert';
import { Incident } from '#domain/incident/incident';
import { workedOn } from '#domain/incident/worked';
import type { Person } from '#domain/people/person';
import { dryRun, type PastIncident } from '#domain/routing/dryRun';
import { rulesIdOf } from '#domain/routing/rule';
import { DAY } from '#domain/time/instant';
import { at, read } from '../store/documents';
import { ask } from '../store/queries';
import { known } from './routing';
import { storedAlerts } from './storedAlerts';

/** How far back, how many events and how many incidents the evidence looks at most: more would not answer within the callable's minute. */
const within = 90 * DAY;
const mostEvents = 5_000;
const mostIncidents = 300;
/** Of an incident with thousands of alerts, the first few tell when it would have paged. */
const mostAlerts = 20;

/** The evidence for a draft of rules: the stored events of the last 90 days, decided under the saved rules and under the draft. */
export async function dryRunRoutingRules({ scope, rules }: Extract<ConfigurationCommand, { type: 'dryRunRoutingRules' }>, sender: Person): Promise<CommandAnswer> {
  const facts = await known(scope);
  const since = Date.now() - within;
  const [{ alerts, cut }, incidents] = await Promise.all([storedAlerts(scope, facts, mostEvents, since), pastIncidents(facts, scope, since)]);
  const saved = facts.rules[rulesIdOf(scope)]?.rules ?? [];
  const evidence = dryRun(alerts, saved, rules, incidents, { ...facts, scope, cut }, sender.timeZone);
  return { outcome: 'unchanged', code: 'dryRunRoutingRules', message: evidence.sentence, dryRun: evidence };
}

/** The incidents of the scope's service since then, newest first, each with its first alerts. */
async function pastIncidents({ integrations }: Awaited<ReturnType<typeof known>>, { kind, id }: { kind: 'service' | 'integration'; id: string }, since: number): Promise<PastIncident[]> {
  const serviceId = kind === 'service' ? id : (integrations[id]?.serviceId ?? '');
  const { docs } = await ask('incidentsOfService', [serviceId]).limit(mostIncidents).get();
  const incidents = docs.flatMap((snapshot) => read(Incident, snapshot) ?? []).filter(({ clocks }) => clocks.triggeredAt >= since);
  return Promise.all(incidents.map(async (incident): Promise<PastIncident> => {
    const found = await at.incident(incident.id).collection('alerts').orderBy('firstSeenAt').limit(mostAlerts).get();
    const alerts = found.docs.flatMap((snapshot) => read(Alert, snapshot) ?? []);
    return {
      id: incident.id, title: incident.title, real: incident.clocks.acknowledgedAt !== null || workedOn(incident),
      firstAlertKeys: alerts.map(({ integrationId, dedupKey }) => `${integrationId}/${dedupKey}`), pagedAt: incident.clocks.notifiedAt, resolvedAt: incident.clocks.resolvedAt,
    };
  }));
}
