import type { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, type ParsedChange, parsedRequest, type ParseHints, type Source } from '../parsed';
import { filled, firstSaid, isObject, said, scalarLabels } from '../said';
import { clipped, issuesOf, keyOf, safeLinks } from '../text';
import { connect } from './connect';
import { demo } from './demo';
import { ChangeEvent, FirstTrigger, FirstUpdate, type FirstEvent, type Kind, kindOf, Trigger, Update } from './event';

export { routingKeyOf } from './event';

/** Events API v2 with its change events, and v1. Which one a body is for is told by its fields, whatever path it came to. */
function parse(body: unknown, { assignedKey }: ParseHints): Parsed {
  if (!isObject(body)) return { ok: false, issues: [{ path: '(body)', message: 'must be a JSON object' }] };
  const kind = kindOf(body);
  switch (kind.action) {
    case 'trigger':
      return kind.version === 2
        ? read(Trigger, body, (event) => parsedRequest([alert('firing', event, event.dedup_key || assignedKey)]))
        : read(FirstTrigger, body, (event) => parsedRequest([firstAlert('firing', event, event.incident_key || assignedKey)]));
    case 'acknowledge': case 'resolve': {
      const status = kind.action === 'resolve' ? 'resolved' : 'acknowledged';
      return kind.version === 2
        ? read(Update, body, (event) => parsedRequest([alert(status, event, event.dedup_key)]))
        : read(FirstUpdate, body, (event) => parsedRequest([firstAlert(status, event, event.incident_key)]));
    }
    case 'change': return read(ChangeEvent, body, (event) => parsedRequest([], { changes: [change(event)] }));
    case 'missing': case 'unknown': return refusedAction(kind, body);
    default: return kind satisfies never;
  }
}

function read<T>(schema: z.ZodType<T>, body: unknown, map: (event: T) => Parsed): Parsed {
  const event = schema.safeParse(body);
  return event.success ? map(event.data) : { ok: false, issues: issuesOf(event.error) };
}

/** The action is wrong, and what else a trigger would lack, so that the sender hears everything at once. */
function refusedAction({ version, action }: Kind, body: unknown): Parsed {
  const path = version === 1 ? 'event_type' : 'event_action';
  const message = action === 'missing' ? `'${path}' is missing or blank` : `'${path}' is invalid (must be one of the following: 'trigger', 'acknowledge' or 'resolve')`;
  const event = (version === 1 ? FirstTrigger : Trigger).safeParse(body);
  return { ok: false, issues: [{ path, message }, ...(event.success ? [] : issuesOf(event.error))].slice(0, 20) };
}

/**
 * PagerDuty takes events in the order they come, and its clients put the first start, the moment of sending or a rounded time into the
 * timestamp: it says when an alert started, and nothing about whether a resolve is late.
 */
function alert(status: ParsedAlert['status'], { payload, links, client, client_url }: Trigger | Update, dedupKey: string): ParsedAlert {
  const { summary, source, severity, timestamp, component, group } = payload;
  const custom = isObject(payload.custom_details) ? payload.custom_details : {};
  const own = { source, component, group, class: payload.class };
  return {
    dedupKey: keyOf(dedupKey, 1000), groupKey: null, status,
    title: clipped(firstSaid(summary, dedupKey), 300) || 'Event without a summary',
    description: describedBy(payload.custom_details),
    severityWord: severity === '' ? null : clipped(severity, 100),
    name: clipped(payload.class || filled(custom.alertname), 300) || null,
    service: clipped(component, 300) || null,
    startedAt: status === 'firing' ? momentOf(timestamp) : null, endedAt: null,
    links: safeLinks([...hrefs(links), { href: client_url, text: client || 'Source' }]),
    labels: scalarLabels({ ...own, ...custom, ...named(own) }),
  };
}

function firstAlert(status: ParsedAlert['status'], { description, details, client, client_url, contexts }: FirstEvent, incidentKey: string): ParsedAlert {
  return {
    dedupKey: keyOf(incidentKey, 1000), groupKey: null, status,
    title: clipped(firstSaid(description, incidentKey), 300) || 'Event without a description',
    description: describedBy(details), severityWord: null, name: null, service: null, startedAt: null, endedAt: null,
    links: safeLinks([...hrefs(contexts), { href: client_url, text: client || 'Source' }]),
    labels: scalarLabels({ client, ...(isObject(details) ? details : {}) }),
  };
}

function change({ payload, links, client, client_url }: ChangeEvent): ParsedChange {
  const { summary, source, timestamp, custom_details } = payload;
  return {
    title: clipped(summary, 300) || 'Change without a summary', description: describedBy(custom_details), changedAt: momentOf(timestamp),
    links: safeLinks([...hrefs(links), { href: client_url, text: client || 'Source' }]),
    labels: scalarLabels({ source, ...(isObject(custom_details) ? custom_details : {}), ...named({ source }) }),
  };
}

/** What the details say in sentences; Alertmanager's and Grafana's list what fires under `firing`. */
function describedBy(details: unknown): string {
  if (!isObject(details)) return clipped(said(details), 4000);
  return clipped(firstSaid(...['description', 'details', 'body', 'message', 'firing'].map((name) => said(details[name]))), 4000);
}

const named = (fields: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));

const hrefs = (links: readonly unknown[]) => links.filter(isObject).map(({ href, text }) => ({ href: said(href), text: said(text) }));

export const pagerduty: Source = {
  name: 'pagerduty', label: 'PagerDuty Events API', maxBytes: 512 * 1024, parse, whenBusy: 429, signature: null, demo, connect,
};
