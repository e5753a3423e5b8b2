import { z } from 'zod';
import { Link } from '../incident/incident';
import { Instant } from '../time/instant';
import type { Mapping } from './generic/mapping';

/**
 * A change of an alert that is open already: nothing is counted, and nothing is opened where it is not. Only Opsgenie's API has such requests
 * (PUT message, description, priority; POST notes).
 */
export const Amendment = z.strictObject({
  title: z.string().min(1).max(300).nullable(), description: z.string().max(4000).nullable(),
  severityWord: z.string().max(100).nullable(), note: z.string().max(4000).nullable(),
});
export type Amendment = z.infer<typeof Amendment>;

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
  /** Set: this only amends the open alert of the dedup key, whatever `status` says. */
  amends: Amendment.optional(),
});
export type ParsedAlert = z.infer<typeof ParsedAlert>;

/** A deployment or another change, kept on its service: what changed in the last 24 h is the first question of an incident. */
export const ParsedChange = z.strictObject({
  title: z.string().min(1).max(300), description: z.string().max(4000), changedAt: Instant.nullable(),
  links: z.array(Link).max(20), labels: z.record(z.string(), z.string()),
});
export type ParsedChange = z.infer<typeof ParsedChange>;

/** A message about the subscription itself: SNS asks to be confirmed (`subscribe`) or says goodbye, GitHub says hello (`ping`). */
export type Handshake =
  | { kind: 'subscribe'; topicArn: string; subscribeUrl: string }
  | { kind: 'unsubscribe'; topicArn: string }
  | { kind: 'ping' };

/** A field that is wrong and how to mend it. `path` is dotted, from the body's root. */
export type Issue = { path: string; message: string };

/**
 * `truncated`: alerts that the source left out of this request. `groupEnded`: the request states a whole group and that nothing of it fires any more
 * (`endedAt` by the source's clock): an alert of that group which is not in it has ended too, and its own resolve was lost. `test`: the tool's
 * own test notice: shown to the admins, never paging; its alerts say what it would have been.
 */
export type ParsedRequest = {
  ok: true; alerts: ParsedAlert[]; truncated: number; groupEnded: GroupEnded | null;
  test: boolean; changes: ParsedChange[]; handshake: Handshake | null;
};
export type Parsed = ParsedRequest | { ok: false; issues: Issue[] };

export type GroupEnded = { groupKey: string; endedAt: Instant };

/** A well-formed request: its alerts, and what else it says where it says more. */
export function parsedRequest(alerts: ParsedAlert[], more: Partial<Omit<ParsedRequest, 'ok' | 'alerts'>> = {}): ParsedRequest {
  return { ok: true, alerts, truncated: 0, groupEnded: null, test: false, changes: [], handshake: null, ...more };
}

/**
 * What a parser may know besides the body, the same at every reading of an event: `assignedKey` is a dedup key for an alert whose
 * sender gave none and is told it (PagerDuty, Opsgenie); `mapping` is the integration's own, for the generic source.
 */
export type ParseHints = { assignedKey: string; mapping: Mapping | null };

/** How to connect a tool, in its own words. `{url}`, `{key}` and `{origin}` stand for the integration's; `code` is ready to be pasted. */
export type Connect = { steps: readonly string[]; code: { language: 'yaml' | 'json' | 'bash' | 'text'; text: string } | null; notes?: readonly string[] };

/** What the tool would send, for demo alerts: a firing body and the one that resolves it (null: the tool can't), as of `now` (ms since epoch). */
export type Demo = { firing: (now: Instant) => unknown; resolved: ((now: Instant) => unknown) | null };

/**
 * How a request proves where it comes from, beside the integration key. `hmac`: of the raw body in hexadecimal, in `header` after `prefix`;
 * with `timestampHeader` the signed text is `<timestamp>:<body>` (`timestampSigned`), and old ones are refused.
 */
export type SignatureScheme =
  | { kind: 'hmac'; header: string; prefix: string; timestampHeader: string | null; timestampSigned: boolean }
  | { kind: 'token'; header: string }
  | { kind: 'sns' };

/** A monitoring tool that can report: its parser, pure, and what it may send. */
export type Source = {
  /** As in the hook's path: `grafana`. */
  name: string;
  /** As people call it: `Grafana`. */
  label: string;
  maxBytes: number;
  parse: (body: unknown, hints: ParseHints) => Parsed;
  /** What to do with a request that is refused only for now: its sender repeats a 429, or only a 5xx (WEBHOOKS: what senders accept). */
  whenBusy: 429 | 503;
  /** Whether it may report with a GET and its fields in the query. */
  viaQuery?: boolean;
  /** Rouse's own: no tool can send it. */
  internal?: boolean;
  /** The signature this tool can add; null: none. */
  signature: SignatureScheme | null;
  demo: Demo;
  connect: Connect;
};
