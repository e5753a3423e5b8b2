import { describe, expect, it } from 'vitest';
import { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { startingNow, windowDraftOf, windowOf } from './windowDraft';
import type { WindowWish } from './windowDraft';

const zone = 'Europe/Berlin';
/** Saturday 21 November 2026, 03:12 in Berlin. */
const now = Date.parse('2026-11-21T02:12:30Z');
const HOUR = 3_600_000;

const windows: readonly WindowWish[] = [
  { name: 'Upgrade', serviceIds: ['checkout'], tests: [], mode: 'collect', time: { kind: 'once', startsAt: Date.parse('2026-11-22T01:00Z'), endsAt: Date.parse('2026-11-22T03:30Z') } },
  {
    name: 'Sundays', serviceIds: [], mode: 'suppress', tests: [{ field: 'label.env', operator: 'oneOf', values: ['staging', 'test'] }, { field: 'label.host', operator: 'present', values: [] }],
    time: { kind: 'weekly', timeZone: 'America/New_York', weekdays: [6, 7], from: '22:00', lengthMinutes: 90, firstDate: '2026-01-01', lastDate: null },
  },
  { name: 'Month end', serviceIds: [], tests: [], mode: 'suppress', time: { kind: 'monthly', timeZone: 'UTC', dayOfMonth: 31, from: '00:00', lengthMinutes: 1_440, firstDate: '2026-01-01', lastDate: '2027-12-31' } },
];

it.each(windows.map((window) => [window.name, window] as const))('%s survives being edited without a change', (_, window) => {
  expect(windowOf(windowDraftOf(window, now, zone), now, zone)).toEqual(window);
});

describe('a new one', () => {
  const fresh = { ...windowDraftOf(null, now, zone), name: 'X' };
  it('starts at the next full hour of the reader', () => {
    expect(fresh).toMatchObject({ startsAt: '2026-11-21T04:00', endsAt: '2026-11-21T05:00' });
    expect(windowOf(fresh, now, zone)).toMatchObject({ time: { startsAt: Date.parse('2026-11-21T03:00Z'), endsAt: Date.parse('2026-11-21T04:00Z') } });
  });

  it.each([
    [{ name: ' ' }, 'name'], [{ startsAt: '' }, 'time.startsAt'], [{ endsAt: '2026-11-21T03:59' }, 'time.endsAt'], [{ endsAt: 'soon' }, 'time.endsAt'],
    [{ kind: 'weekly', weekdays: [] }, 'time.weekdays'], [{ kind: 'weekly', from: '' }, 'time.from'], [{ kind: 'weekly', length: { count: '4', unit: 'minutes' } }, 'time.lengthMinutes'],
    [{ kind: 'weekly', firstDate: '' }, 'time.firstDate'], [{ kind: 'monthly', dayOfMonth: '32' }, 'time.dayOfMonth'], [{ kind: 'monthly', firstDate: '2026-11-01', lastDate: '2026-10-01' }, 'time.lastDate'],
    [{ tests: [{ field: 'env', operator: 'is', value: 'x' }] }, 'tests.0.field'], [{ tests: [{ field: 'label.env', operator: 'is', value: ' ' }] }, 'tests.0.values'],
  ] as const)('%o is refused at its field', (typed, path) => {
    const answer = windowOf({ ...fresh, ...typed } as typeof fresh, now, zone);
    expect('issues' in answer && answer.issues.map((issue) => issue.path)).toEqual([path]);
  });
});

it('starts now with a name that says what for, short enough to be saved', () => {
  const wish = startingNow(['Checkout', 'Identity'], ['checkout', 'identity'], 'suppress', 60, now);
  expect(wish).toEqual({ name: 'Maintenance of Checkout, Identity', serviceIds: ['checkout', 'identity'], tests: [], mode: 'suppress', time: { kind: 'once', startsAt: now, endsAt: now + HOUR } });
  expect(startingNow([], [], 'collect', 30, now).name).toBe('Maintenance of everything');
  const long = startingNow(Array.from({ length: 30 }, () => 'A service'), ['a'], 'suppress', 60, now);
  expect(MaintenanceWindow.pick({ name: true }).safeParse({ name: long.name }).success).toBe(true);
});
