import { confirmationLife, Subscriber } from '#domain/statusPage/subscriber';
import { StatusMail, type StatusMailToOne, triedAgainAt, tryLife } from '#domain/statusPage/statusMail';
import { defaultStatusPage, StatusPageSettings } from '#domain/statusPage/notice';
import { transact } from '../commit/transact';
import { newSecret, sha256 } from '../identity/identity';
import { appUrl } from '../send/channels';
import type { ChannelResult } from '../send/channelResult';
import { sendMail } from '../send/email/mail';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { mailEach } from './mailEach';
import { confirmMail, updateMail } from './mails';

type Claimed = { mail: StatusMailToOne; email: string; secret: string };

/** Sends one mail to a subscriber of the status page, once; what fails is tried again. One to all is made into one for each. */
export async function sendStatusMail(id: string): Promise<void> {
  const mail = read(StatusMail, await at.statusMail(id).get());
  if (mail === undefined || mail.dueAt === null) return;
  if (mail.kind === 'all') return mailEach(mail, sendStatusMail);
  const claimed = await claim(id);
  if (claimed === undefined) return;
  const result = await sent(claimed);
  const { attempts } = claimed.mail;
  const now = Date.now();
  const dueAt = result.kind === 'retry' ? triedAgainAt(attempts, now) : null;
  await at.statusMail(id).update(toStored({ state: result.kind === 'sent' ? 'sent' : dueAt === null ? 'failed' : 'pending', dueAt }));
}

/**
 * Takes a mail that is due, for as long as a try may take: of two who find it due one sends it. The secret of its link is made here and kept as a hash alone. Whoever has not subscribed any
 * more gets nothing.
 */
function claim(id: string): Promise<Claimed | undefined> {
  return transact(async (transaction) => {
    const found = await transaction.get(at.statusMail(id));
    const mail = read(StatusMail, found);
    const now = found.readTime.toMillis();
    if (mail === undefined || mail.kind === 'all' || mail.dueAt === null || mail.dueAt > now) return undefined;
    const whoever = await transaction.get(at.statusSubscriber(mail.subscriberId));
    const subscriber = read(Subscriber, whoever);
    if (subscriber === undefined || (mail.kind === 'update') !== (subscriber.state === 'confirmed')) {
      transaction.delete(found.ref);
      return undefined;
    }
    const secret = newSecret();
    const hash = sha256(secret);
    const after: Subscriber = mail.kind === 'confirm'
      ? { ...subscriber, confirmations: [...subscriber.confirmations, { hash, expiresAt: now + confirmationLife }].slice(-5) } : { ...subscriber, endings: [...subscriber.endings, hash].slice(-50) };
    const claimed = { ...mail, attempts: mail.attempts + 1, dueAt: now + tryLife };
    transaction.set(whoever.ref, toStored(after));
    transaction.set(found.ref, toStored(claimed));
    return { mail: claimed, email: subscriber.email, secret };
  });
}

async function sent({ mail, email, secret }: Claimed): Promise<ChannelResult> {
  const publicUrl = appUrl();
  if (publicUrl === undefined) return { kind: 'failed', reason: 'notConfigured' };
  const { title } = read(StatusPageSettings, await at.statusPageSettings().get()) ?? defaultStatusPage;
  const token = `${mail.subscriberId}.${secret}`;
  return sendMail(mail.kind === 'confirm' ? confirmMail({ to: email, mailId: mail.id, publicUrl, page: title, token }) : updateMail({ to: email, mail, publicUrl, page: title, token }));
}
