import { readShown } from './shown';

/** An incident that pages, as its notification is headed: `SEV1 Checkout`, or `SEV1 page` where the lock screen is private. */
export type Paging = { incidentId: string; title: string };

/** The incidents that page or ask among what is shown, each once; what only says what became of one does not count. */
export function pagingAmong(shown: readonly { title: string; data: unknown }[]): Paging[] {
  const byIncident = new Map<string, Paging>();
  for (const { title, data } of shown) {
    const read = readShown(data);
    if (read === null) continue;
    const { kind, incidentId } = read.via === 'push' ? read.page : read;
    if (incidentId === null || (kind !== 'page' && kind !== 'request') || (read.via === 'push' && read.said)) continue;
    byIncident.set(incidentId, { incidentId, title });
  }
  return [...byIncident.values()];
}

/** Fewer than this are told apart at a glance. */
const SEVERAL = 3;

/** One line for a storm, the worst first: `SEV1 Checkout and 2 more`. null where none is needed. It says no more than the notifications it stands for. */
export function summaryOf(paging: readonly Paging[]): { title: string; body: string } | null {
  if (paging.length < SEVERAL) return null;
  // `SEV1` sorts before `SEV2`; the sort is stable, so that of one severity the first stays first.
  const [worst] = [...paging].sort((a, b) => a.title.slice(0, 4).localeCompare(b.title.slice(0, 4)));
  return { title: `${worst?.title ?? ''} and ${paging.length - 1} more`, body: `${paging.length} incidents page you. Open Rouse to acknowledge all of them.` };
}
