import { describe, expect, it } from 'vitest';
import { canRingWords, installedWords } from './deviceWords';
import { guide, guideNames, guideOf } from './guides';
import type { GuideName } from './guides';
import { seconds } from './seconds';
import { installSteps, unblockSteps } from './steps';
import { lockScreenWords, subscriptionWords } from './systemWords';

describe('what is said of a device', () => {
  it('is whether it would ring', () => {
    expect(canRingWords({ permission: 'granted', pushToken: 'a-long-token' })).toBe('Can ring');
    expect(canRingWords({ permission: 'granted', pushToken: null })).toBe('Rings while Rouse is open on it');
    expect(canRingWords({ permission: 'denied', pushToken: 'a-long-token' })).toMatch(/blocked/);
  });
  it('is that an iPhone’s web app is not counted on', () => {
    expect(installedWords({ platform: 'web', name: 'iPhone', installed: true })).toBe('Installed. Web push on an iPhone alone does not count');
    expect(installedWords({ platform: 'ios', name: 'iPhone', installed: true })).toBe('Installed');
    expect(installedWords({ platform: 'web', name: 'Chrome on Android', installed: false })).toBe('In the browser, not installed');
  });
  it('tells measured times in tenths, long ones in words', () => {
    expect([seconds(213), seconds(-5), seconds(6_000), seconds(72_000)]).toEqual(['0.2 s', '0.0 s', '6.0 s', '1 min 12 s']);
  });
});

it('there is a way to install and to unblock on every platform', () => {
  for (const kind of ['ios', 'android', 'desktop'] as const) {
    for (const browser of ['Chrome', 'Edge', 'Firefox', 'Safari'] as const) {
      const platform = { kind, browser, system: 'x', installed: false };
      expect(installSteps(platform).length).toBeGreaterThan(0);
      expect(unblockSteps(platform).length).toBeGreaterThan(2);
    }
  }
});

describe('the guide', () => {
  it.each([
    ['android', 'Chrome', false, 'androidChrome'], ['android', 'Firefox', true, 'androidChrome'], ['ios', 'Safari', true, 'iosInstalled'], ['ios', 'Chrome', false, 'iosBrowser'],
    ['desktop', 'Edge', true, 'desktopChrome'], ['desktop', 'Firefox', false, 'desktopFirefox'], ['desktop', 'Safari', false, 'desktopSafari'],
  ] as const)('for %s, %s, installed %s is %s', (kind, browser, installed, name) => {
    expect(guideOf({ kind, browser, installed })).toBe(name);
  });
  it('says on every platform how to be heard, and what its limits are', () => {
    for (const name of Object.keys(guideNames) as GuideName[]) {
      const { loud, allow, limits } = guide(name);
      expect(loud.length).toBeGreaterThan(1);
      expect(allow.length).toBeGreaterThan(2);
      expect(limits).toMatch(/\.$/);
    }
    expect(guide('iosInstalled').install).toEqual([]);
    expect(guide('iosBrowser').install.length).toBeGreaterThan(0);
  });
});

describe('the push subscription', () => {
  const system = (subscription: 'present' | 'none' | 'unknown') => ({ subscription, lockScreenButtons: true, badge: true });
  it('is not called fine where the browser has none and Rouse believes it has', () => {
    expect(subscriptionWords(system('none'), true, false)).toMatch(/^Gone/);
    expect(subscriptionWords(system('present'), true, false)).toMatch(/rings with Rouse closed$/);
    expect(subscriptionWords(system('present'), false, false)).toMatch(/not yet known/);
    expect(subscriptionWords(system('none'), false, false)).toBe('None yet');
    expect(subscriptionWords(system('unknown'), true, false)).toMatch(/rings with Rouse closed$/);
    expect(subscriptionWords(null, true, false)).toBe('Looking');
    expect(subscriptionWords(system('none'), false, true)).toMatch(/keep Rouse open/);
  });
  it('tells whether the lock screen has buttons', () => {
    expect([true, false].map((lockScreenButtons) => lockScreenWords({ ...system('present'), lockScreenButtons }))).toEqual(['Acknowledge and Escalate as buttons', 'No buttons: a tap opens the page']);
  });
});
