import { z } from 'zod';
import { mappedParse } from '../generic/mapped';
import type { Mapping } from '../generic/mapping';
import { labelsIn } from '../generic/values';
import type { Parsed, Source } from '../parsed';
import { Filled, firstSaid, looseFields, neededFilled } from '../said';
import { issuesOf } from '../text';
import { connect } from './connect';
import { demo } from './demo';

/** Site24x7's incident parameters, as JSON, form or query; `MONITOR_ID` and `MONITORID` are both seen. */
export const Site24x7Body = looseFields({
  STATUS: neededFilled('is needed: DOWN, CRITICAL, TROUBLE or UP'), MONITORNAME: neededFilled('is needed: the name of the monitor'), MONITOR_ID: z.unknown().optional(), MONITORTYPE: Filled,
  MONITORURL: Filled, MONITOR_GROUPNAME: Filled, MONITOR_DASHBOARD_LINK: Filled, RCA_LINK: Filled, INCIDENT_REASON: Filled, INCIDENT_DETAILS: Filled, FAILED_LOCATIONS: Filled,
  INCIDENT_TIME: Filled, INCIDENT_TIME_ISO: Filled, OUTAGE_TIME_UNIX_FORMAT: Filled, TAGS: z.unknown().optional(), GROUP_TAGS: z.unknown().optional(),
});
export type Site24x7Body = z.infer<typeof Site24x7Body>;

export const site24x7Mapping: Mapping = {
  alerts: null, title: ['title'], description: ['description'], status: ['STATUS'], resolvedWords: [], acknowledgedWords: [],
  // What an admin does to a monitor is no trouble.
  ignoredWords: ['SUSPENDED', 'MAINTENANCE', 'UNDER MAINTENANCE', 'DISCOVERY', 'DISCOVERY IN PROGRESS', 'ACTIVATED'],
  severity: ['severity'], dedupKey: ['key'], groupKey: [], service: [], startedAt: ['OUTAGE_TIME_UNIX_FORMAT', 'INCIDENT_TIME_ISO', 'INCIDENT_TIME'],
  links: ['links'], labels: 'labels',
};

const severities: Readonly<Record<string, string>> = { DOWN: 'critical', CRITICAL: 'critical', TROUBLE: 'warning', 'CONFIGURATION ERROR': 'warning' };

function parse(body: unknown): Parsed {
  const read = Site24x7Body.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const { STATUS, MONITORNAME, MONITOR_ID, MONITORTYPE, MONITOR_GROUPNAME, INCIDENT_REASON, INCIDENT_DETAILS, FAILED_LOCATIONS, TAGS, GROUP_TAGS, MONITOR_DASHBOARD_LINK, RCA_LINK, MONITORURL } = read.data;
  return mappedParse({
    ...read.data, title: `${MONITORNAME} is ${STATUS.toUpperCase()}`, severity: severities[STATUS.toUpperCase()], key: keyFor(MONITOR_ID, MONITORNAME),
    description: [firstSaid(INCIDENT_REASON, INCIDENT_DETAILS), FAILED_LOCATIONS === '' ? '' : `Failed from ${FAILED_LOCATIONS}.`].filter(Boolean).join('\n'),
    links: [{ href: MONITOR_DASHBOARD_LINK, text: 'Monitor' }, { href: RCA_LINK, text: 'Root cause' }, { href: MONITORURL, text: 'Website' }],
    labels: { ...labelsIn(GROUP_TAGS), ...labelsIn(TAGS), monitor: MONITORNAME, monitor_type: MONITORTYPE, group: MONITOR_GROUPNAME },
  }, site24x7Mapping);
}

/** Ids have 18 digits, and as JSON numbers lose the last ones: then the name tells two neighbours apart. */
function keyFor(id: unknown, name: string): string {
  return typeof id === 'number' && !Number.isSafeInteger(id) ? `${id} ${name}` : firstSaid(Filled.parse(id), name);
}

export const site24x7: Source = {
  name: 'site24x7', label: 'Site24x7', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect,
};
