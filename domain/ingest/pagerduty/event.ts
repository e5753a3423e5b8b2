import { z } from 'zod';
import { Fields, isObject, List, needed, Said, said } from '../said';

// The messages are PagerDuty's own: the Events API answers a refused event with a list of them, and its clients log that.

const missing = (name: string) => `'${name}' is missing or blank`;
const routing_key = needed(missing('routing_key'));
/** Fields, or one text (v1 allows both, and Events v2 in practice too). */
const details = z.unknown().optional();

const severity = needed(missing('payload.severity')).transform((word) => word.toLowerCase()).pipe(
  z.enum(['critical', 'error', 'warning', 'info'], "'payload.severity' is invalid (must be one of the following: 'critical', 'warning', 'error' or 'info')"),
);

/** What a trigger says, and a change event less of it. Lengths are not refused: a page with half its title is better than none. */
const described = {
  summary: needed(missing('payload.summary')), source: Said, timestamp: Said, component: Said, group: Said, class: Said, custom_details: details,
};
const around = { links: List, client: Said, client_url: Said };

export const Trigger = z.object({
  routing_key, dedup_key: Said, ...around,
  payload: Fields.pipe(z.object({ ...described, source: needed(missing('payload.source')), severity })),
});
export type Trigger = z.infer<typeof Trigger>;

/** Clients differ: some repeat the whole payload here (Alertmanager), others send none (pdjs). It is not needed, so it can't be wrong. */
export const Update = z.object({ routing_key, dedup_key: needed(missing('dedup_key')), ...around, payload: Fields.pipe(z.object({ ...described, summary: Said, severity: Said })) });
export type Update = z.infer<typeof Update>;

export const ChangeEvent = z.object({ routing_key, ...around, payload: Fields.pipe(z.object(described)) });
export type ChangeEvent = z.infer<typeof ChangeEvent>;

/** Events API v1 (`create_event.json`): what Healthchecks, Alertmanager's `service_key` and netdata still send. */
const first = { service_key: needed(missing('service_key')), details, client: Said, client_url: Said, contexts: List };
export const FirstTrigger = z.object({ ...first, incident_key: Said, description: needed(missing('description')) });
export const FirstUpdate = z.object({ ...first, incident_key: needed(missing('incident_key')), description: Said });
export type FirstEvent = z.infer<typeof FirstUpdate>;

export type Kind =
  | { version: 1 | 2; action: 'trigger' | 'acknowledge' | 'resolve' } | { version: 2; action: 'change' } | { version: 1 | 2; action: 'missing' | 'unknown' };

/**
 * Which of the APIs an event is for, and what it wants. A change event has no action; one that names a severity or a dedup key is an alert whose
 * sender forgot it, and is told so.
 */
export function kindOf(event: Readonly<Record<string, unknown>>): Kind {
  const version = event.event_action === undefined && (event.service_key !== undefined || event.event_type !== undefined) ? 1 : 2;
  const action = said(version === 1 ? event.event_type : event.event_action).toLowerCase();
  if (action === 'trigger' || action === 'acknowledge' || action === 'resolve') return { version, action };
  if (action !== '') return { version, action: 'unknown' };
  const isChange = version === 2 && isObject(event.payload) && event.payload.severity === undefined && said(event.dedup_key) === '';
  return isChange ? { version: 2, action: 'change' } : { version, action: 'missing' };
}

/** The key by which PagerDuty's clients name their integration; undefined where the body names none. */
export function routingKeyOf(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  return said(body.routing_key) || said(body.service_key) || undefined;
}
