import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { deviceHealth, isIosWeb } from '#domain/deviceHealth/deviceHealth';
import { Trouble, troubleOf } from '#domain/deviceHealth/trouble';
import { Contact } from '#domain/people/person';
import { onDutyAt, onePerPerson } from '#domain/readiness/duty';
import type { WatchedShift } from '#domain/readiness/shiftReadiness';
import type { Telling } from '#domain/readiness/telling';
import { DAY } from '#domain/time/instant';
import { db, isLocal } from '../firebase';
import { fakeFcmAddress } from '../send/push/transport';
import { configuration, type Configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { notificationsSince } from './notificationsSince';
import { each, tellAll } from './tell';

/** `health/job-trouble`: the people on call whose devices can't ring. */
const Troubles = z.strictObject({ people: z.record(z.string(), Trouble) });

/**
 * Whether the phones of those on call can ring. Reads a contact per person on call, and the newest pushes of those with a device that takes them. Not in plain local mode,
 * where no push can leave and the open app alone shows pages.
 */
export async function watchDevices(now: number): Promise<void> {
  if (isLocal && fakeFcmAddress() === undefined) return;
  const facts = await configuration();
  const shifts = onePerPerson(onDutyAt(facts, now));
  const snapshot = await at.job('trouble').get();
  const before = read(Troubles, snapshot)?.people ?? {};
  const contacts = shifts.length === 0 ? [] : await db().getAll(...shifts.map(({ userId }) => at.contact(userId)));
  const people: Record<string, Trouble> = {};
  const tell: Telling[] = [];
  const look = async ([index, shift]: [number, WatchedShift]) => {
    const stored = contacts[index];
    const contact = stored === undefined ? undefined : read(Contact, stored);
    const devices = contact?.devices ?? [];
    const pushed = devices.some((device) => device.pushToken !== null && !isIosWeb(device)) ? await pushedSince(shift.userId, now - DAY) : [];
    const { state, why } = deviceHealth(devices, pushed, now);
    const found = troubleOf({ shift, state, why, otherWays: isCallable(shift.userId, facts) }, before[shift.userId], facts, now);
    if (found.trouble !== null) people[shift.userId] = found.trouble;
    tell.push(...found.tell);
  };
  // Remembered first: since when it is so is part of the cause, and a run that dies here must not tell it anew every time.
  const remember = async () => { if (!isDeepStrictEqual(people, before)) await snapshot.ref.set(toStored({ people })); };
  await each([() => each([...shifts.entries()], look), remember, () => tellAll(tell)], (part) => part());
}

/** The pushes that left, newest first. One that no device took did not leave. */
async function pushedSince(userId: string, from: number): Promise<{ sentAt: number; deliveredAt: number | null }[]> {
  const all = await notificationsSince(userId, from);
  return all.flatMap(({ channel, sentAt, deliveredAt, seenAt }) => (channel === 'push' && sentAt !== null ? [{ sentAt, deliveredAt: deliveredAt ?? seenAt }] : []));
}

/** Whether this person can be called or sent an SMS. */
function isCallable(userId: string, { reach }: Configuration): boolean {
  const own = reach[userId];
  return own !== undefined && (own.channels.sms || own.channels.voice) && own.methods.some(({ kind, verified }) => kind === 'phone' && verified);
}
