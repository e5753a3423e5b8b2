import { expect, it } from 'vitest';
import { inTurn } from './inTurn';

it('runs 24 of one key at a time, in the order in which they came, and other keys beside them', async () => {
  const running = { a: 0, b: 0 };
  let most = 0;
  const order: number[] = [];
  const release: (() => void)[] = [];
  const work = (key: 'a' | 'b', index: number) => inTurn(key, async () => {
    running[key] += 1;
    most = Math.max(most, running.a);
    order.push(index);
    await new Promise<void>((resolve) => { release.push(resolve); });
    running[key] -= 1;
    return index;
  });
  const all = Array.from({ length: 60 }, (_, index) => work('a', index));
  const other = work('b', 99);
  await Promise.resolve();
  expect(running).toEqual({ a: 24, b: 1 });
  while (release.length > 0) {
    release.shift()?.();
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  expect(await Promise.all([...all, other])).toEqual([...Array.from({ length: 60 }, (_, index) => index), 99]);
  expect(most).toBe(24);
  expect(order.filter((index) => index !== 99)).toEqual(Array.from({ length: 60 }, (_, index) => index));
});

it('a failure gives its place on', async () => {
  const failing = Array.from({ length: 30 }, () => inTurn('c', () => Promise.reject(new Error('no'))));
  expect((await Promise.allSettled(failing)).every(({ status }) => status === 'rejected')).toBe(true);
  await expect(inTurn('c', () => Promise.resolve(1))).resolves.toBe(1);
});
