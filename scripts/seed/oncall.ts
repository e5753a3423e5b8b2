import { EscalationPolicy } from '#domain/escalation/policy';
import type { ShiftNote } from '#domain/handOver/shiftNote';
import type { CoverRequest } from '#domain/oncall/cover';
import { type HolidayCalendar, holidayDates } from '#domain/oncall/holidays';
import { shiftsBetween } from '#domain/oncall/oncall';
import { Schedule } from '#domain/oncall/schedule';
import type { Contact, Person } from '#domain/people/person';
import type { ReadinessSettings } from '#domain/readiness/shiftReadiness';
import { DAY, HOUR } from '#domain/time/instant';
import { dateOf, resolveWall, wallAt } from '#domain/time/wallClock';
import { at } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';

/** Four more people of `--demo`. They have no account, so nobody signs in as them. */
const colleagues: readonly (Pick<Person, 'id' | 'name'> & { timeZone: string })[] = [
  { id: 'demo-ines', name: 'Inês Duarte', timeZone: 'Europe/Lisbon' },
  { id: 'demo-noah', name: 'Noah Ortiz', timeZone: 'America/Los_Angeles' },
  { id: 'demo-ruby', name: 'Ruby Chen', timeZone: 'America/Vancouver' },
  { id: 'demo-tane', name: 'Tāne Walker', timeZone: 'Pacific/Auckland' },
];

const zone = 'Europe/Berlin';
/** The midnight so many days from the day of `now` (ms since epoch), and hours into it. */
const on = (now: number, days: number, hours = 0) => resolveWall(Math.floor(wallAt(now, zone) / DAY) * DAY + days * DAY + hours * HOUR, zone, 'first');
const dateIn = (now: number, days: number) => dateOf(wallAt(on(now, days), zone));

const layer = { atOnce: 1, timeZone: null, from: null, until: null };
const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Six people on two sides of the world: weekly turns by day in Europe, daily ones at night; a holiday shift above both. */
function platform(now: number): Schedule {
  return Schedule.parse({
    id: 'platform', name: 'Platform, follow the sun', timeZone: zone, holidayCalendarId: 'demo-holidays',
    layers: [
      { ...layer, id: 'holidays', name: 'Holidays', participants: ['demo-tane', 'demo-ines'], priority: 1, holidays: 'only', windows: null, rotation: { type: 'daily', length: 1, startLocal: '2026-01-06T00:00' } },
      { ...layer, id: 'europe', name: 'Europe', participants: ['primary', 'secondary', 'demo-ines'], priority: 0, holidays: 'off', windows: [{ days: everyDay, start: '07:00', end: '19:00' }], rotation: { type: 'weekly', length: 1, startLocal: '2026-01-06T07:00' } },
      { ...layer, id: 'pacific', name: 'Pacific', participants: ['demo-noah', 'demo-ruby', 'demo-tane'], priority: 0, holidays: 'off', windows: [{ days: everyDay, start: '19:00', end: '07:00' }], rotation: { type: 'daily', length: 2, startLocal: '2026-01-06T19:00' } },
    ],
    overrides: [
      { id: 'demo-cover', kind: 'add', startAt: on(now, 2, 9), endAt: on(now, 2, 17), addUserId: 'admin' },
    ],
    temporary: [{
      id: 'demo-release', name: 'Release week', startAt: on(now, 16), endAt: on(now, 19),
      shifts: [{ userId: 'primary', startAt: on(now, 16), endAt: on(now, 17, 12) }, { userId: 'secondary', startAt: on(now, 17, 12), endAt: on(now, 19) }],
    }],
  });
}

/** What the on-call screens show in `--demo`: a schedule that follows the sun, with a gap, cover wanted, holidays, time off and a note. `now` in ms since epoch. */
export async function seedOnCall(now: number): Promise<void> {
  const planned = platform(now);
  // A gap a few nights ahead: whoever has that night is off for two hours of it.
  const [night] = shiftsBetween(planned, on(now, 5, 3), on(now, 5, 5), []);
  const schedule: Schedule = night === undefined ? planned : {
    ...planned, overrides: [...planned.overrides, { id: 'demo-gap', kind: 'remove', startAt: on(now, 5, 3), endAt: on(now, 5, 5), removeUserId: night.userId }],
  };
  const policy = EscalationPolicy.parse({
    id: 'platform', name: 'Platform', rounds: 2,
    steps: [{ targets: [{ kind: 'schedule', scheduleId: schedule.id }], delaySeconds: 300 }, { targets: [{ kind: 'person', userId: 'admin' }], delaySeconds: 600 }],
  });
  const calendar: HolidayCalendar = {
    id: 'demo-holidays', name: 'Holidays in Berlin', url: null, fetchedAt: null, problem: null,
    days: [{ date: dateIn(now, 3), name: 'Founders’ Day' }, { date: '2026-12-25', name: 'Christmas Day' }, { date: '2026-12-26', name: 'Boxing Day' }, { date: '2027-01-01', name: 'New Year’s Day' }],
  };
  const next = (userId: string) => shiftsBetween(schedule, now, now + 28 * DAY, holidayDates(calendar)).find((shift) => shift.userId === userId && shift.startAt > now + 2 * DAY);
  const note: ShiftNote = { scheduleId: schedule.id, text: 'The payment provider is slow since yesterday: they know, ticket 4711.\nThe disk of db-2 fills up slowly; look at it on Thursday.', by: { userId: 'demo-ines', name: 'Inês Duarte' }, at: now - 5 * HOUR };
  const readiness: ReadinessSettings = { items: ['Laptop and charger', 'VPN works', 'Phone is loud'], hoursBefore: 3 };
  const sams = next('secondary');
  const request: CoverRequest | null = sams === undefined ? null : {
    id: 'demo-request', scheduleId: schedule.id, userId: 'secondary', startAt: sams.startAt, endAt: sams.endAt, note: 'My daughter is at the dentist.', state: 'open', takenBy: null, inReturn: null, createdAt: now - HOUR, answeredAt: null,
  };
  const own = next('primary');
  const timeOff = own === undefined ? [] : [{ id: 'demo-off', startAt: own.startAt - DAY, endAt: own.endAt + DAY, note: 'In the mountains' }];
  await Promise.all([
    ...colleagues.map(({ id, name, timeZone }) => {
      const person: Person = { id, name, role: 'responder', timeZone, teamIds: ['shop'], active: true, privateLockScreen: false, timeOff: [], callNumber: null };
      const contact: Contact = { email: `${id}@rouse.test`, devices: [], methods: [], rules: { high: null, low: null }, quietHours: null };
      return Promise.all([at.person(id).set(toStored(person)), at.contact(id).set(toStored(contact))]);
    }),
    at.schedule(schedule.id).set(toStored(schedule)), at.policy(policy.id).set(toStored(policy)), at.holidayCalendar(calendar.id).set(toStored(calendar)),
    at.shiftNote(note.scheduleId).set(toStored(note)), at.readinessSettings().set(toStored(readiness)), at.person('primary').update(toStored({ timeOff })),
    ...(request ? [at.coverRequest(request.id).set(toStored(request))] : []),
  ]);
}
