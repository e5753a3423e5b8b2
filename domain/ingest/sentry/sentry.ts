import type { z } from 'zod';
import { type Parsed, parsedRequest, type Source } from '../parsed';
import { isObject, said } from '../said';
import { issuesOf } from '../text';
import { connect } from './connect';
import { demo } from './demo';
import { ErrorBody, EventBody, eventAlert, LegacyBody, legacyAlert } from './event';
import { IssueBody, issueAlert } from './issue';
import { MetricBody, metricAlert } from './metric';

/**
 * Sentry's integration platform (docs.sentry.io/organization/integrations/integration-platform/webhooks) names the kind of a request in a header alone
 * (Sentry-Hook-Resource); what `data` holds tells it as well. Before it there was the legacy plugin WebHooks, with a body of its own.
 */
function parse(body: unknown): Parsed {
  if (!isObject(body)) return refused('(body)', 'is needed: JSON, as a webhook of Sentry sends it');
  const { action, data, installation, event } = body;
  if (action === undefined && isObject(event)) return read(LegacyBody, body, (legacy) => parsedRequest([legacyAlert(legacy)]));
  if (said(action) === '') return refused('action', 'is needed: this is no webhook of Sentry\'s');
  if (!isObject(data)) return isObject(installation) ? parsedRequest([]) : refused('data', 'is needed: what happened');
  if (data.metric_alert !== undefined) return read(MetricBody, body, (metric) => parsedRequest([metricAlert(metric)]));
  if (data.event !== undefined) return read(EventBody, body, ({ data: { event: one, triggered_rule: rule } }) => parsedRequest([eventAlert(one, rule)]));
  if (data.error !== undefined) return read(ErrorBody, body, ({ data: { error } }) => parsedRequest([eventAlert(error, '')]));
  if (data.issue !== undefined) return read(IssueBody, body, (issue) => parsedRequest(issueAlert(issue)));
  // Installations, comments, and kinds of later versions: nothing that fires or ends.
  return parsedRequest([]);
}

function read<S extends z.ZodType>(schema: S, body: unknown, as: (read: z.output<S>) => Parsed): Parsed {
  const result = schema.safeParse(body);
  return result.success ? as(result.data) : { ok: false, issues: issuesOf(result.error) };
}

const refused = (path: string, message: string): Parsed => ({ ok: false, issues: [{ path, message }] });

export const sentry: Source = {
  name: 'sentry', label: 'Sentry', maxBytes: 512 * 1024, parse, whenBusy: 503,
  signature: { kind: 'hmac', header: 'Sentry-Hook-Signature', prefix: '', timestampHeader: 'Sentry-Hook-Timestamp', timestampSigned: false },
  demo, connect,
};
