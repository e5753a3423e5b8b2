import { z } from 'zod';
import { DAY, Instant, MINUTE } from '../time/instant';

const told = { noticeId: z.string(), title: z.string(), /** "Identified", or what else it is in a word or two. */ head: z.string(), text: z.string() };
const mail = {
  id: z.string(), subscriberId: z.string(), attempts: z.number().int().min(0), state: z.enum(['pending', 'sent', 'failed']), dueAt: Instant.nullable(),
  /** Kept until then, so that the same update is mailed to nobody twice. */
  expireAt: Instant,
};

/**
 * `statusMails/{id}`: what is still to be mailed. `all`: an update for every subscriber there is, of which one `update` each is made; `confirm`: asks whether an address is its
 * owner's. None holds an address or a link's secret. `dueAt` null: nothing is to be done any more.
 */
export const StatusMail = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all'), id: z.string(), ...told, dueAt: Instant.nullable(), expireAt: Instant }),
  z.strictObject({ kind: z.literal('update'), ...mail, ...told }),
  z.strictObject({ kind: z.literal('confirm'), ...mail }),
]);
export type StatusMail = z.infer<typeof StatusMail>;
export type StatusMailToOne = Extract<StatusMail, { subscriberId: string }>;

/** How long a mail is kept, sent or not (ms). */
export const statusMailLife = 30 * DAY;
/** How long (ms) one try may take before somebody else tries. */
export const tryLife = 2 * MINUTE;
const mostAttempts = 12;

/** When a mail that the server did not take is tried again; null: never, after half a day of trying. */
export const triedAgainAt = (attempts: number, now: Instant): Instant | null => (attempts >= mostAttempts ? null : now + Math.min(60 * MINUTE, MINUTE * 2 ** (attempts - 1)));
