import type { Transaction } from 'firebase-admin/firestore';
import type { CommandAnswer } from '#domain/command/answer';
import { guessed, mostGuesses } from '#domain/contact/code';
import { type ContactMethod, hinted } from '#domain/contact/contactMethod';
import { Contact, Person } from '#domain/people/person';
import { transact } from '../../commit/transact';
import { sameDigest } from '../../identity/identity';
import { configuration } from '../../store/configuration';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { Phone, phoneOf } from '../../store/phones';
import { refusal } from '../refusal';
import { codeHashOf, Sends } from './codes';
import { ownContact, type Sent, withMethod } from './ownContact';

/** Takes the code that arrived. A wrong one counts, so it is committed before it is refused. */
export async function verifyContactMethod({ methodId, code }: Sent<'verifyContactMethod'>, sender: Person): Promise<CommandAnswer> {
  const { outcome, method } = await transact(async (transaction) => {
    const { contact, ref, now } = await ownContact(transaction, sender.id);
    const { salt } = read(Sends, await transaction.get(at.contactCodes(sender.id))) ?? { salt: '' };
    const before = contact.methods.find(({ id }) => id === methodId);
    if (before === undefined) throw refusal('no-such-method');
    const judged = guessed(before, sameDigest(before.proof?.codeHash ?? '', codeHashOf(salt, methodId, code)), now);
    if (judged.kind === 'already' || judged.kind === 'expired') return { outcome: judged.kind, method: before };
    if (judged.kind === 'verified' && before.kind === 'phone') await takeNumber(transaction, before, sender.id);
    transaction.set(ref, toStored(withMethod(contact, judged.method)));
    return { outcome: judged.kind, method: judged.method };
  });
  switch (outcome) {
    case 'verified':
      await configuration(true);
      return { outcome: 'done', code: 'verifyContactMethod', message: `${hinted(method)} is verified. Pages can reach you there.`, savedId: methodId };
    case 'already': return { outcome: 'unchanged', code: 'already-verified', message: `${hinted(method)} is verified already.`, savedId: methodId };
    case 'expired': throw refusal('code-expired', [{ path: 'code', message: 'is good no more' }]);
    case 'wrong': {
      const left = mostGuesses - (method.proof?.wrongGuesses ?? mostGuesses);
      const next = left > 0 ? `${left} more ${left === 1 ? 'try' : 'tries'}, then you need a new one.` : 'Ask for a new one.';
      throw refusal('wrong-code', [{ path: 'code', message: 'is not the code that was sent' }], `This is not the code that was sent. ${next}`);
    }
    default: return outcome satisfies never;
  }
}

/**
 * Makes a number this person's: replies from it are theirs. One that somebody with access has verified stays theirs; from somebody without it is taken, and they
 * would have to verify it again.
 */
async function takeNumber(transaction: Transaction, { id, address }: ContactMethod, userId: string): Promise<void> {
  const snapshot = await transaction.get(phoneOf(address));
  const owner = read(Phone, snapshot);
  if (owner !== undefined && owner.userId !== userId) {
    const [person, theirs] = await Promise.all([transaction.get(at.person(owner.userId)), transaction.get(at.contact(owner.userId))]);
    if (read(Person, person)?.active === true) {
      const message = 'Somebody else here has verified this number. They must remove it before it can be yours.';
      throw refusal('invalid', [{ path: 'methodId', message }], message);
    }
    const contact = read(Contact, theirs);
    const former = contact?.methods.find((method) => method.id === owner.methodId);
    if (contact !== undefined && former !== undefined) transaction.set(theirs.ref, toStored(withMethod(contact, { ...former, verifiedAt: null, proof: null })));
  }
  transaction.set(snapshot.ref, { userId, methodId: id } satisfies Phone);
}
