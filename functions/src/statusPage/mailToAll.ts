import type { Transaction } from 'firebase-admin/firestore';
import { type StatusMail, statusMailLife } from '#domain/statusPage/statusMail';
import { at } from '../store/documents';
import { toStored } from '../store/instants';

type ToAll = Extract<StatusMail, { kind: 'all' }>;

/** Leaves a mail to all subscribers with the commit that says what it tells; one document, however many there are. The sweep makes one for each of them. */
export function putMailToAll(transaction: Transaction, told: Pick<ToAll, 'id' | 'noticeId' | 'title' | 'head' | 'text'>, now: number): void {
  const mail: ToAll = { kind: 'all', ...told, dueAt: now, expireAt: now + statusMailLife };
  transaction.set(at.statusMail(told.id), toStored(mail));
}
