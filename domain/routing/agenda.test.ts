import { describe, expect, it } from 'vitest';
import { seededRandom } from '../samples';
import { agenda } from './agenda';

describe('agenda', () => {
  it('gives what is due, soonest first, as a sorted list would', () => {
    const random = seededRandom(7);
    const list = agenda();
    let waiting: { at: number; name: string }[] = [];
    for (let step = 0; step < 3_000; step += 1) {
      if (random.chance(0.6)) {
        const one = { at: random.below(500), name: `n${step}` };
        list.add(one.at, one.name);
        waiting.push(one);
        continue;
      }
      const until = random.below(500);
      const soonest = Math.min(...waiting.map(({ at }) => at));
      const taken = list.takeUntil(until);
      expect(taken?.at).toBe(soonest <= until ? soonest : undefined);
      if (taken !== undefined) expect(waiting.some(({ at, name }) => at === taken.at && name === taken.name)).toBe(true);
      waiting = waiting.filter(({ name }) => name !== taken?.name);
    }
    for (let left = waiting.length; left > 0; left -= 1) expect(list.takeUntil(Infinity)).toBeDefined();
    expect(list.takeUntil(Infinity)).toBeUndefined();
  });
});
