import { HolidayCalendar } from '#domain/oncall/holidays';
import { transact } from '../commit/transact';
import { db } from '../firebase';
import { at, read } from './documents';
import { toStored } from './instants';

/** Every holiday calendar as it is stored now. */
export async function holidayCalendars(): Promise<HolidayCalendar[]> {
  const { docs } = await db().collection('holidayCalendars').get();
  return docs.flatMap((snapshot) => read(HolidayCalendar, snapshot) ?? []);
}

/** Writes down what reading a calendar's address brought, unless somebody changed or removed the calendar meanwhile. */
export async function recordReading({ id, url }: HolidayCalendar, brought: Partial<Pick<HolidayCalendar, 'days' | 'fetchedAt' | 'problem'>>): Promise<void> {
  await transact(async (transaction) => {
    const snapshot = await transaction.get(at.holidayCalendar(id));
    const calendar = read(HolidayCalendar, snapshot);
    if (calendar === undefined || calendar.url !== url) return;
    transaction.set(snapshot.ref, toStored({ ...calendar, ...brought }));
  });
}
