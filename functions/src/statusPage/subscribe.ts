import { z } from 'zod';
import { asked, AskedInAll, countedIn, mayAsk, Subscriber, SubscriberEmail } from '#domain/statusPage/subscriber';
import { statusMailLife, type StatusMailToOne } from '#domain/statusPage/statusMail';
import { transact } from '../commit/transact';
import { idOf, sameDigest, sha256 } from '../identity/identity';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';

/** What a form says as an address; undefined where it is none. */
export const emailOf = (sent: unknown): string | undefined => SubscriberEmail.safeParse(sent).data;

/** Somebody says that this is their address: a mail asks it whether that is so, unless it was asked lately or has confirmed. Which of these it was is told to nobody. */
export async function askToSubscribe(email: string): Promise<void> {
  const subscriberId = sha256(email);
  await transact(async (transaction) => {
    const [found, inAll] = await transaction.getAll(at.statusSubscriber(subscriberId), at.statusSubscriber('-asked'));
    if (found === undefined || inAll === undefined) return;
    const now = found.readTime.toMillis();
    const known = read(Subscriber, found);
    const counted = countedIn(read(AskedInAll, inAll), now);
    if (counted === null || !mayAsk(known, now)) return;
    const mail: StatusMailToOne = { kind: 'confirm', id: idOf('statusConfirm', subscriberId, now), subscriberId, attempts: 0, state: 'pending', dueAt: now, expireAt: now + statusMailLife };
    transaction.set(inAll.ref, toStored(counted));
    transaction.set(found.ref, toStored(asked(known, email, now)));
    transaction.set(at.statusMail(mail.id), toStored(mail));
  });
}

const Token = z.string().regex(/^[0-9a-f]{64}\.[A-Za-z0-9_-]{32}$/).transform((token) => ({ subscriberId: token.slice(0, 64), hash: sha256(token.slice(65)) }));

/** Carries out what a confirmation's link asks for; false where it is unknown or has run out. Repeating it is answered like the first time. */
export function confirmSubscription(token: string): Promise<boolean> {
  return withSubscriber(token, (subscriber, hash, now) => {
    if (!subscriber.confirmations.some((each) => sameDigest(each.hash, hash) && each.expiresAt > now)) return { is: false };
    return { is: true, after: { ...subscriber, state: 'confirmed', confirmedAt: subscriber.confirmedAt ?? now, expireAt: null } };
  }, false);
}

/** Ends it; false where the link is older than the newest fifty mails. Whoever is not there any more gets nothing either. */
export function endSubscription(token: string): Promise<boolean> {
  return withSubscriber(token, (subscriber, hash) => (subscriber.endings.some((each) => sameDigest(each, hash)) ? { is: true, after: null } : { is: false }), true);
}

/** `after` null: the subscriber is forgotten. `ifGone`: what is answered where there is none. */
async function withSubscriber(
  token: string, decide: (subscriber: Subscriber, hash: string, now: number) => { is: false } | { is: true; after: Subscriber | null }, ifGone: boolean,
): Promise<boolean> {
  const opened = Token.safeParse(token);
  if (!opened.success) return false;
  const { subscriberId, hash } = opened.data;
  return transact(async (transaction) => {
    const found = await transaction.get(at.statusSubscriber(subscriberId));
    const subscriber = read(Subscriber, found);
    if (subscriber === undefined) return ifGone;
    const decision = decide(subscriber, hash, found.readTime.toMillis());
    if (!decision.is) return false;
    if (decision.after === null) transaction.delete(found.ref);
    else transaction.set(found.ref, toStored(decision.after));
    return true;
  });
}
