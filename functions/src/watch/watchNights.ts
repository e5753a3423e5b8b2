import { onDutyAt, onePerPerson } from '#domain/readiness/duty';
import { fatigueTelling } from '#domain/readiness/fatigue';
import { nightAt } from '#domain/readiness/night';
import { configuration } from '../store/configuration';
import { notificationsSince } from './notificationsSince';
import { each, tellAll } from './tell';

/** Offers the rest of the night to whoever is next, where somebody on call was paged again and again. Reads the pages of those on call for whom it is night. */
export async function watchNights(now: number): Promise<void> {
  const facts = await configuration();
  await each(onePerPerson(onDutyAt(facts, now)), async (shift) => {
    const night = nightAt(now, facts.people[shift.userId]?.timeZone ?? 'UTC');
    if (night === undefined) return;
    await tellAll([fatigueTelling(shift, await notificationsSince(shift.userId, night.startAt), facts, now)]);
  });
}
