import { describe, expect, it } from 'vitest';
import { canRingWords, installedWords } from './deviceWords';
import { seconds } from './seconds';
import { installSteps, unblockSteps } from './steps';

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
