// First: it says that this is local mode, which the functions' modules ask when they are read.
import '../rouse';
import ICAL from 'ical.js';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { OnCallCommand } from '#domain/command/command';
import { HolidayCalendar } from '#domain/oncall/holidays';
import { Schedule } from '#domain/oncall/schedule';
import { Person } from '#domain/people/person';
import { readinessId, ShiftReadiness } from '#domain/readiness/shiftReadiness';
import { DAY } from '#domain/time/instant';
import { refreshHolidayCalendars } from '../../functions/src/calendar/refreshHolidays';
import { removeHolidayCalendar, saveHolidayCalendar } from '../../functions/src/command/holidays';
import { sha256 } from '../../functions/src/identity/identity';
import { read } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';
import { auditOf, configurationIsRead } from '../configuring';
import { newPerson, refused, retire, send } from '../contacting';
import { FakeOutbound } from '../fakes/outbound';
import { origin, unique } from '../rouse';
import { at, newService } from '../store';

const outbound = new FakeOutbound();
const rotas: string[] = [];
beforeAll(() => outbound.listen());
afterEach(() => { vi.unstubAllEnvs(); });
afterAll(async () => {
  await Promise.all([outbound.close(), retire(), ...rotas.map((id) => at.schedule(id).delete())]);
});

/** A schedule that hands over at 09:00 every day, among these people. */
async function daily(participants: readonly Person[], fields: object = {}): Promise<Schedule> {
  const id = unique();
  rotas.push(id);
  const schedule = Schedule.parse({
    id, name: `Rota ${id}`, timeZone: 'UTC', overrides: [],
    layers: [{ id: 'layer', name: 'Layer', participants: participants.map((one) => one.id), rotation: { type: 'daily', length: 1, startLocal: '2026-01-05T09:00' } }], ...fields,
  });
  await at.schedule(id).set(toStored(schedule));
  return schedule;
}
const anchor = Date.UTC(2026, 0, 5, 9);
/** The start of a shift of the first of two, so many of theirs from now: 1 is the next. */
const shiftOfFirst = (count: number) => anchor + (Math.floor((Date.now() - anchor) / (2 * DAY)) + count) * 2 * DAY;

describe('a calendar feed', () => {
  type Read = { status: number; type: string | null; cache: string | null; text: string; events: { summary: string; startAt: number; endAt: number }[] };
  async function fetched(link = ''): Promise<Read> {
    const response = await fetch(origin + new URL(link).pathname);
    const text = await response.text();
    const calendar = response.status === 200 ? new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]) : undefined; // The library's own type of it is any[].
    const events = (calendar?.getAllSubcomponents('vevent') ?? []).map((component) => new ICAL.Event(component))
      .map(({ summary, startDate, endDate }) => ({ summary, startAt: startDate.toJSDate().getTime(), endAt: endDate.toJSDate().getTime() }));
    return { status: response.status, type: response.headers.get('content-type'), cache: response.headers.get('cache-control'), text, events };
  }
  const status = async (link?: string) => (await fetched(link)).status;

  it('has one\'s own shifts, overrides and what others took over included, and nobody\'s address', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const [taken, given, past] = [shiftOfFirst(2), shiftOfFirst(3), shiftOfFirst(-3)];
    const replace = (id: string, startAt: number, addUserId: string, removeUserId: string) => ({ kind: 'replace', id, startAt, endAt: startAt + DAY, addUserId, removeUserId });
    const { id, name } = await daily([person, other], { overrides: [replace('give', given, other.id, person.id), replace('take', taken + DAY, person.id, other.id)] });
    await at.pastOverride(id, 'past').set(toStored(replace('past', past, other.id, person.id)));
    const { link = '' } = await send(person, { type: 'createCalendarFeed', scheduleId: null });
    await configurationIsRead();
    const { status: answered, type, cache, text, events } = await fetched(link);
    expect({ answered, type, cache }).toEqual({ answered: 200, type: 'text/calendar; charset=utf-8', cache: 'no-store' });
    expect(new Set(events.map(({ summary }) => summary))).toEqual(new Set([`On call: ${name}`]));
    const at9 = (startAt: number) => events.filter((event) => event.startAt <= startAt && startAt < event.endAt);
    expect(at9(shiftOfFirst(1))).toEqual([{ summary: `On call: ${name}`, startAt: shiftOfFirst(1), endAt: shiftOfFirst(1) + DAY }]);
    // Her own shift, the other's that she took and her next one are one stretch; what she gave ends it.
    expect(at9(taken)).toMatchObject([{ startAt: taken, endAt: taken + 2 * DAY }]);
    expect([at9(given), at9(past)]).toEqual([[], []]);
    expect(events[0]?.endAt).toBeGreaterThan(Date.now() - 30 * DAY);
    expect(events.at(-1)?.startAt).toBeGreaterThan(Date.now() + 86 * DAY);
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER|mailto|rouse\.test/i);
  });

  it('of a schedule names everybody', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const { id, name } = await daily([person, other]);
    const { link } = await send(person, { type: 'createCalendarFeed', scheduleId: id });
    await configurationIsRead();
    expect(new Set((await fetched(link)).events.map(({ summary }) => summary))).toEqual(new Set([`${name}: ${person.name}`, `${name}: ${other.name}`]));
    expect((await refused(send(person, { type: 'createCalendarFeed', scheduleId: 'gone' }))).code).toBe('no-such-schedule');
  });

  it('opens to its token alone, of which a hash is kept; a new one ends it, and so does its person', async () => {
    const person = await newPerson();
    const { id } = await daily([person]);
    const create = async (scheduleId: string | null) => (await send(person, { type: 'createCalendarFeed', scheduleId })).link ?? '';
    const [first, ofSchedule] = [await create(null), await create(id)];
    await configurationIsRead();
    expect(first).toMatch(/\/v1\/calendar\/[\w-]{43}\.ics$/);
    const token = first.slice(-47, -4);
    expect((await at.calendarFeed(sha256(token)).get()).exists).toBe(true);
    expect([await status(first), await status(first.replace('.ics', '')), await status(first.replace(token, 'x'.repeat(43)))]).toEqual([200, 404, 404]);
    const second = await create(null);
    expect([await status(first), await status(second), await status(ofSchedule)]).toEqual([404, 200, 200]);
    expect((await send(person, { type: 'revokeCalendarFeed', scheduleId: null })).outcome).toBe('done');
    expect((await send(person, { type: 'revokeCalendarFeed', scheduleId: null })).outcome).toBe('unchanged');
    expect([await status(second), await status(ofSchedule)]).toEqual([404, 200]);
    await at.person(person.id).update({ role: 'stakeholder' });
    expect(await status(ofSchedule)).toBe(404);
    await at.person(person.id).update({ role: 'responder' });
    expect(await status(ofSchedule)).toBe(200);
    await at.person(person.id).update({ active: false });
    expect(await status(ofSchedule)).toBe(404);
  });
});

describe('a holiday calendar', () => {
  const setUp = () => { vi.stubEnv('ROUSE_FAKE_OUTBOUND', outbound.address); };
  type Sent<T extends OnCallCommand['type']> = Extract<OnCallCommand, { type: T }>;
  const save = async (fields: object) => saveHolidayCalendar(OnCallCommand.parse({
    type: 'saveHolidayCalendar', commandId: unique().padEnd(8, '0'), calendarId: null, name: `Days ${unique()}`, url: null, days: [], ...fields,
  }) as Sent<'saveHolidayCalendar'>, await admin()); // The parse says so.
  const remove = async (calendarId: string) => removeHolidayCalendar({ type: 'removeHolidayCalendar', commandId: unique().padEnd(8, '0'), calendarId }, await admin());
  const admin = async () => read(Person, await at.person('admin').get()) ?? expect.fail('no admin');
  const stored = async (id = '') => read(HolidayCalendar, await at.holidayCalendar(id).get()) ?? expect.fail('no calendar');
  const year = new Date().getUTCFullYear() + 1;
  const ics = (...days: string[]) => ['BEGIN:VCALENDAR', ...days.flatMap((day) => [
    'BEGIN:VEVENT', `UID:${day}`, `DTSTART;VALUE=DATE:${year}${day}`, `SUMMARY:Day ${day}`, 'END:VEVENT',
  ]), 'END:VCALENDAR', ''].join('\r\n');

  it('is kept as it was entered, and its change is audited', async () => {
    const { savedId: id = '', message } = await save({ name: `Bank ${unique()}`, days: [{ date: '2026-12-26', name: 'Boxing Day' }, { date: '2026-12-25', name: 'Christmas' }] });
    expect(message).toMatch(/with 2 holidays/);
    expect(await stored(id)).toMatchObject({ url: null, days: [{ date: '2026-12-25' }, { date: '2026-12-26' }] });
    expect((await refused(save({ name: (await stored(id)).name.toUpperCase() }))).paths).toEqual(['name']);
    expect(await auditOf(`holidayCalendars/${id}`)).toHaveLength(1);
    expect((await remove(id)).outcome).toBe('done');
    expect((await refused(remove(id))).code).toBe('no-such-calendar');
    expect((await refused(save({ calendarId: 'gone' }))).code).toBe('no-such-calendar');
  });

  it('is read from its address at once and daily, and keeps its days when that fails', async () => {
    setUp();
    const host = `${unique()}.example`;
    const url = `https://${host}/days.ics`;
    outbound.answerWith(host, { status: 404 });
    expect(await refused(save({ url }))).toMatchObject({ code: 'invalid', paths: ['url'], message: 'The address answered 404.' });
    outbound.answerWith(host, { status: 200, body: ics('0101') }, { status: 500 }, { status: 200, body: ics('0101', '0501') });
    const { savedId: id = '' } = await save({ url });
    const first = await stored(id);
    expect(first).toMatchObject({ days: [{ date: `${year}-01-01`, name: 'Day 0101' }], problem: null, fetchedAt: expect.any(Number) as number });
    await refreshHolidayCalendars(Date.now());
    expect(await stored(id)).toEqual({ ...first, problem: 'The address answered 500.' });
    const now = Date.now();
    await refreshHolidayCalendars(now);
    expect(await stored(id)).toMatchObject({ days: [{ date: `${year}-01-01` }, { date: `${year}-05-01` }], problem: null, fetchedAt: now });
    // Another name reads nothing anew.
    const before = outbound.to(host).length;
    await save({ calendarId: id, name: `Renamed ${unique()}`, url });
    expect([outbound.to(host).length, (await stored(id)).days.length]).toEqual([before, 2]);
    await remove(id);
  });

  it('stays while a schedule or a service goes by it', async () => {
    const { savedId: id = '' } = await save({ days: [{ date: '2026-12-25', name: 'Christmas' }] });
    const schedule = await daily([await newPerson()], { holidayCalendarId: id });
    const { serviceId } = await newService();
    await at.service(serviceId).update({ supportHours: { timeZone: 'UTC', windows: [{ days: ['MO'], start: '09:00', end: '17:00' }], holidayCalendarId: id } });
    expect(await refused(remove(id))).toMatchObject({ code: 'in-use', message: expect.stringMatching(new RegExp(`${schedule.name}, Service ${serviceId} still go`)) as string });
    await Promise.all([at.schedule(schedule.id).delete(), at.service(serviceId).delete()]);
    expect((await remove(id)).outcome).toBe('done');
  });
});

describe('what is on call', () => {
  it('needs cover while somebody is away, and what is long over is forgotten', async () => {
    const person = await newPerson({ timeOff: [{ id: 'old', startAt: 1, endAt: Date.now() - 31 * DAY, note: '' }, { id: 'recent', startAt: 1, endAt: Date.now() - 29 * DAY, note: '' }] });
    const { name } = await daily([person]);
    const startAt = shiftOfFirst(1);
    const away = await send(person, { type: 'saveTimeOff', timeOffId: null, startAt, endAt: startAt + 2 * DAY, note: 'Wedding' });
    expect(away.changes).toEqual([expect.stringMatching(new RegExp(`^${name}: .*09:00 to .*09:00 needs cover\\.$`))]);
    const timeOff = async () => read(Person, await at.person(person.id).get())?.timeOff.map((one) => one.id);
    expect(await timeOff()).toEqual(['recent', away.savedId]);
    expect((await send(person, { type: 'saveTimeOff', timeOffId: away.savedId, startAt, endAt: startAt + 1, note: '' })).savedId).toBe(away.savedId);
    const removing = read(Person, await at.person(person.id).get()) ?? expect.fail('no person');
    expect((await send(removing, { type: 'removeTimeOff', timeOffId: away.savedId })).outcome).toBe('done');
    expect(await timeOff()).toEqual(['recent']);
  });

  it.each([['ends before it starts', 5 * DAY, 4 * DAY], ['is over', -2 * DAY, -DAY], ['lasts for years', DAY, 800 * DAY]])('a time off that %s is refused', async (_, from, to) => {
    const person = await newPerson();
    const now = Date.now();
    expect(await refused(send(person, { type: 'saveTimeOff', timeOffId: null, startAt: now + from, endAt: now + to, note: '' }))).toMatchObject({ code: 'invalid', paths: ['endAt'] });
  });

  it('is confirmed with one tap, for a shift that is one\'s own', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const { id: scheduleId } = await daily([person, other]);
    const startAt = shiftOfFirst(1);
    expect((await send(person, { type: 'confirmShift', scheduleId, startAt, missing: ['Laptop'] })).message).toMatch(/You are missing: Laptop/);
    await send(person, { type: 'confirmShift', scheduleId, startAt, missing: [] });
    const readiness = async ({ id: userId }: Person) => read(ShiftReadiness, await at.readiness(readinessId({ scheduleId, userId, startAt })).get());
    expect(await readiness(person)).toMatchObject({ userId: person.id, startAt, endAt: startAt + DAY, missing: [], confirmedAt: expect.any(Number) as number });
    expect((await refused(send(other, { type: 'confirmShift', scheduleId, startAt, missing: [] }))).code).toBe('invalid');
    expect(await readiness(other)).toBeUndefined();
    expect((await refused(send(person, { type: 'confirmShift', scheduleId: 'constructor', startAt, missing: [] }))).code).toBe('no-such-schedule');
  });
});
