import { holidaysOf } from '../escalation/targets';
import { shiftsBetween } from '../oncall/oncall';
import type { ShiftNote } from '../handOver/shiftNote';
import { isMember } from '../people/person';
import { DAY, HOUR, type Instant, MINUTE } from '../time/instant';
import { whenWords } from '../time/words';
import { type DutyFacts, dutyWords, isContinued } from './duty';
import { beforeNight, isNight, lastCall } from './night';
import { asked, type ReadinessSettings, readinessId, type ShiftReadiness, type WatchedShift } from './shiftReadiness';
import { onCallPage, othersOf, type Telling } from './telling';

/** The longest before its start that a shift is asked for, in ms: `hoursBefore`, moved back over a whole night (nine hours, ten where clocks change). */
export const askAhead = ({ hoursBefore }: ReadinessSettings): number => (hoursBefore + 11) * HOUR;
/** Silence is told to the team half an hour after the question at the earliest, and for so long: later it is no news. */
const newsFor = 30 * MINUTE;
/** So long after its start a shift has nothing due any more. */
export const dueAfterStart = 2 * newsFor;

/** What is due for one shift: what to tell, and what of its readiness to write down. `ask`: there is no document of it yet. */
export type ShiftDue = { kind: 'ask' | 'otherwise' | 'team'; readiness: ShiftReadiness; tell: Telling[] };

/** When a person is asked whether they are ready (ms since epoch): so many hours before the start, but in the evening where that would be in their night. */
export function askAt({ startAt, userId }: WatchedShift, { hoursBefore }: ReadinessSettings, facts: DutyFacts): Instant {
  return beforeNight(startAt - hoursBefore * HOUR, zoneOf(userId, facts));
}

/**
 * What a shift asks for now: its person is asked; an hour before the start (before the night where that is in it) silence is told them by another way; at
 * the start it is told to the others. null: nothing. A person who had a shift of the schedule shortly before is not asked.
 */
export function readinessDue(shift: WatchedShift, before: ShiftReadiness | undefined, settings: ReadinessSettings, facts: DutyFacts, now: Instant): ShiftDue | null {
  const person = facts.people[shift.userId];
  if (person === undefined || !isMember(person)) return null;
  if (before === undefined) {
    if (now >= shift.startAt || now < askAt(shift, settings, facts) || isContinued(shift, facts)) return null;
    return { kind: 'ask', readiness: asked(shift, now), tell: [askTelling(shift, settings, facts, now)] };
  }
  if (before.confirmedAt !== null) return null;
  const otherwiseAt = Math.max(beforeNight(shift.startAt - HOUR, person.timeZone, lastCall), before.askedAt + 15 * MINUTE);
  if (before.toldOtherwiseAt === null && now >= otherwiseAt && now < shift.startAt) {
    return { kind: 'otherwise', readiness: { ...before, toldOtherwiseAt: now }, tell: [{ ...askTelling(shift, settings, facts, now), cause: `shift.otherwise.${before.id}`, channel: 'other' }] };
  }
  const teamAt = Math.max(shift.startAt, before.askedAt + newsFor);
  if (before.toldTeamAt !== null || now < teamAt || now >= teamAt + newsFor) return null;
  const title = `${person.name} has not said they are ready`;
  const body = `${person.name} is ${dutyWords(shift.scheduleId, facts)} now and has not answered. Ask them, or take the shift.`;
  const tell = othersOf(facts.schedules[shift.scheduleId], shift.userId, facts).map(({ id, timeZone }): Telling => (
    { userId: id, cause: `shift.team.${before.id}`, title, body, url: onCallPage, channel: 'push', loud: !isNight(now, timeZone) }));
  return { kind: 'team', readiness: { ...before, toldTeamAt: now }, tell };
}

function askTelling(shift: WatchedShift, { items }: ReadinessSettings, facts: DutyFacts, now: Instant): Telling {
  const zone = zoneOf(shift.userId, facts);
  const check = items.length === 0 ? '' : `Check: ${items.join(', ')}. `;
  return {
    userId: shift.userId, cause: `shift.ask.${readinessId(shift)}`, title: `You are ${dutyWords(shift.scheduleId, facts)} from ${whenWords(shift.startAt, now, zone)}`,
    body: `${check}One tap says that you are ready.`, url: `/shifts/${readinessId(shift)}`, channel: 'push', loud: !isNight(now, zone),
  };
}

/** What a person is told as their shift starts, with the note of whoever had it before. */
export function startTelling(shift: WatchedShift, note: ShiftNote | undefined, facts: DutyFacts, now: Instant): Telling | null {
  const person = facts.people[shift.userId];
  if (person === undefined || !isMember(person)) return null;
  const until = shift.endAt === null ? '' : ` until ${whenWords(shift.endAt, now, person.timeZone)}`;
  const duty = dutyWords(shift.scheduleId, facts);
  const said = note !== undefined && isNews(note, shift, facts) ? ` ${note.by.name} wrote: ${shortened(note.text)}` : '';
  return {
    userId: shift.userId, cause: `shift.start.${readinessId(shift)}`, title: `You are on call now${until}`, body: `You are ${duty}.${said}`,
    url: onCallPage, channel: 'push', loud: !isNight(now, person.timeZone),
  };
}

/** A note is news to the next person when it was written by another, during the shift before this one. */
function isNews({ text, by, at }: ShiftNote, { scheduleId, userId, startAt }: WatchedShift, facts: DutyFacts): boolean {
  const schedule = facts.schedules[scheduleId];
  if (schedule === undefined || text === '' || by.userId === userId) return false;
  const before = shiftsBetween(schedule, startAt - 35 * DAY, startAt, holidaysOf(schedule, facts)).filter(({ endAt }) => endAt === startAt).map((shift) => shift.startAt);
  return at >= Math.min(startAt - DAY, ...before);
}

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 299).trimEnd()}…` : text);

const zoneOf = (userId: string, { people }: DutyFacts): string => people[userId]?.timeZone ?? 'UTC';
