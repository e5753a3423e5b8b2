import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from './deviceStore';
import { deviceName, platformOf } from './platform';
import { ringingOf } from './ringing';

const now = 1_700_000_000_000;
const ready: DeviceFacts = { permission: 'granted', push: 'token', registration: 'registered', testedAt: now - 6 * 3_600_000 - 120_000 };
const phone = { kind: 'android', installed: true } as const;
const computer = { kind: 'desktop', installed: false } as const;

describe('whether this device can ring', () => {
  it('says when that was last proved', () => {
    expect(ringingOf(ready, phone, now)).toEqual({ state: 'ready', testedAt: ready.testedAt, sentence: 'This phone can ring (tested 6 h ago).' });
    expect(ringingOf({ ...ready, testedAt: now + 500 }, phone, now).sentence).toBe('This phone can ring (tested just now).');
    expect(ringingOf({ ...ready, testedAt: null }, computer, now).sentence).toBe('This computer can ring. Not tested yet.');
  });

  it('does not claim it while that is not known', () => {
    expect(ringingOf({ ...ready, permission: null }, phone, now).state).toBe('checking');
    expect(ringingOf({ ...ready, push: null }, phone, now).state).toBe('checking');
    expect(ringingOf({ ...ready, registration: 'failed' }, phone, now).state).toBe('checking');
  });

  it('says what is in the way', () => {
    expect(ringingOf({ ...ready, permission: 'denied' }, phone, now).state).toBe('denied');
    expect(ringingOf({ ...ready, permission: 'prompt' }, phone, now).state).toBe('needsPermission');
    expect(ringingOf({ ...ready, push: 'failed' }, phone, now).state).toBe('unsupported');
    expect(ringingOf({ ...ready, permission: 'unsupported' }, { kind: 'ios', installed: false }, now).sentence)
      .toBe("This phone can't ring from the browser. Add Rouse to the Home Screen.");
  });

  it('is honest about a device without push', () => {
    expect(ringingOf({ ...ready, push: 'none', testedAt: null }, computer, now))
      .toEqual({ state: 'localOnly', testedAt: null, sentence: 'This computer rings while Rouse is open. Not tested yet.' });
  });
});

describe('the platform', () => {
  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1', 5, 'iPhone', 'ios'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15', 5, 'iPad', 'ios'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15', 0, 'Safari on Mac', 'desktop'],
    ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36', 5, 'Chrome on Android', 'android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 0, 'Firefox on Linux', 'desktop'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0', 0, 'Edge on Windows', 'desktop'],
  ])('is told from %s', (userAgent, touchPoints, name, kind) => {
    const platform = platformOf(userAgent, touchPoints, false);
    expect(deviceName(platform)).toBe(name);
    expect(platform.kind).toBe(kind);
  });
});
