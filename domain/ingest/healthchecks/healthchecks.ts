import { z } from 'zod';
import { SECOND } from '../../time/instant';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { Filled, firstSaid, isObject, jsonIn, labelsOf, looseFields, neededFilled, tagLabels, tagsIn } from '../said';
import { clipped, issuesOf, keyOf, safeLabels } from '../text';
import { connect } from './connect';
import { demo } from './demo';

/**
 * The user sets the body: `$JSON` is the check as in Healthchecks' API, our template has the placeholders one by one. What opens a check is not read at
 * all: who knows `ping_url`, `badge_url` or `update_url` may ping it or see it.
 */
export const HealthchecksBody = looseFields({
  status: neededFilled('is needed: $STATUS').transform((word) => word.toLowerCase())
    .pipe(z.enum(['down', 'up', 'new', 'grace', 'started', 'paused'], 'must be $STATUS: down or up')),
  uuid: Filled, code: Filled, unique_key: Filled, slug: Filled, name: Filled, desc: Filled, description: Filled, tags: z.unknown().optional(), now: Filled, body: Filled,
  last_ping: Filled, next_ping: Filled, timeout: Filled, schedule: Filled, exit_status: Filled, n_pings: Filled,
});
export type HealthchecksBody = z.infer<typeof HealthchecksBody>;

function parse(body: unknown): Parsed {
  // `{"check": $JSON, "body": $BODY_JSON}`: the check beside what a user adds to it.
  const check = isObject(body) ? jsonIn(body.check) : null;
  const read = HealthchecksBody.safeParse(isObject(body) && isObject(check) ? { ...check, ...body } : body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const { status, uuid, code, unique_key, slug, name, n_pings } = read.data;
  const key = firstSaid(uuid, code, unique_key, slug, name);
  if (key === '') return { ok: false, issues: [{ path: 'code', message: 'is needed: $CODE' }] };
  if (status !== 'down' && status !== 'up') return parsedRequest([]);
  // The button "Test!" sends a check of this name with 42 pings, and a new code each time (send_test_notification in Healthchecks' source).
  return parsedRequest([mapped(read.data, status === 'down' ? 'firing' : 'resolved', key)], { test: name === 'TEST' && (n_pings === '' || n_pings === '42') });
}

function mapped(check: HealthchecksBody, status: ParsedAlert['status'], key: string): ParsedAlert {
  const tags = tagLabels(Array.isArray(check.tags) ? check.tags : tagsIn(Filled.parse(check.tags)));
  const { slug, schedule, exit_status, last_ping } = check;
  return {
    dedupKey: keyOf(key, 1000), groupKey: null, status, title: clipped(firstSaid(check.name, slug), 300) || 'Check without a name',
    description: clipped([firstSaid(check.desc, check.description), check.body].filter(Boolean).join('\n\n'), 4000),
    severityWord: null, name: clipped(check.name, 300) || null, service: clipped(tags.service ?? '', 300) || null,
    // When it should have pinged may lie ahead, where a ping said that the job failed: an end is not compared with it.
    startedAt: status === 'firing' ? startOf(check) : null, endedAt: null, links: [],
    labels: safeLabels({ ...labelsOf({ slug, schedule, exit_status, last_ping }), ...tags }),
  };
}

function startOf({ now, last_ping, next_ping, timeout }: HealthchecksBody): number | null {
  const pinged = momentOf(last_ping);
  const due = pinged === null || !/^\d{1,9}$/.test(timeout) ? null : momentOf(pinged + Number(timeout) * SECOND);
  return momentOf(now) ?? due ?? momentOf(next_ping);
}

export const healthchecks: Source = {
  name: 'healthchecks', label: 'Healthchecks', maxBytes: 512 * 1024, parse, whenBusy: 503, viaQuery: true, signature: null, demo, connect,
};
