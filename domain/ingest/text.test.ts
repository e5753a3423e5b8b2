import { describe, expect, it } from 'vitest';
import { clipped, instantOf, keyOf, lastInstant, safeLabels, safeLinks } from './text';

describe('text of a stranger', () => {
  it('loses control characters and space around it, and keeps line breaks', () => {
    expect(clipped(' a\u0000b\u001b[31mc\r\n\td\u009b \n', 100)).toBe('ab[31mc\n\td');
  });

  it('is cut with an ellipsis, and not where it just fits', () => {
    expect([clipped('abcd', 4), clipped('abcde', 4)]).toEqual(['abcd', 'abc…']);
  });

  it('is never left with half an emoji, which UTF-8 cannot say', () => {
    expect(clipped('ab🔥cd', 4)).toBe('ab…');
    expect(clipped('a\ud83db\udd25', 10)).toBe('ab');
    for (let max = 1; max < 12; max += 1) expect(clipped('🔥🔥🔥🔥🔥🔥', max).length).toBeLessThanOrEqual(max);
    for (let max = 1; max < 12; max += 1) expect(encodeURIComponent(clipped('a🔥🔥🔥🔥🔥🔥', max))).not.toBe('');
  });
});

describe('a key of a stranger', () => {
  it('is itself while it fits', () => {
    expect(keyOf('{}:{alertname="A"}', 1000)).toBe('{}:{alertname="A"}');
  });

  it('keeps apart what a cut would merge, and is the same each time', () => {
    const long = 'x'.repeat(5000);
    const keys = Array.from({ length: 1000 }, (_, index) => keyOf(`${long}${index}`, 1000));
    expect(new Set(keys).size).toBe(1000);
    expect(keys.every((key) => key.length === 1000)).toBe(true);
    expect(keyOf(`${long}7`, 1000)).toBe(keys[7]);
  });

  it('can be said in UTF-8', () => {
    expect(() => encodeURIComponent(keyOf('a\ud83d', 10))).not.toThrow();
  });
});

describe('labels of a stranger', () => {
  it('have names that Firestore takes', () => {
    expect(safeLabels({ __name__: 'up', '': 'empty', ____: 'lines', __open: 'kept', 'a.b/c': 'kept' })).toEqual({
      name: 'up', unnamed: 'lines', __open: 'kept', 'a.b/c': 'kept',
    });
  });

  it('may be called like what every object has', () => {
    const labels = safeLabels(JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, string>); // Text to text, as written.
    expect(Object.entries(labels)).toEqual([['proto', 'x'], ['constructor', 'y']]);
  });

  it('are 64 at most', () => {
    expect(Object.keys(safeLabels(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`label${index}`, 'x']))))).toHaveLength(64);
  });
});

describe('links of a stranger', () => {
  it('are each there once, twenty at most, and none where there is no address', () => {
    expect(safeLinks([{ href: undefined, text: 'Graph' }, { href: 'https://a.test/', text: 'A' }, { href: 'https://a.test/', text: 'B' }])).toEqual([{ href: 'https://a.test/', text: 'A' }]);
    expect(safeLinks(Array.from({ length: 30 }, (_, index) => ({ href: `https://a.test/${index}`, text: 'A' })))).toHaveLength(20);
  });
});

describe('dates of a stranger', () => {
  it.each([
    ['2026-11-21T03:12:00Z', '2026-11-21T03:12:00.000Z'], ['2026-11-21T03:12:00.123456789Z', '2026-11-21T03:12:00.123Z'],
    ['2026-11-21T03:12:00+01:00', '2026-11-21T02:12:00.000Z'], ['2026-11-21T03:12:00-0500', '2026-11-21T08:12:00.000Z'],
    ['2026-11-21 03:12:00', '2026-11-21T03:12:00.000Z'], ['2026-11-21T03:12:00', '2026-11-21T03:12:00.000Z'],
  ])('%s', (text, iso) => {
    expect(new Date(instantOf(text) ?? NaN).toISOString()).toBe(iso);
  });

  it.each([null, undefined, '', 'yesterday', '0001-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '-000001-01-01T00:00:00Z', '+275760-01-01T00:00:00Z', '{{ .StartsAt }}'])(
    '%j is none', (text) => {
      expect(instantOf(text)).toBeNull();
    },
  );

  it('reach as far as the store can keep them', () => {
    expect(instantOf(new Date(lastInstant).toISOString())).toBe(lastInstant);
  });
});
