import { z } from 'zod';
import { SlackMessage } from './outboundSchema';

export type SlackChannel = { id: string; name: string; isMember: boolean; isArchived: boolean; topic: string; invited: string[]; messages: z.infer<typeof SlackMessage>[] };
type Request = { method: string; path: string; headers: Record<string, string | string[] | undefined>; body: string };
type Said = { status: number; headers?: Record<string, string>; body: string };

const channelId = z.string().regex(/^C[A-Z0-9]+$/);
const form = 'application/x-www-form-urlencoded';
const json = 'application/json; charset=utf-8';

/** The methods of Slack's Web API that Rouse calls, each by the body that it documents (docs.slack.dev/reference/methods). Those that read take a form, and no JSON. */
const methods = {
  'auth.test': { type: form, schema: z.strictObject({}) },
  'conversations.create': { type: json, schema: z.strictObject({ name: z.string().regex(/^[a-z0-9_-]{1,80}$/), is_private: z.boolean() }) },
  'conversations.list': { type: form, schema: z.strictObject({ types: z.literal('public_channel'), exclude_archived: z.literal('true'), limit: z.string().regex(/^(?:1000|[1-9]\d{0,2})$/), cursor: z.string().optional() }) },
  'conversations.setTopic': { type: json, schema: z.strictObject({ channel: channelId, topic: z.string().max(250) }) },
  'conversations.invite': { type: json, schema: z.strictObject({ channel: channelId, users: z.string().regex(/^U[A-Z0-9]+(?:,U[A-Z0-9]+){0,999}$/) }) },
  'users.lookupByEmail': { type: form, schema: z.strictObject({ email: z.email() }) },
  'chat.postMessage': { type: json, schema: z.strictObject({ channel: channelId, ...SlackMessage.shape, unfurl_links: z.boolean() }) },
} as const;

/** Stands in for a Slack workspace: channels that keep what is said in them, people by address, and one bot's token. */
export class SlackApi {
  readonly channels: SlackChannel[] = [];
  /** Slack's own ids of people, by their address. */
  readonly people = new Map<string, string>();
  token = 'xoxb-1111111111-stand-in';
  private made = 0;

  /** What it answers; `fault`: what Rouse would never send if it were right. */
  answer({ method, path, headers, body }: Request): { said: Said; fault: string | null } {
    const name = /^\/api\/([a-zA-Z.]+)$/.exec(path)?.[1] ?? '';
    const known = Object.entries(methods).find(([each]) => each === name)?.[1];
    const wrong = (fault: string) => ({ said: told({ ok: false, error: 'invalid_arguments' }), fault: `slack.com ${name}: ${fault}` });
    if (known === undefined || method !== 'POST') return wrong(`no such method: ${method} ${path}`);
    if (headers['content-type'] !== known.type) return wrong(`does not take ${String(headers['content-type'])}`);
    const [, token] = /^Bearer (xoxb-[0-9A-Za-z-]+)$/.exec(String(headers.authorization)) ?? [];
    if (token === undefined) return wrong('has no bearer token');
    if (token !== this.token) return { said: told({ ok: false, error: 'invalid_auth' }), fault: null };
    const parsed = known.schema.safeParse(known.type === form ? Object.fromEntries(new URLSearchParams(body)) : parsedJson(body));
    if (!parsed.success) return wrong(parsed.error.message);
    return { said: told(this.carryOut(name as keyof typeof methods, parsed.data)), fault: null }; // Found among them above.
  }

  channel(name: string): SlackChannel | undefined {
    return this.channels.find((channel) => channel.name === name);
  }

  add(name: string, fields: Partial<SlackChannel> = {}): SlackChannel {
    this.made += 1;
    const channel: SlackChannel = { id: `C${String(this.made).padStart(8, '0')}`, name, isMember: true, isArchived: false, topic: '', invited: [], messages: [], ...fields };
    this.channels.push(channel);
    return channel;
  }

  private carryOut(method: keyof typeof methods, args: unknown): object {
    switch (method) {
      case 'auth.test': return { ok: true, url: 'https://acme.slack.com/', team: 'Acme', user: 'rouse', team_id: 'T00000001', user_id: 'UBOT', bot_id: 'B1' };
      case 'conversations.create': {
        const { name } = methods[method].schema.parse(args);
        return this.channel(name) === undefined ? { ok: true, channel: shown(this.add(name)) } : failed('name_taken');
      }
      case 'conversations.list': return { ok: true, channels: this.channels.filter(({ isArchived }) => !isArchived).map(shown), response_metadata: { next_cursor: '' } };
      case 'conversations.setTopic': {
        const { channel: id, topic } = methods[method].schema.parse(args);
        return this.inChannel(id, (channel) => { channel.topic = topic; });
      }
      case 'conversations.invite': {
        const { channel: id, users } = methods[method].schema.parse(args);
        return this.inChannel(id, (channel) => { channel.invited.push(...users.split(',')); });
      }
      case 'users.lookupByEmail': {
        const user = this.people.get(methods[method].schema.parse(args).email);
        return user === undefined ? failed('users_not_found') : { ok: true, user: { id: user, name: 'x', deleted: false } };
      }
      case 'chat.postMessage': {
        const { channel: id, unfurl_links: _links, ...message } = methods[method].schema.parse(args);
        return this.inChannel(id, (channel) => { channel.messages.push(message); });
      }
      default: return method satisfies never;
    }
  }

  private inChannel(id: string, change: (channel: SlackChannel) => void): object {
    const channel = this.channels.find((each) => each.id === id);
    if (channel === undefined) return failed('channel_not_found');
    if (channel.isArchived) return failed('is_archived');
    if (!channel.isMember) return failed('not_in_channel');
    change(channel);
    return { ok: true, channel: shown(channel), ts: '1503435956.000247' };
  }
}

const failed = (error: string) => ({ ok: false, error });
const told = (body: object): Said => ({ status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) });
const shown = ({ id, name, isMember, isArchived, topic }: SlackChannel) => ({ id, name, is_channel: true, is_member: isMember, is_archived: isArchived, topic: { value: topic, creator: '', last_set: 0 } });

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
