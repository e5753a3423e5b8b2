import { z } from 'zod';
import { Link } from '../incident/incident';
import { Instant } from '../time/instant';

/** What a parser makes of one alert in a request: the same form for every source. Times are the source's own clock. */
export const ParsedAlert = z.strictObject({
  dedupKey: z.string().min(1).max(1000),
  /** The source's own group; null where it has none, or its group names nothing. */
  groupKey: z.string().max(4000).nullable(),
  status: z.enum(['firing', 'acknowledged', 'resolved']),
  title: z.string().min(1).max(300), description: z.string().max(4000),
  severityWord: z.string().max(100).nullable(),
  name: z.string().max(300).nullable(), service: z.string().max(300).nullable(),
  startedAt: Instant.nullable(), endedAt: Instant.nullable(),
  links: z.array(Link).max(20), labels: z.record(z.string(), z.string()),
});
export type ParsedAlert = z.infer<typeof ParsedAlert>;

/** A field that is wrong and how to mend it. `path` is dotted, from the body's root. */
export type Issue = { path: string; message: string };

/**
 * `truncated`: alerts that the source left out of this request. `groupEnded`: the request states a whole group and that nothing of it fires any more
 * (`endedAt` by the source's clock): an alert of that group which is not in it has ended too, and its own resolve was lost.
 */
export type Parsed = { ok: true; alerts: ParsedAlert[]; truncated: number; groupEnded: GroupEnded | null } | { ok: false; issues: Issue[] };

export type GroupEnded = { groupKey: string; endedAt: Instant };

/** A monitoring tool that can report: its parser, pure, and what it may send. */
export type Source = { name: string; maxBytes: number; parse: (body: unknown) => Parsed };
