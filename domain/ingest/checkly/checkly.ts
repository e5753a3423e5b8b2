import { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { Filled, firstSaid, labelsOf, looseFields, neededFilled, tagLabels, tagsIn } from '../said';
import { clipped, issuesOf, keyOf, safeLabels, safeLinks } from '../text';
import { connect } from './connect';
import { demo } from './demo';

/** The body is the user's; these are Checkly's own template's names, and the variables' (`CHECK_ID` is `check_id`). */
export const ChecklyBody = looseFields({
  alert_type: neededFilled('is needed: {{ALERT_TYPE}}'),
  event: Filled, alert_title: Filled, check_id: Filled, check_name: Filled, check_type: Filled, group_name: Filled, check_error_message: Filled,
  started_at: Filled, link: Filled, result_link: Filled, run_location: Filled, region: Filled, response_time: Filled, tags: z.unknown().optional(),
  api_check_response_status_code: Filled, api_check_response_status_text: Filled, ssl_days_remaining: Filled, ssl_check_domain: Filled,
});
export type ChecklyBody = z.infer<typeof ChecklyBody>;

function parse(body: unknown): Parsed {
  const read = ChecklyBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const type = read.data.alert_type.toUpperCase();
  if (type === 'NO_ALERT') return parsedRequest([]);
  if (!/^ALERT_[A-Z_]+$/.test(type)) return { ok: false, issues: [{ path: 'alert_type', message: 'must be {{ALERT_TYPE}}: ALERT_FAILURE, ALERT_RECOVERY, ALERT_DEGRADED, ...' }] };
  const key = firstSaid(read.data.check_id, read.data.check_name);
  if (key === '') return { ok: false, issues: [{ path: 'check_id', message: 'is needed: {{CHECK_ID}}' }] };
  return parsedRequest([mapped(read.data, type, key)]);
}

/**
 * A certificate that expires is another alert than its check failing: the check's recovery must not end it, and nothing else does.
 * ALERT_DEGRADED_FAILURE and ALERT_FAILURE_DEGRADED go from one state to the other, the last word is the new one; ..._REMAIN repeats.
 */
function mapped(check: ChecklyBody, type: string, key: string): ParsedAlert {
  const isCertificate = type.startsWith('ALERT_SSL');
  const status = type.endsWith('RECOVERY') ? 'resolved' : 'firing';
  const isMild = isCertificate || type.replace(/_REMAIN$/, '').endsWith('DEGRADED');
  const at = momentOf(check.started_at);
  const { check_type, group_name, run_location, region, response_time, ssl_days_remaining, ssl_check_domain, api_check_response_status_code: status_code } = check;
  const tags = tagLabels(Array.isArray(check.tags) ? check.tags : tagsIn(Filled.parse(check.tags)));
  return {
    dedupKey: keyOf(isCertificate ? `${key}:ssl` : key, 1000), groupKey: null, status,
    title: clipped(firstSaid(check.event, check.alert_title, check.check_name, key), 300) || 'Check without a name',
    description: clipped(firstSaid(check.check_error_message, isCertificate ? certificate(check) : '', check.api_check_response_status_text), 4000),
    severityWord: status === 'resolved' ? null : isMild ? 'warning' : 'critical',
    name: clipped(check.check_name, 300) || null, service: clipped(firstSaid(tags.service ?? '', group_name), 300) || null,
    startedAt: status === 'firing' ? at : null, endedAt: status === 'resolved' ? at : null,
    links: safeLinks([{ href: firstSaid(check.link, check.result_link), text: 'Check result' }]),
    labels: safeLabels({
      ...labelsOf({ alert_type: type, check_type, group_name, run_location, region, response_time, status_code, ssl_days_remaining, ssl_check_domain }), ...tags,
    }),
  };
}

const certificate = ({ ssl_days_remaining, ssl_check_domain }: ChecklyBody): string =>
  ssl_days_remaining === '' ? '' : `The certificate ${ssl_check_domain === '' ? '' : `of ${ssl_check_domain} `}expires in ${ssl_days_remaining} days.`;

export const checkly: Source = {
  name: 'checkly', label: 'Checkly', maxBytes: 512 * 1024, parse, whenBusy: 503,
  signature: { kind: 'hmac', header: 'x-checkly-signature', prefix: '', timestampHeader: 'x-checkly-timestamp', timestampSigned: false }, demo, connect,
};
