import { z } from 'zod';

/** What one body must become. Fields that are not named are not compared. */
export const Expectation = z.looseObject({
  source: z.string(),
  /** One per alert in the body, in order; an empty list: nothing in it is an alert. */
  statuses: z.array(z.enum(['firing', 'acknowledged', 'resolved'])).optional(),
  dedupKeys: z.array(z.string()).optional(),
  severity: z.string().nullish(),
  /** A part of it. */
  title: z.string().optional(),
  truncated: z.union([z.boolean(), z.number()]).optional(),
  /** A test notice: shown, and pages nobody. */
  test: z.boolean().optional(),
  handshake: z.string().nullish(),
  change: z.boolean().optional(),
  /** Refused, with what is wrong. */
  invalid: z.boolean().optional(),
});
export type Expectation = z.infer<typeof Expectation>;

/** `expect.json`: the cases by their file, and files that must share a dedup key: what fires under one is resolved under it. */
export const Expectations = z.looseObject({ cases: z.record(z.string(), Expectation), sameKey: z.array(z.array(z.string()).min(2)).default([]) });
export type Expectations = z.infer<typeof Expectations>;

const compared = new Set(Object.keys(Expectation.shape));

/** What expectations name that is not compared: better told than taken for passed. */
export function notCompared({ cases }: Expectations): string[] {
  return [...new Set(Object.values(cases).flatMap((expectation) => Object.keys(expectation)))].filter((name) => !compared.has(name));
}
