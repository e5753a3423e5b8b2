import { describe, expect, it } from 'vitest';
import { noon } from '../samples';
import { DAY, HOUR, MINUTE, SECOND } from '../time/instant';
import { changed, heartbeatWords, lateAt, pinged } from './beat';
import type { Heartbeat } from './heartbeat';
import { HeartbeatReport } from './report';

const fresh: Heartbeat = {
  id: 'backup', name: 'Nightly backup', serviceId: 'checkout', periodSeconds: 3600, graceSeconds: 300, severity: 'SEV2', enabled: true, keyHint: 'abcd',
  state: 'waiting', lastPingAt: null, dueAt: null, lateCount: 0,
};
const alive = pinged(fresh, noon).heartbeat;
const dueAt = noon + 65 * MINUTE;
const late = (() => {
  const beat = lateAt(alive, dueAt);
  if (beat === null) throw new Error('not late');
  return beat.heartbeat;
})();

describe('pinged', () => {
  it('starts the time with the first ping and says nothing', () => {
    expect(pinged(fresh, noon)).toEqual({ heartbeat: { ...fresh, state: 'alive', lastPingAt: noon, dueAt }, report: null });
  });
  it('starts it anew with every ping', () => {
    expect(pinged(alive, noon + HOUR)).toMatchObject({ heartbeat: { lastPingAt: noon + HOUR, dueAt: dueAt + HOUR }, report: null });
  });
  it('is not put back by a ping that was overtaken', () => {
    expect(pinged(alive, noon - MINUTE).heartbeat).toEqual(alive);
  });
  it('reports the end of a silence', () => {
    const { heartbeat, report } = pinged(late, noon + 2 * HOUR);
    expect(heartbeat).toMatchObject({ state: 'alive', lastPingAt: noon + 2 * HOUR, dueAt: noon + 2 * HOUR + 65 * MINUTE, lateCount: 1 });
    expect(report).toEqual({
      heartbeatId: 'backup', name: 'Nightly backup', state: 'alive', severity: 'SEV2', lastPingAt: noon + 2 * HOUR, dueAt: null, periodSeconds: 3600,
    });
    expect(HeartbeatReport.safeParse(report).success).toBe(true);
  });
  it('makes nothing due where it is switched off, but ends its silence', () => {
    expect(pinged({ ...fresh, enabled: false }, noon)).toMatchObject({ heartbeat: { lastPingAt: noon, dueAt: null }, report: null });
    expect(pinged(changed(late, { enabled: false }, noon + HOUR), noon + 2 * HOUR)).toMatchObject({ heartbeat: { dueAt: null }, report: { state: 'alive' } });
  });
});

describe('lateAt', () => {
  it.each<[string, Heartbeat, number]>([
    ['never pinged', fresh, noon + DAY], ['not yet due', alive, dueAt - 1], ['late already', late, dueAt + DAY],
    ['switched off', changed(alive, { enabled: false }, noon), dueAt + DAY],
  ])('%s', (_what, heartbeat, now) => {
    expect(lateAt(heartbeat, now)).toBeNull();
  });
  it('is late from the moment it was due, and says so', () => {
    const report = { heartbeatId: 'backup', name: 'Nightly backup', state: 'late', severity: 'SEV2', lastPingAt: noon, dueAt, periodSeconds: 3600 };
    expect(lateAt(alive, dueAt)).toEqual({ heartbeat: { ...alive, state: 'late', dueAt: null, lateCount: 1 }, report });
    expect(lateAt(alive, dueAt + DAY)?.report).toEqual(report);
    expect(HeartbeatReport.safeParse(report).success).toBe(true);
  });
  it('counts how often', () => {
    const again = lateAt(pinged(late, noon + 2 * HOUR).heartbeat, noon + DAY);
    expect(again?.heartbeat.lateCount).toBe(2);
  });
});

describe('changed', () => {
  const now = noon + 10 * MINUTE;
  it('counts another period and grace from the last ping', () => {
    expect(changed(alive, { periodSeconds: 7200, graceSeconds: 0 }, now).dueAt).toBe(noon + 2 * HOUR);
    expect(changed(alive, { graceSeconds: 60 }, now).dueAt).toBe(noon + 61 * MINUTE);
    expect(lateAt(changed(alive, { periodSeconds: 60, graceSeconds: 0 }, now), now)?.report.dueAt).toBe(noon + MINUTE);
  });
  it('leaves the time alone where another thing changes', () => {
    expect(changed(alive, { name: 'Other', severity: 'SEV1', serviceId: 'x', periodSeconds: 3600 }, now)).toEqual({ ...alive, name: 'Other', severity: 'SEV1', serviceId: 'x' });
  });
  it('makes nothing due before the first ping', () => {
    expect(changed(fresh, { periodSeconds: 60 }, now).dueAt).toBeNull();
    expect(changed(changed(fresh, { enabled: false }, now), { enabled: true }, now).dueAt).toBeNull();
  });
  it('switched off and on again, counts from then', () => {
    const off = changed(alive, { enabled: false }, now);
    expect(off).toMatchObject({ enabled: false, dueAt: null, state: 'alive' });
    expect(changed(off, { periodSeconds: 60 }, now).dueAt).toBeNull();
    expect(changed(off, { enabled: true }, noon + DAY)).toMatchObject({ dueAt: noon + DAY + 65 * MINUTE, state: 'alive' });
  });
  it('late, stays late until its ping, whatever the period', () => {
    expect(changed(late, { periodSeconds: DAY / SECOND }, now)).toMatchObject({ state: 'late', dueAt: null });
  });
  it('late and switched on again, says so again if no ping comes', () => {
    const on = changed(changed(late, { enabled: false }, now), { enabled: true }, noon + DAY);
    expect(on).toMatchObject({ state: 'late', dueAt: noon + DAY + 65 * MINUTE });
    expect(lateAt(on, noon + 2 * DAY)).toMatchObject({ report: { state: 'late' }, heartbeat: { lateCount: 2, dueAt: null } });
    expect(pinged(on, noon + DAY + MINUTE).report?.state).toBe('alive');
    expect(changed(on, { graceSeconds: 0 }, noon + DAY).dueAt).toBe(noon + DAY + HOUR);
  });
});

describe('heartbeatWords', () => {
  it.each<[string, Heartbeat, number]>([
    ['waits for its first ping, then one every 1 h', fresh, 0],
    ['every 1 h, last ping 12 min ago, next due by 14:05', alive, 12 * MINUTE],
    ['every 7 d, last ping 12 min ago, next due by 28 Nov 13:05', changed(alive, { periodSeconds: (7 * DAY) / SECOND }, noon), 12 * MINUTE],
    ['late: no ping for 2 h 5 min, expected every 1 h', late, 125 * MINUTE],
    ['switched off, last ping 13:00', changed(alive, { enabled: false }, noon), HOUR],
    ['switched off, never pinged', changed(fresh, { enabled: false }, noon), HOUR],
  ])('%s', (words, heartbeat, later) => {
    expect(heartbeatWords(heartbeat, noon + later, 'Europe/Berlin')).toBe(words);
  });
});
