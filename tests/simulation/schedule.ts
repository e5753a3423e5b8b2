import { setImmediate as realImmediate } from 'node:timers';
import type { Clock } from './store/clock';

type Planned = { at: number; order: number; run: () => void };

/** What happens when, in virtual time: one thing at a time, in order, each with all that follows from it at once. */
export class Schedule {
  readonly #heap: Planned[] = [];
  #order = 0;

  constructor(readonly clock: Clock) {}

  get size(): number {
    return this.#heap.length;
  }

  /** Plans `run` in so many ms. */
  in(milliseconds: number, run: () => void): void {
    this.#order += 1;
    const planned = { at: this.clock.now() + Math.max(0, Math.round(milliseconds)), order: this.#order, run };
    const heap = this.#heap;
    heap.push(planned);
    let index = heap.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(planned, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = planned;
  }

  /** Lets time pass until `until` (ms since epoch). */
  async pass(until: number): Promise<void> {
    await settled();
    for (let next = this.#heap[0]; next !== undefined && next.at <= until; next = this.#heap[0]) {
      this.#pop();
      this.clock.moveTo(next.at);
      next.run();
      await settled();
    }
    this.clock.moveTo(until);
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const [leftOne, rightOne] = [heap[left], heap[right]];
      if (leftOne === undefined) break;
      const [child, smaller] = rightOne !== undefined && isBefore(rightOne, leftOne) ? [right, rightOne] : [left, leftOne];
      if (!isBefore(smaller, last)) break;
      heap[index] = smaller;
      index = child;
    }
    heap[index] = last;
  }
}

const isBefore = (a: Planned, b: Planned) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** All promises have run: Node comes to its check phase only when none is left. */
const settled = () => new Promise<void>((resolve) => { realImmediate(resolve); });
