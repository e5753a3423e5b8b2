import type { Transaction } from 'firebase-admin/firestore';
import { logger } from 'firebase-functions';
import { StatusComponent } from '#domain/statusPage/component';
import { defaultStatusPage, StatusPageSettings } from '#domain/statusPage/notice';
import { remade } from '#domain/statusPage/pageAt';
import { type PastNotice, PublicMonth, PublicPage, type PublicWhole } from '#domain/statusPage/publicStatus';
import { pastOf } from '#domain/statusPage/shown';
import { monthOf, monthsOf, withSpans } from '#domain/statusPage/spans';
import { db } from '../firebase';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { publicNoticeAt } from './places';

const mostComponents = 200;

/** What the public page is made of, read in the transaction that changes it. `now`: its read time (ms since epoch). */
export type PublicSide = { page: PublicPage | null; settings: StatusPageSettings; components: StatusComponent[]; now: number };

export async function readPublicSide(transaction: Transaction): Promise<PublicSide> {
  const [page, settings] = await transaction.getAll(at.publicPage(), at.statusPageSettings());
  const { docs } = await transaction.get(db().collection('statusComponents').limit(mostComponents));
  if (page === undefined || settings === undefined) throw new Error('getAll answers as many as it is asked for');
  return { page: read(PublicPage, page) ?? null, settings: read(StatusPageSettings, settings) ?? defaultStatusPage, components: docs.flatMap((found) => readable(() => read(StatusComponent, found))), now: page.readTime.toMillis() };
}

/** One that was edited into nonsense must not keep an outage from being told. */
function readable<T>(readIt: () => T | undefined): T[] {
  try {
    const found = readIt();
    return found === undefined ? [] : [found];
  } catch (error) {
    logger.error('status page', error);
    return [];
  }
}

/** `whole`: a notice or maintenance that is new or changed, as the public sees it. */
export type PublicChange = Partial<Pick<PublicSide, 'settings' | 'components'>> & { whole?: PublicWhole };

/**
 * Makes the public documents anew with a change, in one transaction with the private ones. Reads the months that it concerns; answers what writes it all, to be called after the last
 * reading of the transaction.
 */
export async function publicly(transaction: Transaction, side: PublicSide, { whole, settings = side.settings, components = side.components }: PublicChange): Promise<() => void> {
  const { page: before, now } = side;
  const others = <T extends { id: string }>(all: readonly T[] | undefined): T[] => (all ?? []).filter(({ id }) => id !== whole?.id);
  const { page, closed } = remade(before, {
    settings, components,
    notices: [...others(before?.notices), ...(whole?.kind === 'incident' && whole.resolvedAt === null ? [whole] : [])],
    maintenance: [...others(before?.maintenance), ...(whole?.kind === 'maintenance' ? [whole] : [])],
  }, now);
  const changed: PublicWhole[] = [...others(before?.maintenance).filter(({ endsAt }) => endsAt <= now), ...(whole === undefined ? [] : [whole])];
  const past = changed.flatMap((each) => pastOf(each, now) ?? []);
  const mayBeThere = changed.flatMap((each) => (each.kind === 'incident' ? [monthOf(each.startedAt)] : []));
  const names = [...new Set([...monthsOf(closed), ...past.map(({ startedAt }) => monthOf(startedAt)), ...mayBeThere])];
  const months = names.length === 0 ? [] : await transaction.getAll(...names.map((name) => at.publicMonth(name)));
  return () => {
    transaction.set(at.publicPage(), toStored(page));
    if (whole !== undefined) transaction.set(publicNoticeAt(whole.id), toStored(whole));
    for (const [index, snapshot] of months.entries()) {
      const month = names[index] ?? '';
      const stored = read(PublicMonth, snapshot) ?? { month, past: [], days: {} };
      const kept = stored.past.filter(({ id }) => !changed.some((each) => each.id === id));
      const after = withSpans({ ...stored, past: newestFirst([...kept, ...past.filter(({ startedAt }) => monthOf(startedAt) === month)]) }, closed);
      transaction.set(snapshot.ref, toStored(after));
    }
  };
}

const newestFirst = (past: readonly PastNotice[]) => [...past].sort((a, b) => b.startedAt - a.startedAt);
