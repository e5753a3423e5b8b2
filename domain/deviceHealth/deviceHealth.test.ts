import { describe, expect, it } from 'vitest';
import type { Device } from '../people/person';
import { priyasMonday, samsMonday, team } from '../readiness/forTests';
import { DAY, HOUR, MINUTE } from '../time/instant';
import { deviceHealth, type DeviceState } from './deviceHealth';
import { type Looked, type Trouble, troubleOf } from './trouble';

const now = samsMonday + HOUR;
const phone: Device = {
  id: 'device-1', name: 'Chrome on Android', platform: 'web', pushToken: 'push-token-1', permission: 'granted', installed: true, soundAllowed: true,
  registeredAt: now - 9 * DAY, lastOpenedAt: now - 2 * DAY, lastReceiptAt: now - 2 * DAY,
};
const stateOf = (devices: Device[], pushed: { sentAt: number; deliveredAt: number | null }[] = []): DeviceState => deviceHealth(devices, pushed, now).state;

describe('the devices of a person', () => {
  it.each<[DeviceState, Device[]]>([
    ['signedOut', []],
    ['denied', [{ ...phone, permission: 'denied', pushToken: null }, { ...phone, permission: 'prompt' }]],
    ['lost', [{ ...phone, pushToken: null }, { ...phone, permission: 'denied' }]],
    ['iosWebOnly', [{ ...phone, name: 'iPhone' }, { ...phone, name: 'iPad', pushToken: 'push-token-2' }]],
    ['fine', [{ ...phone, name: 'iPhone' }, phone]],
    ['fine', [{ ...phone, name: 'iPhone', platform: 'ios' }]],
  ])('%s', (state, devices) => {
    expect(stateOf(devices)).toBe(state);
  });

  const unconfirmed = (...ages: number[]) => ages.map((age) => ({ sentAt: now - age, deliveredAt: null }));

  it('silent: the last two pushes of a day were not confirmed', () => {
    expect(stateOf([phone], unconfirmed(HOUR, 10 * MINUTE))).toBe('silent');
    expect(stateOf([phone], unconfirmed(10 * MINUTE))).toBe('fine');
    expect(stateOf([phone], unconfirmed(25 * HOUR, 10 * MINUTE))).toBe('fine');
  });

  it('one that was confirmed among the last two, or two so young that a receipt may be on its way, prove nothing', () => {
    expect(stateOf([phone], [...unconfirmed(HOUR, 3 * HOUR), { sentAt: now - 10 * MINUTE, deliveredAt: now - 9 * MINUTE }])).toBe('fine');
    expect(stateOf([phone], unconfirmed(MINUTE, 2 * MINUTE))).toBe('fine');
  });

  it('an app that was opened since is heard from again', () => {
    expect(stateOf([{ ...phone, lastOpenedAt: now - 5 * MINUTE }], unconfirmed(HOUR, 10 * MINUTE))).toBe('fine');
  });
});

describe('what is told of it during a shift', () => {
  const facts = team();
  const looked = (state: DeviceState, more: Partial<Looked> = {}): Looked => (
    { shift: { scheduleId: 'weekly', userId: 'sam', startAt: samsMonday, endAt: samsMonday + 7 * DAY }, state, why: 'their device has no address for pushes any more', otherWays: false, ...more });
  const told = (at: number, state: DeviceState, before?: Trouble, more?: Partial<Looked>) => troubleOf(looked(state, more), before, facts, at);

  it('the person at once by another way, the others 15 minutes later', () => {
    const first = told(now, 'lost');
    expect(first.tell).toMatchObject([{ userId: 'sam', channel: 'other', title: 'This phone can\'t ring' }]);
    const later = told(now + 14 * MINUTE, 'lost', first.trouble ?? undefined);
    expect(later.tell.map(({ userId }) => userId)).toEqual(['sam']);
    const team15 = told(now + 15 * MINUTE, 'lost', later.trouble ?? undefined);
    expect(team15.tell.map(({ userId, title }) => [userId, title])).toEqual([['sam', 'This phone can\'t ring'], ['priya', 'Sam\'s phone may not ring']]);
    // The same words again carry the same cause, and are told once.
    expect(new Set([...first.tell, ...later.tell, ...team15.tell].filter(({ userId }) => userId === 'sam').map(({ cause }) => cause)).size).toBe(1);
  });

  it('again after a day, and after it was fine for six hours, but not when it comes and goes', () => {
    const { trouble } = told(now, 'lost');
    const cause = (at: number, before: Trouble | null) => told(at, 'lost', before ?? undefined).tell[0]?.cause;
    expect(cause(now + DAY, trouble)).not.toBe(cause(now, null));
    const fine = told(now + HOUR, 'fine', trouble ?? undefined);
    expect(fine).toEqual({ trouble: { sinceAt: now, fineAt: now + HOUR }, tell: [] });
    expect(cause(now + 2 * HOUR, fine.trouble)).toBe(cause(now, null));
    const long = told(now + 7 * HOUR, 'fine', fine.trouble ?? undefined);
    expect(long.trouble).toBeNull();
    expect(cause(now + 8 * HOUR, long.trouble)).not.toBe(cause(now, null));
  });

  it('an iPhone\'s web app alone is told to whoever cannot be called', () => {
    expect(told(now, 'iosWebOnly').tell).toHaveLength(1);
    expect(told(now, 'iosWebOnly', undefined, { otherWays: true })).toEqual({ trouble: null, tell: [] });
  });

  it('quietly at night', () => {
    expect(told(priyasMonday + 18 * HOUR, 'lost').tell[0]?.loud).toBe(false);
    expect(told(now, 'lost').tell[0]?.loud).toBe(true);
  });
});
