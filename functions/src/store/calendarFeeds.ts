import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Instant } from '#domain/time/instant';
import { transact } from '../commit/transact';
import { sha256 } from '../identity/identity';
import { at, read } from './documents';
import { toStored } from './instants';
import { ask } from './queries';

/** `calendarFeeds/{sha256(token)}`: one person's own shifts (`scheduleId` null), or those of a schedule. */
export const CalendarFeed = z.strictObject({ userId: z.string(), scheduleId: z.string().nullable(), createdAt: Instant });
export type CalendarFeed = z.infer<typeof CalendarFeed>;

/** The feed that this token opens; looked up by its hash, so no token is stored or compared. */
export async function feedOfToken(token: string): Promise<CalendarFeed | undefined> {
  return read(CalendarFeed, await at.calendarFeed(sha256(token)).get());
}

/** Ends a person's feeds of this kind; answers how many there were. */
export async function endFeeds(userId: string, scheduleId: string | null): Promise<number> {
  return replace(userId, scheduleId, undefined);
}

/** Makes a feed in place of the person's former one of this kind; answers its token (32 random bytes), which is told this once. */
export async function newFeed(userId: string, scheduleId: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await replace(userId, scheduleId, token);
  return token;
}

async function replace(userId: string, scheduleId: string | null, token: string | undefined): Promise<number> {
  return transact(async (transaction) => {
    // Read in the transaction: of two new feeds at once, one ends the other.
    const { docs, readTime } = await transaction.get(ask('feedsOfPerson', [userId]));
    const former = docs.filter((feed) => read(CalendarFeed, feed)?.scheduleId === scheduleId);
    for (const { ref } of former) transaction.delete(ref);
    const feed: CalendarFeed = { userId, scheduleId, createdAt: readTime.toMillis() };
    if (token !== undefined) transaction.create(at.calendarFeed(sha256(token)), toStored(feed));
    return former.length;
  });
}
