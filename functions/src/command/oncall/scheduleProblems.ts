import type { Issue } from '#domain/ingest/parsed';
import type { HolidayCalendar } from '#domain/oncall/holidays';
import type { Override, Schedule } from '#domain/oncall/schedule';
import { isMember, type Person } from '#domain/people/person';
import type { Instant } from '#domain/time/instant';

/** What decides whether a schedule may be saved. */
export type Known = {
  people: Readonly<Record<string, Person>>; schedules: Readonly<Record<string, Schedule>>; calendars: Readonly<Record<string, HolidayCalendar>>;
};

/** The most shifts in temporary schedules: the document of 10,000 of them would be larger than Firestore takes (1 MiB). */
const mostShifts = 3_000;

/** Why this schedule must not be saved, each with the field and the mend. Empty: it may. What is over names whom it likes. */
export function scheduleProblems(schedule: Schedule, known: Known, now: Instant): Issue[] {
  const { id, name, layers, overrides, temporary, holidayCalendarId } = schedule;
  if (!/^[\w-]+$/.test(id)) return [{ path: 'schedule.id', message: 'Use letters, digits, - and _ alone.' }];
  const other = Object.values(known.schedules).find((each) => each.id !== id && each.name.toLowerCase() === name.toLowerCase());
  if (other !== undefined) return [{ path: 'schedule.name', message: 'Another schedule has this name. At night nobody could tell them apart.' }];
  if (holidayCalendarId !== null && known.calendars[holidayCalendarId] === undefined) {
    return [{ path: 'schedule.holidayCalendarId', message: 'There is no such holiday calendar. Choose one that exists, or none.' }];
  }
  const shifts = temporary.reduce((count, one) => count + one.shifts.length, 0);
  if (shifts > mostShifts) return [{ path: 'schedule.temporary', message: `Temporary schedules may have ${mostShifts} shifts together. Remove those that are over.` }];
  return [
    ...layers.flatMap(({ participants }, layer) => participants.flatMap((userId, place) => personProblem(`schedule.layers.${layer}.participants.${place}`, userId, known))),
    ...overrides.flatMap((override, index) => overrideProblems(`schedule.overrides.${index}`, override, known, now)),
    ...temporary.flatMap(({ shifts: fixed }, index) => fixed.flatMap(({ userId, endAt }, place) => (
      endAt <= now ? [] : personProblem(`schedule.temporary.${index}.shifts.${place}.userId`, userId, known)))),
  ];
}

/** Why this override must not be made: whoever it puts on call must be able to be paged. */
export function overrideProblems(path: string, override: Override, known: Pick<Known, 'people'>, now: Instant): Issue[] {
  return override.kind === 'remove' || override.endAt <= now ? [] : personProblem(`${path}.addUserId`, override.addUserId, known);
}

function personProblem(path: string, userId: string, { people }: Pick<Known, 'people'>): Issue[] {
  const person = people[userId];
  if (person === undefined) return [{ path, message: 'There is no such person. Choose somebody who is here.' }];
  if (!person.active) return [{ path, message: `${person.name} has no access any more. Choose somebody else.` }];
  if (!isMember(person)) return [{ path, message: `${person.name} is a stakeholder and is never paged. Make them a responder, or choose somebody else.` }];
  return [];
}
