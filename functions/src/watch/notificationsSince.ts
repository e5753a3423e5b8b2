import { Timestamp } from 'firebase-admin/firestore';
import { Notification } from '#domain/notification/notification';
import { read } from '../store/documents';
import { ask } from '../store/queries';

/** The newest notifications of a person since then (ms since epoch); at most 60, far more than it takes to decide. */
export async function notificationsSince(userId: string, from: number): Promise<Notification[]> {
  const { docs } = await ask('notificationsOfPerson', [userId]).endAt(Timestamp.fromMillis(from)).limit(60).get();
  return docs.flatMap((snapshot) => read(Notification, snapshot) ?? []);
}
