import { describe, expect, it } from 'vitest';
import { noon, sampleParsedAlert } from '../samples';
import type { Subject } from '../routing/fields';
import { HOUR, MINUTE } from '../time/instant';
import { maintenanceFor } from './applies';
import type { MaintenanceWindow } from './maintenanceWindow';

const subject: Subject = { alert: sampleParsedAlert({ labels: { env: 'staging' } }), severity: 'SEV1', source: 'alertmanager', integrationName: 'Prometheus' };
const window = (id: string, fields: Partial<MaintenanceWindow> = {}, hours = 2): MaintenanceWindow => ({
  id, name: id, serviceIds: [], tests: [], mode: 'suppress', time: { kind: 'once', startsAt: noon - HOUR, endsAt: noon + hours * HOUR },
  createdBy: { userId: 'ada', name: 'Ada' }, endedAt: null, ...fields,
});
const chosen = (windows: MaintenanceWindow[], at = noon) => maintenanceFor(subject, 'checkout', windows, at)?.window.id;
const staging = { field: 'label.env', operator: 'is' as const, values: ['staging'] };

describe('maintenanceFor', () => {
  it('says the window and its span', () => {
    const one = window('a');
    expect(maintenanceFor(subject, 'checkout', [one], noon)).toEqual({ window: one, startsAt: noon - HOUR, endsAt: noon + 2 * HOUR });
  });

  it.each<[string, MaintenanceWindow[], string | undefined]>([
    ['none', [], undefined],
    ['of this service', [window('a', { serviceIds: ['other', 'checkout'] })], 'a'],
    ['of another service', [window('a', { serviceIds: ['other'] })], undefined],
    ['all its tests pass', [window('a', { tests: [staging, { field: 'severity', operator: 'is', values: ['sev1'] }] })], 'a'],
    ['one of its tests fails', [window('a', { tests: [staging, { field: 'severity', operator: 'is', values: ['sev2'] }] })], undefined],
    ['over', [window('a', {}, 0)], undefined],
    ['ended by hand', [window('a', { endedAt: noon })], undefined],
    ['suppress before collect', [window('a', { mode: 'collect' }, 9), window('b')], 'b'],
    ['suppress before collect, in any order', [window('b'), window('a', { mode: 'collect' }, 9)], 'b'],
    ['the one that ends last', [window('a', {}, 2), window('b', {}, 3), window('c', {}, 1)], 'b'],
    ['the first of equals', [window('a'), window('b')], 'a'],
  ])('%s', (_what, windows, id) => {
    expect(chosen(windows)).toBe(id);
  });

  it('is asked anew at every moment', () => {
    const one = [window('a')];
    const moments = [noon - 2 * HOUR, noon - 90 * MINUTE, noon, noon + HOUR, noon + 2 * HOUR, noon + 9 * HOUR, noon, noon - 2 * HOUR, noon - HOUR];
    expect(moments.map((at) => chosen(one, at))).toEqual([undefined, undefined, 'a', 'a', undefined, undefined, 'a', undefined, 'a']);
  });

  it('is asked anew for a window that was changed', () => {
    expect(chosen([window('a', { endedAt: noon })], noon + 1)).toBeUndefined();
    expect(chosen([window('a')], noon + 1)).toBe('a');
  });
});
