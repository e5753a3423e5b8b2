import { z } from 'zod';
import { DAY, HOUR, Instant, MINUTE } from '../time/instant';

/** What a subscriber's address may be, as it is stored: without spaces around it, in small letters. */
export const SubscriberEmail = z.string().trim().toLowerCase().pipe(z.email().max(254));

/**
 * `statusSubscribers/{sha256(email)}`: who is mailed at each update. `pending` until they have followed the link of a mail; `confirmations`: the hashes of those links.
 * `askedAt`: when confirmations were asked for.
 */
export const Subscriber = z.strictObject({
  email: SubscriberEmail, state: z.enum(['pending', 'confirmed']), askedAt: z.array(Instant).max(10), confirmations: z.array(z.strictObject({ hash: z.string(), expiresAt: Instant })).max(5),
  confirmedAt: Instant.nullable(),
  /** The hashes of the links that end it, of the newest mails. */
  endings: z.array(z.string()).max(50).default([]),
  /** One that nobody confirms is forgotten then (TTL). */
  expireAt: Instant.nullable(),
});
export type Subscriber = z.infer<typeof Subscriber>;

/** How long a confirmation's link is good (ms). */
export const confirmationLife = DAY;
const leastBetween = 5 * MINUTE;
const mostADay = 3;

/** Whether a stranger's word that this is their address is followed by another mail to it: nobody's letter box is filled. `known` undefined: never heard of. */
export function mayAsk(known: Subscriber | undefined, now: Instant): boolean {
  if (known === undefined) return true;
  if (known.state === 'confirmed') return false;
  const lately = known.askedAt.filter((at) => at > now - DAY);
  return lately.length < mostADay && lately.every((at) => at <= now - leastBetween);
}

/** Who has asked for a confirmation at `now`. */
export const asked = (known: Subscriber | undefined, email: string, now: Instant): Subscriber =>
  ({ email, state: 'pending', confirmations: known?.confirmations ?? [], confirmedAt: null, endings: [], expireAt: now + 7 * DAY, askedAt: [...(known?.askedAt ?? []).filter((at) => at > now - DAY), now].slice(-10) });

/** `statusSubscribers/-asked`: how many confirmations this Rouse sends in an hour, whoever asks. */
export const AskedInAll = z.strictObject({ sinceAt: Instant, count: z.number().int() });
export type AskedInAll = z.infer<typeof AskedInAll>;
const mostAnHour = 200;

/** The count with one more; null: there were enough for this hour. */
export function countedIn(counted: AskedInAll | undefined, now: Instant): AskedInAll | null {
  const current = counted === undefined || now - counted.sinceAt >= HOUR ? { sinceAt: now, count: 0 } : counted;
  return current.count >= mostAnHour ? null : { ...current, count: current.count + 1 };
}
