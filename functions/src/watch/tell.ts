import type { Telling } from '#domain/readiness/telling';
import { sendNotice } from '../send/notice';

/** Does it for each in turn, whatever becomes of the others; the first failure is thrown at the end, so that the job counts as not done. */
export async function each<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await run(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** Tells each, once per cause. */
export function tellAll(tellings: readonly (Telling | null)[]): Promise<void> {
  return each(tellings, async (telling) => { if (telling !== null) await sendNotice({ ...telling, methodId: null }); });
}
