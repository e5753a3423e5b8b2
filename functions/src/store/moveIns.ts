import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Person } from '#domain/people/person';
import { Instant, MINUTE } from '#domain/time/instant';
import { transact } from '../commit/transact';
import { sha256 } from '../identity/identity';
import { at, read } from './documents';
import { toStored } from './instants';

/** `moveIns/{sha256(token)}`: a link that signs its person in on a new phone, once. */
const MoveIn = z.strictObject({ userId: z.string(), expiresAt: Instant, usedAt: Instant.nullable() });
type MoveIn = z.infer<typeof MoveIn>;

/** How long such a link is good (ms): it is scanned from one screen by the next phone. */
const moveInLife = 5 * MINUTE;

/** Makes a link's token (32 random bytes), which is told this once. */
export async function newMoveIn(userId: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const moveIn: MoveIn = { userId, expiresAt: now + moveInLife, usedAt: null };
  await at.moveIn(sha256(token)).create(toStored(moveIn));
  return token;
}

/** Whom this token signs in; undefined where it is unknown, used, too old, or its person has no access any more. Changes nothing. */
export function movingIn(token: string): Promise<Person | undefined> {
  return judged(token, false);
}

/** As `movingIn`, and uses the token up: of two who try at once, one gets in. */
export function moveIn(token: string): Promise<Person | undefined> {
  return judged(token, true);
}

function judged(token: string, use: boolean): Promise<Person | undefined> {
  return transact(async (transaction) => {
    const snapshot = await transaction.get(at.moveIn(sha256(token)));
    const found = read(MoveIn, snapshot);
    const now = snapshot.readTime.toMillis();
    if (found === undefined || found.usedAt !== null || found.expiresAt <= now) return undefined;
    const person = read(Person, await transaction.get(at.person(found.userId)));
    if (person === undefined || !person.active) return undefined;
    if (use) transaction.set(snapshot.ref, toStored({ ...found, usedAt: now }));
    return person;
  });
}
