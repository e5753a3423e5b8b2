import { type StatusMail, statusMailLife, type StatusMailToOne } from '#domain/statusPage/statusMail';
import { idOf } from '../identity/identity';
import { at } from '../store/documents';
import { toStored } from '../store/instants';
import { ask } from '../store/queries';

const atOnce = 100;
/** So many of them are sent here and now, a few at a time; the sweep sends the rest. */
const sentHere = 200;
const sideBySide = 5;

/**
 * Makes one mail for each confirmed subscriber of a mail to all, and takes that away; done again after a crash, it makes only those that are missing, for a mail that was sent is kept.
 */
export async function mailEach(all: Extract<StatusMail, { kind: 'all' }>, send: (id: string) => Promise<void>): Promise<void> {
  const { docs } = await ask('confirmedSubscribers', ['confirmed']).get();
  const now = Date.now();
  const { noticeId, title, head, text } = all;
  const mails = docs.map(({ id: subscriberId }): StatusMailToOne => ({
    kind: 'update', id: idOf('statusMail', all.id, subscriberId), subscriberId, noticeId, title, head, text, attempts: 0, state: 'pending', dueAt: now, expireAt: now + statusMailLife,
  }));
  for (let from = 0; from < mails.length; from += atOnce) await Promise.all(mails.slice(from, from + atOnce).map(created));
  await at.statusMail(all.id).delete();
  for (let from = 0; from < Math.min(mails.length, sentHere); from += sideBySide) await Promise.all(mails.slice(from, from + sideBySide).map(({ id }) => send(id)));
}

async function created(mail: StatusMailToOne): Promise<void> {
  try {
    await at.statusMail(mail.id).create(toStored(mail));
  } catch (error) {
    // 6: it is there already (google.rpc.Code).
    if (!(error instanceof Error && 'code' in error && error.code === 6)) throw error;
  }
}
