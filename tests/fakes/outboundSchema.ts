import { z } from 'zod';

const Mrkdwn = z.strictObject({
  type: z.literal('mrkdwn'), verbatim: z.boolean().optional(),
  // `&`, `<` and `>` stand only in entities and in links (docs.slack.dev/messaging/formatting-message-text).
  text: z.string().min(1).max(3_000).regex(/^(?:[^<>&]|&(?:amp|lt|gt);|<https?:[^<>|]*(?:\|[^<>|]*)?>)*$/, 'has control characters that are not escaped'),
});

/** The body of a Slack incoming webhook, as far as Rouse uses Block Kit (docs.slack.dev/reference/block-kit/blocks). */
export const SlackMessage = z.strictObject({
  text: z.string().min(1).max(40_000),
  blocks: z.array(z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('section'), text: Mrkdwn }),
    z.strictObject({ type: z.literal('context'), elements: z.array(Mrkdwn).min(1).max(10) }),
  ])).min(1).max(50),
});

const TextRun = z.strictObject({
  type: z.literal('TextRun'), text: z.string().min(1),
  color: z.enum(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']).optional(),
  weight: z.enum(['lighter', 'default', 'bolder']).optional(), isSubtle: z.boolean().optional(),
});

/** What a Teams workflow takes: a message with one Adaptive Card (adaptivecards.io/explorer, version 1.4; 28 kB at most). */
export const TeamsMessage = z.strictObject({
  type: z.literal('message'), summary: z.string().optional(),
  attachments: z.tuple([z.strictObject({
    contentType: z.literal('application/vnd.microsoft.card.adaptive'), contentUrl: z.null(),
    content: z.strictObject({
      $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'), type: z.literal('AdaptiveCard'), version: z.literal('1.4'),
      msteams: z.strictObject({ width: z.literal('Full') }).optional(),
      body: z.array(z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.array(TextRun).min(1) })).min(1),
      actions: z.array(z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string().min(1), url: z.url() })).max(6),
    }),
  })]),
}).refine((message) => Buffer.byteLength(JSON.stringify(message)) <= 28_000, 'is larger than 28 kB');
export type TeamsMessage = z.infer<typeof TeamsMessage>;
