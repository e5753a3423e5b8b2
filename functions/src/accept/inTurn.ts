/** What one integration may have under way in the store at a time, in one process. */
const atOnce = 24;
const queues = new Map<string, { active: number; waiting: (() => void)[] }>();

/**
 * Runs the work, at most 24 of one key at a time; the rest waits in order. The store answers about as many requests a second whatever their number, so with
 * two hundred of a noisy integration under way each of the seven steps of somebody else's page would wait for all of them (2.6 s, measured; 0.9 s so).
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(key) ?? { active: 0, waiting: [] };
  queues.set(key, queue);
  if (queue.active >= atOnce) await new Promise<void>((resolve) => { queue.waiting.push(resolve); });
  else queue.active += 1;
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    // The place is handed on, so that nobody who comes now takes it from whoever has waited.
    if (next !== undefined) next();
    else {
      queue.active -= 1;
      if (queue.active === 0) queues.delete(key);
    }
  }
}
