import { type Parsed, type Source } from '../parsed';
import { isObject } from '../said';
import { connect } from './connect';
import { demo } from './demo';
import { parseLegacy } from './legacy';
import { parseIssue } from './issue';

/** New Relic's workflows report issues; its older notification channels, which nobody can make any more, reported incidents. */
function parse(body: unknown): Parsed {
  if (!isObject(body)) return { ok: false, issues: [{ path: '(body)', message: 'is needed: JSON, as the payload template of a New Relic workflow makes it' }] };
  return body.current_state !== undefined || body.incident_id !== undefined ? parseLegacy(body) : parseIssue(body);
}

export const newrelic: Source = { name: 'newrelic', label: 'New Relic', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect };
