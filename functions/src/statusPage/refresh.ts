import type { Instant } from '#domain/time/instant';
import { type MaintenanceNotice, type MaintenancePhase, Notice } from '#domain/statusPage/notice';
import { pageAt } from '#domain/statusPage/pageAt';
import { PublicPage } from '#domain/statusPage/publicStatus';
import { transact } from '../commit/transact';
import { idOf } from '../identity/identity';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { publicly, readPublicSide } from './publicSide';

/** Renews what time alone changes on the status page: maintenance that begins or ends. A page that nobody has made yet is made. `now`: ms since epoch. */
export async function refreshStatusPage(now: number = Date.now()): Promise<void> {
  const page = read(PublicPage, await at.publicPage().get());
  if (page !== undefined && !hasMoved(page, now)) return;
  await transact(async (transaction) => {
    const side = await readPublicSide(transaction);
    const passed = (side.page?.maintenance ?? []).filter(({ startsAt }) => startsAt <= side.now);
    const notices = passed.length === 0 ? [] : await transaction.getAll(...passed.map(({ id }) => at.notice(id)));
    const write = await publicly(transaction, side, {});
    for (const snapshot of notices) {
      const notice = read(Notice, snapshot);
      if (notice?.kind === 'maintenance') transaction.set(snapshot.ref, toStored(inPhase(notice, side.now)));
    }
    write();
  });
}

/** Whether a moment of its maintenance has passed since it was made. */
const hasMoved = (page: PublicPage, now: number) =>
  pageAt(page, now).closed.length > 0 || page.maintenance.some(({ startsAt, endsAt }) => [startsAt, endsAt].some((moment) => page.changedAt < moment && moment <= now));

/** The private side of it says when it began and was over. */
function inPhase(notice: MaintenanceNotice, now: Instant): MaintenanceNotice {
  const due: [MaintenancePhase, Instant, string][] = [['inProgress', notice.startsAt, 'It has begun.'], ['completed', notice.endsAt, 'It is over.']];
  const missing = due.filter(([phase, moment]) => moment <= now && notice.cancelledAt === null && !notice.updates.some((update) => update.phase === phase));
  return {
    ...notice, completedAt: notice.cancelledAt === null && notice.endsAt <= now ? (notice.completedAt ?? notice.endsAt) : notice.completedAt,
    updates: [...notice.updates, ...missing.map(([phase, moment, text]) => ({ id: idOf('maintenance', notice.id, phase), at: moment, phase, text }))],
  };
}
