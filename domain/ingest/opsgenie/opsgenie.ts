import { z } from 'zod';
import { type Amendment, type Parsed, type ParsedAlert, parsedRequest, type ParseHints, type Source } from '../parsed';
import { Fields, filled, isObject, labelsOf, List, needed, Said, said, tagLabels } from '../said';
import { clipped, issuesOf, keyOf, safeLabels, safeLinks } from '../text';
import { OpsgenieAction, Priority } from './action';
import { connect } from './connect';
import { demo } from './demo';

/**
 * The body of a create. Who is to be told (`responders`, `visibleTo`, `actions`) is for Rouse's own policies to say. Lengths are not refused: half a
 * message pages, a 422 does not.
 */
export const CreateAlert = z.object({
  message: needed('message can not be empty'), alias: Said, description: Said, tags: List, details: Fields, entity: Said, source: Said,
  priority: Priority, user: Said, note: Said,
});
export type CreateAlert = z.infer<typeof CreateAlert>;

/** A create as its sender wrote it, or any other request of the API in the form of `OpsgenieAction`. */
function parse(body: unknown, { assignedKey }: ParseHints): Parsed {
  if (isObject(body) && body.opsgenieAction !== undefined) {
    const action = OpsgenieAction.safeParse(body);
    return action.success ? parsedRequest(acted(action.data)) : { ok: false, issues: issuesOf(action.error) };
  }
  const create = CreateAlert.safeParse(body);
  return create.success ? parsedRequest([created(create.data, assignedKey)]) : { ok: false, issues: issuesOf(create.error) };
}

function created({ message, alias, description, tags, details, entity, source, priority, note }: CreateAlert, assignedKey: string): ParsedAlert {
  return {
    dedupKey: keyOf(alias || assignedKey, 1000), groupKey: null, status: 'firing',
    title: clipped(message, 300) || 'Alert without a message',
    description: clipped([description, note].filter(Boolean).join('\n\n'), 4000),
    severityWord: priority || 'P3',
    name: clipped(filled(details.alertname), 300) || null,
    service: clipped(entity || filled(details.service), 300) || null,
    startedAt: null, endedAt: null,
    // The source is words to be shown; Alertmanager's is its own address.
    links: safeLinks([...linksIn(details), { href: source, text: 'Source' }]),
    labels: safeLabels({ ...tagLabels(tags), ...labelsOf(details), ...joined(tags), ...labelsOf({ entity, source }) }),
  };
}

/** The details that are an address, such as a runbook's. */
const linksIn = (details: CreateAlert['details']) =>
  Object.entries(details).map(([name, value]) => ({ href: said(value), text: name })).filter(({ href }) => /^https?:/i.test(href));

/** The tags under their own label, whatever the details call `tags`. */
function joined(tags: readonly unknown[]): Record<string, string> {
  const { tags: words } = tagLabels(tags);
  return words === undefined ? {} : { tags: words };
}

/** What an action makes of the alert of its alias. Taking an acknowledge back is for people: Rouse goes on as before. */
function acted(action: OpsgenieAction): ParsedAlert[] {
  switch (action.opsgenieAction) {
    case 'close': return [about(action.alias, 'resolved', { description: clipped(action.note, 4000) })];
    case 'acknowledge': return [about(action.alias, 'acknowledged', { description: clipped(action.note, 4000) })];
    case 'unacknowledge': return [];
    case 'note': return [amended(action.alias, { note: clipped(action.note, 4000) })];
    case 'message': return [amended(action.alias, { title: clipped(action.message, 300) || null })];
    case 'description': return [amended(action.alias, { description: clipped(action.description, 4000) })];
    case 'priority': return [amended(action.alias, { severityWord: action.priority })];
    default: return action satisfies never;
  }
}

const amended = (alias: string, change: Partial<Amendment>) =>
  about(alias, 'firing', { amends: { title: null, description: null, severityWord: null, note: null, ...change } });

function about(alias: string, status: ParsedAlert['status'], more: Partial<ParsedAlert>): ParsedAlert {
  return {
    dedupKey: keyOf(alias, 1000), groupKey: null, status, title: clipped(alias, 300) || 'Alert without a message', description: '', severityWord: null, name: null,
    service: null, startedAt: null, endedAt: null, links: [], labels: {}, ...more,
  };
}

export const opsgenie: Source = {
  name: 'opsgenie', label: 'Opsgenie Alert API', maxBytes: 512 * 1024, parse, whenBusy: 429, signature: null, demo, connect,
};
