import type { Severity } from '#domain/incident/severity';
import type { ChannelResult } from '../channelResult';
import { postJson } from '../webhook/post';

/** `status`: the state in a word or two ("paging Sam"); `lines`: sentences under the title; `url`: the incident in Rouse; `isDrill`: that comes first. */
export type ChatMessage = { severity: Severity; status: string; title: string; serviceName: string; lines: readonly string[]; url: string; isDrill?: boolean };

/** Severity as a shape beside its word: colour alone tells nobody who can't see it. */
const shapes = { SEV1: '◆', SEV2: '▲', SEV3: '■', SEV4: '●' } as const satisfies Record<Severity, string>;
const teamsColours = { SEV1: 'attention', SEV2: 'warning', SEV3: 'accent', SEV4: 'default' } as const satisfies Record<Severity, string>;

/** Whether this is the address of a Slack incoming webhook. */
export const isSlackUrl = (url: string): boolean => /^hooks\.slack(?:-gov)?\.com$/.test(hostOf(url) ?? '');

/** Whether this can be a Teams workflow's address: Microsoft's hosts change by region and over the years, so any https host but Slack's may be one. */
export const isTeamsUrl = (url: string): boolean => hostOf(url) !== undefined && !isSlackUrl(url);

function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, username } = new URL(url);
  return protocol === 'https:' && username === '' ? hostname : undefined;
}

/** Posts to a Slack incoming webhook: Block Kit, and the same words as text for lock screens and screen readers. */
export async function postToSlack(url: string, message: ChatMessage): Promise<ChannelResult> {
  if (!isSlackUrl(url)) return { kind: 'failed', reason: 'addressRefused' };
  return postJson('slack', url, JSON.stringify(slackMessage(message)));
}

/** Posts to a Teams workflow ("When a Teams webhook request is received"): an Adaptive Card 1.4. */
export async function postToTeams(url: string, message: ChatMessage): Promise<ChannelResult> {
  if (!isTeamsUrl(url)) return { kind: 'failed', reason: 'addressRefused' };
  return postJson('teams', url, JSON.stringify(teamsMessage(message)));
}

/** Slack's control characters (api.slack.com/reference/surfaces/formatting: escaping text); everything else it takes as it is. */
const forSlack = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The message as Slack takes it. `verbatim`: words that happen to look like a channel or an address stay words. */
export function slackMessage({ severity, status, title, serviceName, lines, url, isDrill }: ChatMessage) {
  const subject = `${markOf(isDrill)}${shapes[severity]} ${severity} ${oneLine(serviceName, 100)}: ${oneLine(title, 300)}`;
  // A section holds 3,000 characters (docs.slack.dev/reference/block-kit/blocks/section-block), an escaped one counts as written.
  const rest = lines.map((line) => forSlack(oneLine(line, 300))).reduce((all, line) => (all.length + line.length < 2_900 ? `${all}\n${line}` : all), '').trim();
  return {
    text: forSlack(`${subject} · ${oneLine(status, 100)}`),
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', verbatim: true, text: `*<${forSlack(url)}|${forSlack(subject).replaceAll('|', '∣')}>*` } },
      { type: 'context', elements: [{ type: 'mrkdwn', verbatim: true, text: forSlack(oneLine(status, 100)) }] },
      ...(rest === '' ? [] : [{ type: 'section', text: { type: 'mrkdwn', verbatim: true, text: rest } }]),
    ],
  };
}

/** The message as a Teams workflow takes it. Text runs, not text blocks: a block would read an alert's own words as Markdown, links included. */
export function teamsMessage({ severity, status, title, serviceName, lines, url, isDrill }: ChatMessage) {
  const run = (text: string, more: object = {}) => ({ type: 'TextRun', text, ...more });
  const block = (...inlines: object[]) => ({ type: 'RichTextBlock', inlines });
  return {
    type: 'message',
    summary: oneLine(`${markOf(isDrill)}${severity} ${serviceName}: ${title}`, 300),
    attachments: [{
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.4', msteams: { width: 'Full' },
        body: [
          block(run(`${markOf(isDrill)}${shapes[severity]} ${severity} `, { color: teamsColours[severity], weight: 'bolder' }), run(`${oneLine(serviceName, 100)}: ${oneLine(title, 300)}`, { weight: 'bolder' })),
          block(run(oneLine(status, 100), { isSubtle: true })),
          ...lines.slice(0, 8).map((line) => block(run(oneLine(line, 300)))),
        ],
        actions: [{ type: 'Action.OpenUrl', title: 'Open in Rouse', url }],
      },
    }],
  };
}

const markOf = (isDrill = false): string => (isDrill ? 'DRILL ' : '');

/** On one line, cut where it is longer than `most` characters. */
function oneLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`;
}
