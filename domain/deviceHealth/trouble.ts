import { z } from 'zod';
import { type DutyFacts, dutyWords } from '../readiness/duty';
import { isNight } from '../readiness/night';
import type { WatchedShift } from '../readiness/shiftReadiness';
import { othersOf, type Telling } from '../readiness/telling';
import { DAY, HOUR, Instant, MINUTE } from '../time/instant';
import { advice, type DeviceState } from './deviceHealth';

/** What is remembered of a person's devices from one look to the next: since when they can't ring, and since when they can again (null: they can't). */
export const Trouble = z.strictObject({ sinceAt: Instant, fineAt: Instant.nullable() });
export type Trouble = z.infer<typeof Trouble>;

/** How one person on call is found. `otherWays`: a verified phone can be called or sent an SMS. */
export type Looked = { shift: WatchedShift; state: DeviceState; why: string; otherWays: boolean };

/** The others hear of it when the person had so long to mend it. */
const patience = 15 * MINUTE;
/** Devices that were fine for this long begin anew: what goes wrong then is told again. Shorter, a flapping device would tell again and again. */
const forgottenAfter = 6 * HOUR;

/**
 * What is told about somebody on call, and what to remember of them (null: nothing). The person hears of it at once, by another way than push, and once a day
 * while it lasts; the others 15 minutes later. An iPhone's web app alone is no news to the others, nor to a person who can be called as well.
 */
export function troubleOf({ shift, state, why, otherWays }: Looked, before: Trouble | undefined, facts: DutyFacts, now: Instant): { trouble: Trouble | null; tell: Telling[] } {
  const person = facts.people[shift.userId];
  if (person === undefined || state === 'fine' || (state === 'iosWebOnly' && otherWays)) {
    const fineAt = before?.fineAt ?? now;
    return { trouble: before === undefined || now - fineAt >= forgottenAfter ? null : { ...before, fineAt }, tell: [] };
  }
  const trouble: Trouble = { sinceAt: before?.sinceAt ?? now, fineAt: null };
  const day = Math.floor((now - trouble.sinceAt) / DAY);
  const own: Telling = {
    userId: shift.userId, cause: `device.${trouble.sinceAt}.${day}`, title: 'This phone can\'t ring', body: `You are on call, and a page may not reach you. ${advice(state)}`,
    url: '/devices', channel: 'other', loud: !isNight(now, person.timeZone),
  };
  if (now - trouble.sinceAt < patience) return { trouble, tell: [own] };
  const title = `${person.name}'s phone may not ring`;
  const body = `${person.name} is ${dutyWords(shift.scheduleId, facts)}, and ${why}. They were told.`;
  const team = othersOf(facts.schedules[shift.scheduleId], shift.userId, facts).map(({ id, timeZone }): Telling => (
    { userId: id, cause: `device.${shift.userId}.${trouble.sinceAt}.${day}`, title, body, url: `/people/${shift.userId}`, channel: 'push', loud: !isNight(now, timeZone) }));
  return { trouble, tell: [own, ...team] };
}
