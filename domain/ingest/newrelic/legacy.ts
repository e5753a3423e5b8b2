import { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest } from '../parsed';
import { Filled, filled, firstSaid, isObject, jsonIn, labelsOf, neededFilled } from '../said';
import { clipped, issuesOf, keyOf, safeLinks } from '../text';

/** The webhook of a notification channel, version 1.0. `targets` is a list, or (in templates of old) one object or the JSON of it. */
const Incident = z.object({
  current_state: Filled.transform((text) => text.toLowerCase()).pipe(z.enum(['open', 'acknowledged', 'closed'], 'is needed: open, acknowledged or closed')),
  incident_id: neededFilled('is needed: the id of the incident'), account_id: Filled, account_name: Filled, severity: Filled, condition_name: Filled, policy_name: Filled,
  details: Filled, incident_url: Filled, runbook_url: Filled, timestamp: Filled, targets: z.unknown().optional(),
});
type Incident = z.infer<typeof Incident>;

export function parseLegacy(body: unknown): Parsed {
  const read = Incident.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  // "Send a test notification" has no incident.
  return parsedRequest([mapIncident(read.data)], { test: read.data.incident_id === '0' });
}

const statuses = { open: 'firing', acknowledged: 'acknowledged', closed: 'resolved' } as const;

function mapIncident(incident: Incident): ParsedAlert {
  const { account_id: account, incident_id: id, condition_name: condition, policy_name: policy, details, current_state: state } = incident;
  const targets = jsonIn(incident.targets);
  const [target = {}] = (Array.isArray(targets) ? targets : [targets]).filter(isObject);
  const at = momentOf(incident.timestamp);
  return {
    dedupKey: keyOf(account === '' ? id : `${account}:${id}`, 1000), groupKey: null, status: statuses[state],
    title: clipped(firstSaid(condition, details, policy), 300) || `New Relic incident ${clipped(id, 100)}`, description: clipped(details, 4000),
    severityWord: clipped(incident.severity.toLowerCase(), 100) || null,
    name: clipped(firstSaid(condition, policy), 300) || null, service: clipped(filled(target.name), 300) || null,
    startedAt: state === 'open' ? at : null, endedAt: state === 'closed' ? at : null,
    links: safeLinks([{ href: incident.incident_url, text: 'New Relic' }, { href: incident.runbook_url, text: 'Runbook' }]),
    labels: labelsOf({ ...(isObject(target.labels) ? target.labels : {}), type: target.type, policy, condition, account: firstSaid(incident.account_name, account) }),
  };
}
