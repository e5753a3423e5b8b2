import { expect, it } from 'vitest';
import type { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { inTime, runningAt, runningWords } from './running';

const now = Date.parse('2026-11-21T02:00:00Z');
const HOUR = 3_600_000;
const window = (id: string, from: number, until: number, fields: Partial<MaintenanceWindow> = {}): MaintenanceWindow => ({
  id, name: id, serviceIds: [], tests: [], mode: 'suppress', createdBy: { userId: 'u', name: 'Ann' }, endedAt: null,
  time: { kind: 'once', startsAt: now + from * HOUR, endsAt: now + until * HOUR }, ...fields,
});
const windows = [
  window('past', -9, -8), window('later', 5, 6), window('long', -1, 9, { serviceIds: ['checkout'] }), window('short', -1, 1, { serviceIds: ['identity'] }),
  window('soon', 1, 2), window('ended', -2, 8, { endedAt: now - HOUR }),
];

it('answers what is on, what ends first in front, and for a service what covers it', () => {
  expect(runningAt(windows, now).map(({ window: { id }, endsAt }) => [id, endsAt])).toEqual([['short', now + HOUR], ['long', now + 9 * HOUR]]);
  expect(runningAt(windows, now, 'checkout').map(({ window: { id } }) => id)).toEqual(['long']);
  expect(runningAt([window('all', -1, 1)], now, 'any')).toHaveLength(1);
});

it('sorts what is on, what comes and what is over', () => {
  const { on, next, over } = inTime(windows, now);
  expect([on, next, over].map((list) => list.map(({ id }) => id))).toEqual([['short', 'long'], ['soon', 'later'], ['ended', 'past']]);
});

it('says until when and what becomes of alerts', () => {
  const [running] = runningAt([window('Upgrade', -1, 2)], now);
  expect(running && runningWords(running, now, 'Europe/Berlin')).toBe('Maintenance until 05:00: new alerts do not page (Upgrade).');
  const [other] = runningAt([window('Upgrade', -1, 2, { mode: 'collect', tests: [{ field: 'label.env', operator: 'present', values: [] }] })], now);
  expect(other && runningWords(other, now, 'Europe/Berlin')).toBe('Maintenance until 05:00: some new alerts wait until it ends (Upgrade).');
});
