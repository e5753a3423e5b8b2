import { z } from 'zod';
import { type Parsed, parsedRequest, type Source } from '../parsed';
import { connect } from './connect';
import { demo } from './demo';
import { clipped, instantOf, issuesOf, keyOf, lastInstant, safeLabels, safeLinks } from '../text';

const scalar = z.union([z.string(), z.number(), z.boolean()], 'must be text, a number, true or false').transform(String);

const whatADateIs = 'must be a date such as 2026-11-21T03:12:00Z, or ms since epoch';

/** The generic source's own shape (docs: "Send an alert from anything"). Fields it does not know are let through. */
export const GenericBody = z.object({
  title: z.string('is needed: a sentence that says what is wrong').trim().min(1, 'must not be empty'),
  status: z.enum(['firing', 'acknowledged', 'resolved']).nullish(),
  dedupKey: z.string().trim().min(1, 'must not be empty').max(512).nullish(),
  groupKey: z.string().trim().min(1, 'must not be empty').max(1000).nullish(),
  severity: z.string().max(100).nullish(),
  description: z.string().nullish(),
  service: z.string().max(300).nullish(),
  links: z.array(z.object({ href: z.string(), text: z.string().optional() })).max(50).nullish(),
  labels: z.record(z.string(), scalar).nullish(),
  startedAt: z.union([
    z.number().int(whatADateIs).min(0, whatADateIs).max(lastInstant, whatADateIs),
    z.string().refine((text) => instantOf(text) !== null, whatADateIs),
  ], whatADateIs).nullish(),
});
export type GenericBody = z.infer<typeof GenericBody>;

function parse(body: unknown): Parsed {
  const read = GenericBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const { title, status, dedupKey, groupKey, severity, description, service, links, labels, startedAt } = read.data;
  return parsedRequest([{
      // Without a key the title is one: the same words are the same alert, and a resolve with them finds it.
      dedupKey: keyOf(dedupKey ?? title, 1000),
      groupKey: groupKey === null || groupKey === undefined ? null : keyOf(groupKey, 1000),
      status: status ?? 'firing',
      title: clipped(title, 300) || 'Alert without a title',
      description: clipped(description ?? '', 4000),
      severityWord: severity ?? null,
      name: clipped(labels?.alertname ?? '', 300) || null,
      service: clipped(service ?? '', 300) || null,
      startedAt: typeof startedAt === 'number' ? startedAt : instantOf(startedAt),
      endedAt: null,
      links: safeLinks((links ?? []).map(({ href, text }) => ({ href, text: text ?? href }))),
      labels: safeLabels(labels ?? {}),
    }]);
}

export const generic: Source = {
  name: 'generic', label: 'Anything that sends JSON', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect,
};
