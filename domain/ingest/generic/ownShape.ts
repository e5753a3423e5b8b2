import { z } from 'zod';
import { momentOf } from '../moments';
import { instantOf, lastInstant } from '../text';
import { statusOfWords } from './words';

const scalar = z.union([z.string(), z.number(), z.boolean()], 'must be text, a number, true or false').transform(String);

const whatADateIs = 'must be a date such as 2026-11-21T03:12:00Z, or ms since epoch';

/** The generic source's own shape (docs: "Send an alert from anything"). Fields it does not know are let through. */
export const GenericBody = z.object({
  title: z.string('is needed: a sentence that says what is wrong').trim().min(1, 'must not be empty'),
  status: z.string('must be firing, acknowledged or resolved').refine((word) => statusOfWords(word) !== undefined, 'must be firing, acknowledged or resolved').nullish(),
  dedupKey: z.string().trim().min(1, 'must not be empty').max(512).nullish(),
  groupKey: z.string().trim().min(1, 'must not be empty').max(1000).nullish(),
  severity: z.string().max(100).nullish(),
  description: z.string().nullish(),
  service: z.string().max(300).nullish(),
  links: z.array(z.object({ href: z.string(), text: z.string().optional() })).max(50).nullish(),
  labels: z.record(z.string(), scalar).nullish(),
  startedAt: z.union([
    z.number().int(whatADateIs).min(0, whatADateIs).max(lastInstant, whatADateIs),
    z.string().refine((text) => momentOf(text) !== null || instantOf(text) !== null, whatADateIs),
  ], whatADateIs).nullish(),
});
export type GenericBody = z.infer<typeof GenericBody>;

const own = new Set(Object.keys(GenericBody.shape));

/**
 * Whether somebody wrote this body for Rouse: nothing but its own fields, or a `dedupKey` (Alertmanager has a `groupKey` too). Such a body is held to the
 * shape, so that a slip is told to its author; the body of a tool that knows nothing of Rouse is read as far as it goes.
 */
export function isMeantForUs(body: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(body).every((name) => own.has(name)) || Object.hasOwn(body, 'dedupKey');
}
