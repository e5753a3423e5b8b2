import { z } from 'zod';
import type { Incident } from '#domain/incident/incident';
import { channelName } from '#domain/plan/channel';
import type { ChatSettings } from '#domain/plan/plan';
import type { StepOutcome } from '#domain/plan/turns';
import { type ChatMessage, slackMessage } from '../../send/chat/chat';
import { callSlack, type SlackAnswer, slackSentence } from './api';
import { invite } from './invite';

/** The name of the token's document in `secrets/`. */
export const slackSecretId = 'chat-slack';

const Channel = z.object({ id: z.string().min(1).max(40), name: z.string(), is_member: z.boolean().optional(), topic: z.object({ value: z.string() }).optional() });
type Channel = z.infer<typeof Channel>;
const Made = z.object({ channel: Channel });
const Listed = z.object({ channels: z.array(Channel), response_metadata: z.object({ next_cursor: z.string().optional() }).optional() });
/** Pages of a thousand channels that are gone through to find one's own again. */
const mostPages = 20;

/** What came of the channel. `link`: where it is. */
export type Opened = StepOutcome & { link?: { href: string; text: string } };

/**
 * Opens the incident's own channel: created, or found again where an earlier try created it; the incident posted into it, its topic set, the responders invited. The topic is set right after the
 * message, so that a channel with the incident's topic has the message.
 */
export async function openSlackChannel(incident: Incident, card: ChatMessage, slack: NonNullable<ChatSettings['slack']>, token: string): Promise<Opened> {
  const found = await ownChannel(incident, token);
  if (found.kind !== 'ok') return outcomeOf(found);
  const { id: channel, name, topic } = found.value;
  const about = topicOf(incident, card.url);
  if (topic?.value.includes(incident.id) !== true) {
    const posted = await callSlack('chat.postMessage', token, { json: { channel, ...slackMessage(card), unfurl_links: false } }, z.object({}));
    if (posted.kind !== 'ok') return outcomeOf(posted);
    // Nothing depends on it but the look of the channel, so its failure is none of the step's.
    await callSlack('conversations.setTopic', token, { json: { channel, topic: about } }, z.object({}));
  }
  const invited = slack.inviteResponders ? await invite(incident, channel, token) : '';
  const href = slack.url === '' ? `https://slack.com/app_redirect?channel=${channel}` : `${slack.url}archives/${channel}`;
  return { kind: 'done', result: `#${name} is open in ${slack.team}.${invited}`, link: { href, text: `#${name} in Slack` } };
}

/** The channel of this incident: a new one, or the one that an earlier try made; where the name is somebody else's (or archived), one with a number behind. */
async function ownChannel(incident: Incident, token: string): Promise<SlackAnswer<Channel>> {
  for (const again of ['', '-2', '-3']) {
    const name = channelName(incident.id, incident.serviceName, again);
    const made = await callSlack('conversations.create', token, { json: { name, is_private: false } }, Made);
    if (made.kind === 'ok') return { kind: 'ok', value: made.value.channel };
    if (made.kind === 'unreachable' || made.error !== 'name_taken') return made;
    const found = await channelNamed(name, token);
    if (found.kind !== 'ok') return found;
    if (found.value?.is_member === true) return { kind: 'ok', value: found.value };
  }
  return { kind: 'error', error: 'name_taken' };
}

async function channelNamed(name: string, token: string): Promise<SlackAnswer<Channel | null>> {
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const listed = await callSlack('conversations.list', token, { form: { types: 'public_channel', exclude_archived: 'true', limit: '1000', ...(cursor === '' ? {} : { cursor }) } }, Listed);
    if (listed.kind !== 'ok') return listed;
    const found = listed.value.channels.find((channel) => channel.name === name);
    cursor = listed.value.response_metadata?.next_cursor ?? '';
    if (found !== undefined || cursor === '') return { kind: 'ok', value: found ?? null };
  }
  return { kind: 'ok', value: null };
}

/** Slack takes 250 characters (docs.slack.dev/reference/methods/conversations.setTopic). */
const topicOf = ({ id, severity, title }: Incident, url: string): string => {
  const most = 250 - url.length - 4;
  const words = `${id} ${severity}: ${title.replace(/\s+/g, ' ')}`;
  return `${words.length <= most ? words : `${words.slice(0, most - 1).toWellFormed()}…`} · ${url}`;
};

function outcomeOf(answer: Exclude<SlackAnswer<unknown>, { kind: 'ok' }>): Opened {
  if (answer.kind === 'error') return { kind: 'failed', result: slackSentence(answer.error) };
  return { kind: 'retry', result: 'Slack does not answer.', ...(answer.afterMs === undefined ? {} : { afterMilliseconds: answer.afterMs }) };
}
