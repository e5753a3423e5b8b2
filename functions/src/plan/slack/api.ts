import { z } from 'zod';
import { postText } from '../../http/outbound';
import { pauseOf } from '../../send/webhook/post';

/** What Slack said. `error`: its own word, such as `name_taken`; `unreachable`: nothing was said that could be read, and it may pass. */
export type SlackAnswer<T> = { kind: 'ok'; value: T } | { kind: 'error'; error: string } | { kind: 'unreachable'; afterMs?: number };

const limits = { maxBytes: 1024 * 1024, timeoutMs: 8_000 };
/** Slack's own word that it is busy or broken: the same request may be taken a little later. */
const passing = ['ratelimited', 'rate_limited', 'service_unavailable', 'internal_error', 'fatal_error', 'request_timeout', 'team_added_to_org'];

/**
 * Calls a method of Slack's Web API (docs.slack.dev/apis/web-api). Methods that read take a form and none of them JSON, so `form` says which it is. Nothing of the token gets
 * into an answer or a log.
 */
export async function callSlack<S extends z.ZodType>(method: string, token: string, { form, json }: { form?: Record<string, string>; json?: object }, schema: S): Promise<SlackAnswer<z.infer<S>>> {
  const body = form === undefined ? JSON.stringify(json ?? {}) : new URLSearchParams(form).toString();
  const type = form === undefined ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded';
  try {
    const { status, headers, text } = await postText(`https://slack.com/api/${method}`, body, { 'Content-Type': type, Authorization: `Bearer ${token}` }, limits);
    const afterMs = pauseOf(headers['retry-after'], Date.now());
    const busy = { kind: 'unreachable', ...(afterMs === undefined ? {} : { afterMs }) } as const;
    if (status === 429 || status >= 500) return busy;
    return answerOf(text, schema, busy);
  } catch {
    return { kind: 'unreachable' };
  }
}

function answerOf<S extends z.ZodType>(text: string, schema: S, busy: SlackAnswer<never>): SlackAnswer<z.infer<S>> {
  const said = Said.safeParse(parsed(text));
  if (!said.success) return busy;
  if (!said.data.ok) return passing.includes(said.data.error) ? busy : { kind: 'error', error: said.data.error };
  const value = schema.safeParse(said.data);
  return value.success ? { kind: 'ok', value: value.data } : busy;
}

const Said = z.discriminatedUnion('ok', [z.looseObject({ ok: z.literal(true) }), z.looseObject({ ok: z.literal(false), error: z.string().max(100).regex(/^[a-z_0-9-]+$/) })]);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Slack's word as a sentence. */
export function slackSentence(error: string): string {
  return sentences[error] ?? `Slack refused it (${error}).`;
}

const sentences: Partial<Record<string, string>> = {
  invalid_auth: 'Slack does not know the bot token any more. An admin has to connect Slack again.',
  token_revoked: 'The bot token was revoked. An admin has to connect Slack again.',
  token_expired: 'The bot token has expired. An admin has to connect Slack again.',
  account_inactive: 'The Slack app was removed from the workspace. An admin has to connect Slack again.',
  not_authed: 'Slack got no bot token. An admin has to connect Slack again.',
  missing_scope: 'The Slack app lacks a scope. Add it, and install the app again.',
  restricted_action: 'The workspace does not let the Slack app create channels.',
  is_archived: 'The channel was archived in Slack.', channel_not_found: 'The channel is gone from Slack.',
};
