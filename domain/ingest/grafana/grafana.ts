import { type Parsed, type Source } from '../parsed';
import { isObject } from '../said';
import { connect } from './connect';
import { demo } from './demo';
import { parseLegacy } from './legacy';
import { parseUnified } from './unified';

/** Grafana has sent two bodies: unified alerting (9 and later; 8 where it was switched on) and before it an alert of a dashboard's panel. */
function parse(body: unknown): Parsed {
  if (!isObject(body)) return refused('(body)');
  if (body.alerts !== undefined || body.version !== undefined) return parseUnified(body);
  return ['ruleId', 'ruleName', 'ruleUrl', 'evalMatches'].some((field) => body[field] !== undefined) ? parseLegacy(body) : refused('alerts');
}

const refused = (path: string): Parsed => ({
  ok: false, issues: [{ path, message: 'is needed: the body of Grafana\'s webhook contact point, with its Custom Payload left empty' }],
});

export const grafana: Source = {
  name: 'grafana', label: 'Grafana', maxBytes: 8 * 1024 * 1024, parse, whenBusy: 503,
  signature: { kind: 'hmac', header: 'X-Grafana-Alerting-Signature', prefix: '', timestampHeader: null, timestampSigned: false },
  demo, connect,
};
