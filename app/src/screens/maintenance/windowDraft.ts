import type { MaintenanceWindow, WindowTime } from '#domain/maintenance/maintenanceWindow';
import { windowProblems } from '#domain/maintenance/occurrences';
import { FieldTest } from '#domain/routing/rule';
import { HOUR, MINUTE } from '#domain/time/instant';
import { resolveWallTime, wallTimeAt, WallTime } from '#domain/time/zone';
import type { Issue } from '../../commands/send';
import { lengthDraftOf, secondsOf } from '../heartbeats/units';
import type { LengthDraft } from '../heartbeats/units';

/** A test as it is typed: several values with commas for `oneOf`, one for the others. */
export type TestDraft = { field: string; operator: FieldTest['operator']; value: string };
/** A window as it is typed. `startsAt` and `endsAt` are wall times in the reader's zone; the others in the window's own. */
export type WindowDraft = {
  name: string; serviceIds: string[]; tests: TestDraft[]; mode: MaintenanceWindow['mode']; kind: WindowTime['kind'];
  startsAt: string; endsAt: string; timeZone: string; weekdays: number[]; dayOfMonth: string; from: string; length: LengthDraft; firstDate: string; lastDate: string;
};
/** What a command says of a window. */
export type WindowWish = Pick<MaintenanceWindow, 'name' | 'serviceIds' | 'tests' | 'mode' | 'time'>;

/** What the form starts with: a window's own words, or the next full hour of `now` (ms since epoch) in `zone`. */
export function windowDraftOf(window: WindowWish | null, now: number, zone: string): WindowDraft {
  const next = Math.ceil(now / HOUR) * HOUR;
  const fresh: WindowDraft = {
    name: '', serviceIds: [], tests: [], mode: 'suppress', kind: 'once', startsAt: wallTimeAt(next, zone), endsAt: wallTimeAt(next + HOUR, zone),
    timeZone: zone, weekdays: [7], dayOfMonth: '1', from: '02:00', length: { count: '2', unit: 'hours' }, firstDate: wallTimeAt(now, zone).slice(0, 10), lastDate: '',
  };
  if (window === null) return fresh;
  const { name, serviceIds, mode, time } = window;
  const tests = window.tests.map(({ field, operator, values }) => ({ field, operator, value: values.join(', ') }));
  const draft = { ...fresh, name, serviceIds, mode, tests, kind: time.kind };
  if (time.kind === 'once') return { ...draft, startsAt: wallTimeAt(time.startsAt, zone), endsAt: wallTimeAt(time.endsAt, zone) };
  const { timeZone, from, lengthMinutes, firstDate, lastDate } = time;
  return {
    ...draft, timeZone, from, length: lengthDraftOf(lengthMinutes * 60), firstDate, lastDate: lastDate ?? '',
    ...(time.kind === 'weekly' ? { weekdays: time.weekdays } : { dayOfMonth: String(time.dayOfMonth) }),
  };
}

/** The window that was typed, or what is wrong with it; `zone` is the reader's, `now` in ms since epoch. */
export function windowOf(draft: WindowDraft, now: number, zone: string): WindowWish | { issues: Issue[] } {
  const time = timeOf(draft, zone);
  const tests = draft.tests.map(testOf);
  const issues: Issue[] = [
    ...(draft.name.trim() === '' ? [{ path: 'name', message: 'is needed' }] : []),
    ...tests.flatMap((test, index) => ('message' in test ? [{ path: `tests.${index}.${test.path}`, message: test.message }] : [])),
    ...('issues' in time ? time.issues : windowProblems(time, now)),
  ];
  if (issues.length > 0 || 'issues' in time) return { issues };
  return { name: draft.name.trim(), serviceIds: draft.serviceIds, tests: tests.flatMap((test) => ('message' in test ? [] : [test])), mode: draft.mode, time };
}

function timeOf({ kind, startsAt, endsAt, timeZone, weekdays, dayOfMonth, from, length, firstDate, lastDate }: WindowDraft, zone: string): WindowTime | { issues: Issue[] } {
  if (kind === 'once') {
    const wrong = (['startsAt', 'endsAt'] as const).filter((field) => !WallTime.safeParse({ startsAt, endsAt }[field]).success);
    if (wrong.length > 0) return { issues: wrong.map((field) => ({ path: `time.${field}`, message: 'is needed' })) };
    return { kind, startsAt: resolveWallTime(startsAt, zone, 'first'), endsAt: resolveWallTime(endsAt, zone, 'last') };
  }
  const seconds = secondsOf(length);
  const lengthMinutes = seconds === null ? NaN : seconds / 60;
  const day = Number(dayOfMonth);
  const issues: Issue[] = [
    ...(kind === 'weekly' && weekdays.length === 0 ? [{ path: 'time.weekdays', message: 'are needed: choose at least one' }] : []),
    ...(kind === 'monthly' && !(Number.isInteger(day) && day >= 1 && day <= 31) ? [{ path: 'time.dayOfMonth', message: 'must be from 1 to 31' }] : []),
    ...(/^\d\d:\d\d$/.test(from) ? [] : [{ path: 'time.from', message: 'is needed' }]),
    ...(Number.isInteger(lengthMinutes) && lengthMinutes >= 5 && lengthMinutes <= 7 * 24 * 60 ? [] : [{ path: 'time.lengthMinutes', message: 'must be from 5 minutes to 7 days' }]),
    ...(/^\d{4}-\d\d-\d\d$/.test(firstDate) ? [] : [{ path: 'time.firstDate', message: 'is needed' }]),
  ];
  if (issues.length > 0) return { issues };
  const shared = { timeZone, from, lengthMinutes, firstDate, lastDate: lastDate === '' ? null : lastDate };
  return kind === 'weekly' ? { kind, weekdays: [...weekdays].sort((a, b) => a - b), ...shared } : { kind, dayOfMonth: day, ...shared };
}

function testOf({ field, operator, value }: TestDraft): FieldTest | Issue {
  const values = operator === 'oneOf' ? value.split(',').map((each) => each.trim()).filter(Boolean) : [value.trim()].filter(Boolean);
  const needsValue = operator !== 'present' && operator !== 'absent';
  const test = FieldTest.safeParse({ field: field.trim(), operator, values: needsValue ? values : [] });
  if (!test.success) return { path: test.error.issues[0]?.path[0] === 'values' ? 'values' : 'field', message: test.error.issues[0]?.message ?? 'is not complete' };
  return needsValue && values.length === 0 ? { path: 'values', message: 'is needed' } : test.data;
}

/** A window that begins now and lasts so many minutes: the fastest path. */
export function startingNow(names: readonly string[], serviceIds: readonly string[], mode: MaintenanceWindow['mode'], minutes: number, now: number): WindowWish {
  const what = serviceIds.length === 0 ? 'everything' : names.join(', ');
  return { name: `Maintenance of ${what}`.slice(0, 80).trim(), serviceIds: [...serviceIds], tests: [], mode, time: { kind: 'once', startsAt: now, endsAt: now + minutes * MINUTE } };
}
