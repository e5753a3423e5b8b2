import type { Instant } from '../time/instant';

/** Names of what comes due, soonest first: a binary heap, for a storm has ten thousand of them within a minute. */
export function agenda() {
  const heap: { at: Instant; name: string }[] = [];
  const isSooner = (a: number, b: number) => (heap[a]?.at ?? Infinity) < (heap[b]?.at ?? Infinity);
  const swap = (a: number, b: number) => {
    const [first, second] = [heap[a], heap[b]];
    if (first === undefined || second === undefined) return;
    heap[a] = second;
    heap[b] = first;
  };
  return {
    add(at: Instant, name: string): void {
      heap.push({ at, name });
      for (let child = heap.length - 1; child > 0;) {
        const parent = (child - 1) >> 1;
        if (!isSooner(child, parent)) return;
        swap(child, parent);
        child = parent;
      }
    },
    /** Takes out the soonest that is due by `until` (ms since epoch); undefined: none is. */
    takeUntil(until: Instant): { at: Instant; name: string } | undefined {
      const first = heap[0];
      if (first === undefined || first.at > until) return undefined;
      swap(0, heap.length - 1);
      heap.pop();
      for (let parent = 0; ;) {
        const [left, right] = [2 * parent + 1, 2 * parent + 2];
        const child = isSooner(right, left) ? right : left;
        if (!isSooner(child, parent)) return first;
        swap(child, parent);
        parent = child;
      }
    },
  };
}
