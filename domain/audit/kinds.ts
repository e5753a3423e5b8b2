import type { AuditEntry } from './auditEntry';

/** What a person calls the documents of a collection, one of them each. */
const kinds: Readonly<Record<string, string>> = {
  services: 'Service', escalationPolicies: 'Escalation policy', schedules: 'Schedule', holidayCalendars: 'Holiday calendar', coverRequests: 'Request for cover', shiftNotes: 'Hand-over note',
  teams: 'Team', users: 'Person', invites: 'Invitation', integrations: 'Integration', routingRules: 'Routing rules', heartbeats: 'Heartbeat', maintenanceWindows: 'Maintenance',
  destinations: 'Destination', runbooks: 'Runbook', knownProblems: 'Known problem', postMortems: 'Post-mortem', responsePlans: 'Response plan', planRuns: 'Run of a plan', drills: 'Drill', statusComponents: 'Component of the status page',
  notices: 'Public notice', incidents: 'Incident', metrics: 'Metrics', subscriptions: 'Subscription', statusSubscribers: 'Subscriber of the status page',
};
const settings: Readonly<Record<string, string>> = {
  severities: 'Severities', warRoom: 'War room', readiness: 'Start of a shift', metrics: 'Targets of the metrics', watchdog: 'Watchdog', statusPage: 'Status page', chat: 'Chat workspace',
};

/** What kind of document a path (`escalationPolicies/checkout`) is of, in plain words; each of the settings is a kind of its own. Of one that is not known, its words. */
export function kindOf(path: string): string {
  const [collection = '', id = ''] = path.split('/');
  if (collection === 'settings') return settings[id] ?? inWords(id);
  return kinds[collection] ?? inWords(collection);
}

/** What was changed, as one would call it: `Escalation policy Checkout`, `Severities`. Its own name says which, else its id. `names` by path (`services/checkout`). */
export function subjectOf({ what, before, after }: Pick<AuditEntry, 'what' | 'before' | 'after'>, names: Readonly<Record<string, string>> = {}): string {
  const kind = kindOf(what);
  const [collection, ...rest] = what.split('/');
  if (collection === 'settings') return kind;
  const id = rest.join('/');
  // The rules of a service are kept under `service.checkout`.
  const [scope = '', ...owner] = id.split('.');
  const own = [after, before].flatMap((document) => [document?.['name'], document?.['title']]).find((name) => typeof name === 'string' && name !== '');
  const called = typeof own === 'string' ? own : (names[what] ?? names[`${scope}s/${owner.join('.')}`] ?? id);
  return called === '' ? kind : collection === 'incidents' || collection === 'postMortems' ? `${kind} ${id}${called === id ? '' : ` ${called}`}` : `${kind} ${called}`;
}

/** Whether it was made, changed or removed. */
export function happenedTo({ before, after }: Pick<AuditEntry, 'before' | 'after'>): 'made' | 'changed' | 'removed' {
  return before === null ? 'made' : after === null ? 'removed' : 'changed';
}

/** `memberIds` → `Members`, `respondWithinMinutes` → `Respond within`: values carry their names and units. What is in capitals (SEV1) stays. */
export function inWords(key: string): string {
  if (/^[A-Z0-9]+$/.test(key)) return key;
  const bare = key.replace(/(?<=[a-z])(?:Ids)$/, 's').replace(/(?<=[a-z])(?:Id|Milliseconds|Seconds|Minutes|Hours)$/, '');
  const spaced = bare.replace(/([a-z0-9])([A-Z])/g, (_, before: string, next: string) => `${before} ${next.toLowerCase()}`).replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
