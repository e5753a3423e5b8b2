import { Alert } from '#domain/incident/alert';
import { Incident } from '#domain/incident/incident';
import { Severity } from '#domain/incident/severity';
import type { Integration } from '#domain/service/service';
import { db } from '../firebase';
import { idOf } from '../identity/identity';
import { at, read } from '../store/documents';
import { bodyOf, StoredEvent } from '../store/event';
import { ask } from '../store/queries';

/** The alias of the alert that has this id, by any incident that it was in; undefined for none of this integration. */
export async function aliasOfId(id: string, integration: Integration): Promise<string | undefined> {
  const { docs } = await ask('alertsOfId', [id]).limit(5).get();
  const own = docs.flatMap((snapshot) => read(Alert, snapshot) ?? []).find(({ integrationId }) => integrationId === integration.id);
  return own?.dedupKey;
}

/** The alert of an alias and its incident; undefined where there is none now or in the last day. */
async function alertOf(alias: string, integration: Integration): Promise<{ alert: Alert; incident: Incident; isOpen: boolean } | undefined> {
  const openId = idOf('open', 'dedup', integration.id, alias);
  const [open, recent] = await db().getAll(at.open(openId), at.recent(openId));
  const pointer = open?.exists === true ? open : recent;
  if (pointer?.exists !== true) return undefined;
  const incidentId = String(pointer.get('incidentId'));
  const named: unknown = pointer.get('alertId');
  const [incidentFound, alertFound] = await db().getAll(at.incident(incidentId), at.alert(incidentId, typeof named === 'string' ? named : idOf('alert', integration.id, alias)));
  const incident = incidentFound === undefined ? undefined : read(Incident, incidentFound);
  const alert = alertFound === undefined ? undefined : read(Alert, alertFound);
  if (incident === undefined || alert === undefined) return undefined;
  return { alert, incident, isOpen: alert.status !== 'resolved' && incident.status !== 'resolved' };
}

/** An alert as `GET /v2/alerts/{identifier}` shows it; undefined where there is none of this alias now or in the last day. */
export async function describeAlert(alias: string, integration: Integration): Promise<object | undefined> {
  const found = await alertOf(alias, integration);
  if (found === undefined) return undefined;
  const { alert, incident, isOpen } = found;
  const owner = incident.status === 'acknowledged' ? incident.owner : null;
  return {
    id: alert.id, tinyId: incident.id, alias, message: alert.title, description: alert.description, status: isOpen ? 'open' : 'closed',
    acknowledged: owner !== null, isSeen: owner !== null, snoozed: false, count: alert.count, tags: incident.tags, details: alert.labels,
    createdAt: iso(alert.firstSeenAt), updatedAt: iso(alert.lastSeenAt), lastOccurredAt: iso(alert.lastSeenAt), source: alert.labels.source ?? integration.name, owner: owner?.name ?? '',
    priority: `P${Severity.options.indexOf(alert.severity) + 1}`, entity: alert.labels.entity ?? '', integration: { id: integration.id, name: integration.name, type: 'API' }, report: {},
    responders: [], teams: [], actions: [],
  };
}

/** What became of a request, as `GET /v2/alerts/requests/{requestId}` shows it; undefined while it is not decided. */
export async function describeRequest(requestId: string, integration: Integration): Promise<object | undefined> {
  if (!/^[\w-]{1,64}$/.test(requestId)) return undefined;
  const event = read(StoredEvent, await at.event(requestId).get());
  if (event === undefined || event.integrationId !== integration.id || event.state === 'undecided') return undefined;
  const [result] = event.results;
  const action = await actionOf(event);
  const alias = result?.dedupKey ?? '';
  // What changes nothing is ignored, whether it was so already or there is nothing that it could change.
  const isOpen = result?.action !== 'ignored' || (await alertOf(alias, integration))?.isOpen === true;
  const { isSuccess, status } = event.state === 'failed' ? { isSuccess: false, status: 'Could not be processed' } : outcome(action, result?.action ?? 'ignored', alias, isOpen);
  return {
    success: isSuccess, isSuccess, action: titles[action] ?? action, status, processedAt: iso(event.decidedAt ?? event.receivedAt), integrationId: integration.id,
    alertId: isSuccess && result !== undefined ? idOf('alert', integration.id, alias) : '', alias,
  };
}

const titles: Readonly<Record<string, string>> = {
  create: 'Create', close: 'Close', acknowledge: 'Acknowledge', unacknowledge: 'UnAcknowledge', note: 'AddNote', message: 'UpdateMessage', description: 'UpdateDescription',
  priority: 'UpdatePriority',
};

/** In the words that Zabbix' own Opsgenie script looks for: "There is no open alert" and "Alert is already" are no failures to it. */
function outcome(action: string, result: string, alias: string, isOpen: boolean): { isSuccess: boolean; status: string } {
  const noneOpen = { isSuccess: false, status: `There is no open alert with alias [${alias}]` };
  switch (action) {
    case 'create': return { isSuccess: true, status: result === 'suppressed' ? 'Alert is suppressed' : 'Created alert' };
    case 'close': return result === 'resolved' ? { isSuccess: true, status: 'Closed alert' } : noneOpen;
    case 'acknowledge': return result === 'acknowledged' ? { isSuccess: true, status: 'Acknowledged alert' } : { isSuccess: false, status: 'Alert is already acknowledged, or not open' };
    case 'unacknowledge': return { isSuccess: false, status: 'Alert is not changed: an acknowledge is taken back in Rouse' };
    // What is so already counts as done.
    default: return isOpen ? { isSuccess: true, status: 'Updated alert' } : noneOpen;
  }
}

async function actionOf(event: StoredEvent): Promise<string> {
  const body: unknown = JSON.parse((await bodyOf(event)).toString('utf8'));
  return typeof body === 'object' && body !== null && 'opsgenieAction' in body ? String(body.opsgenieAction) : 'create';
}

const iso = (at: number) => new Date(at).toISOString();
