import { describe, expect, it } from 'vitest';
import { attemptsFor, fitted, longestSide } from './pictureSize';

describe('a picture is made to fit', () => {
  it.each([
    ['a phone photo', { width: 4032, height: 3024 }, { width: 1600, height: 1200 }],
    ['one on its side', { width: 3024, height: 4032 }, { width: 1200, height: 1600 }],
    ['a small one stays', { width: 640, height: 480 }, { width: 640, height: 480 }],
    ['one at the limit', { width: 1600, height: 900 }, { width: 1600, height: 900 }],
    ['a strip keeps a pixel', { width: 8000, height: 2 }, { width: 1600, height: 1 }],
  ])('%s', (_what, size, wanted) => expect(fitted(size)).toEqual(wanted));
});

describe('the attempts', () => {
  const attempts = attemptsFor({ width: 4032, height: 3024 });
  it('begin at the longest side', () => expect(attempts[0]).toMatchObject({ width: longestSide, height: 1200 }));
  it('never grow', () => {
    for (const [index, { width, height }] of attempts.entries()) {
      const next = attempts[index + 1];
      if (next) expect(next.width * next.height).toBeLessThanOrEqual(width * height);
    }
  });
  it('lose quality before they lose pixels', () => {
    const first = attempts.filter(({ width }) => width === longestSide).map(({ quality }) => quality);
    expect(first.length).toBeGreaterThan(1);
    expect(first).toEqual([...first].sort((a, b) => b - a));
  });
  it('end so small that noise fits: a byte for each pixel is the worst', () => {
    const last = attempts.at(-1);
    expect(last && last.width * last.height).toBeLessThan(400_000);
  });
  it('of a small picture do not repeat one another', () => {
    const small = attemptsFor({ width: 500, height: 400 });
    expect(new Set(small.map((each) => JSON.stringify(each))).size).toBe(small.length);
    expect(small.every(({ width }) => width === 500)).toBe(true);
  });
});
