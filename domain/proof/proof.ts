import { z } from 'zod';
import { Channel } from '../notification/notification';
import { Instant } from '../time/instant';

/** One message that would be sent. `whenSilent`: only where the one before it is not confirmed by the device. */
export const PreviewedMessage = z.strictObject({
  at: Instant, userId: z.string().nullable(), name: z.string(), why: z.string(), channel: Channel, methodId: z.string().nullable(), round: z.number().int(), step: z.number().int(),
  lastResort: z.boolean(),
});
export type PreviewedMessage = z.infer<typeof PreviewedMessage>;

/** Who is paged, when, on what. `words`: what happens besides, by the time: a step that reaches nobody, a hand-off. */
export const Preview = z.strictObject({
  urgency: z.enum(['high', 'low']), messages: z.array(PreviewedMessage).max(500), words: z.array(z.strictObject({ at: Instant, text: z.string() })).max(100),
  /** Nothing is looked at after this. */
  until: Instant,
});
export type Preview = z.infer<typeof Preview>;

/** What the check of the next 60 days finds. `about`: where to mend it. */
export const Finding = z.strictObject({
  kind: z.enum([
    'gap', 'noVerifiedMethod', 'stepUnreachable', 'endsInNobody', 'sameOnTwoLevels', 'oneReachable', 'oneAdmin', 'clockChange', 'iosOnly', 'awayOnCall', 'noRest', 'handoffDay', 'longLoad',
  ]),
  level: z.enum(['problem', 'warning', 'hint']), text: z.string(), startAt: Instant.nullable(), endAt: Instant.nullable(),
  about: z.strictObject({ kind: z.enum(['schedule', 'policy', 'service', 'person', 'organisation']), id: z.string() }),
});
export type Finding = z.infer<typeof Finding>;
