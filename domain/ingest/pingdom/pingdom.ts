import { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { Fields, firstSaid, isObject, labelsOf, List, needed, Said, said, tagLabels } from '../said';
import { clipped, issuesOf, keyOf, safeLabels, safeLinks } from '../text';
import { connect } from './connect';
import { demo } from './demo';

/** DOWN and UP are of uptime checks, FAILING and SUCCESS of transaction checks. The others are neither an end nor something to wake for. */
const meanings: Readonly<Record<string, ParsedAlert['status'] | 'nothing'>> = {
  DOWN: 'firing', FAILING: 'firing', UP: 'resolved', SUCCESS: 'resolved', SUCCESSFUL: 'resolved', UNCONFIRMED_DOWN: 'nothing', UNKNOWN: 'nothing', PAUSED: 'nothing',
};
const meaningOf = (state: string) => (Object.hasOwn(meanings, state.toUpperCase()) ? meanings[state.toUpperCase()] : undefined);

/** Pingdom's state change webhook, version 1. What is in `check_params` depends on the check's type. */
export const PingdomBody = z.object({
  check_id: needed('is needed: the number of the check'),
  check_name: Said, check_type: Said, importance_level: Said, tags: List,
  current_state: needed('is needed: DOWN or UP, of a transaction FAILING or SUCCESS')
    .refine((state) => state === '' || meaningOf(state) !== undefined, 'must be DOWN or UP, of a transaction FAILING or SUCCESS'),
  check_params: Fields.pipe(z.object({ full_url: Said, hostname: Said, url: Said, port: Said })),
  state_changed_timestamp: Said, state_changed_utc_time: Said, long_description: Said, description: Said,
  first_probe: Fields.pipe(z.object({ location: Said })), second_probe: Fields.pipe(z.object({ location: Said })),
});
export type PingdomBody = z.infer<typeof PingdomBody>;

function parse(body: unknown): Parsed {
  const read = PingdomBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const status = meaningOf(read.data.current_state);
  return parsedRequest(status === undefined || status === 'nothing' ? [] : [mapped(read.data, status)]);
}

function mapped(check: PingdomBody, status: ParsedAlert['status']): ParsedAlert {
  const { check_id, check_params: params, check_type, first_probe, second_probe } = check;
  const changedAt = momentOf(check.state_changed_timestamp) ?? momentOf(check.state_changed_utc_time);
  const tags = tagLabels(check.tags.map((tag) => (isObject(tag) ? said(tag.name) : tag)));
  return {
    dedupKey: keyOf(check_id, 1000), groupKey: null, status,
    title: clipped(check.check_name, 300) || clipped(`Check ${check_id}`, 300),
    description: clipped(firstSaid(check.long_description, check.description), 4000),
    severityWord: importance(check.importance_level), name: clipped(check.check_name, 300) || null, service: clipped(tags.service ?? '', 300) || null,
    startedAt: status === 'firing' ? changedAt : null, endedAt: status === 'resolved' ? changedAt : null,
    links: safeLinks([{ href: firstSaid(params.full_url, params.url), text: 'Checked address' }]),
    labels: safeLabels({
      ...labelsOf({
        check_type, hostname: params.hostname, port: params.port, first_probe: first_probe.location, second_probe: second_probe.location,
        importance_level: check.importance_level,
      }), ...tags,
    }),
  };
}

/** What the check's owner chose: HIGH is a page, LOW waits for the morning. */
const importance = (level: string): string | null => ({ HIGH: 'error', LOW: 'info' })[level.toUpperCase()] ?? null;

export const pingdom: Source = {
  name: 'pingdom', label: 'Pingdom', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect,
};
