import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { CommandAnswer } from '#domain/command/answer';
import { codesPer, mostCodes, withCode } from '#domain/contact/code';
import { type ContactMethod, hinted } from '#domain/contact/contactMethod';
import type { Contact, Person } from '#domain/people/person';
import { Instant } from '#domain/time/instant';
import { transact } from '../../commit/transact';
import { idOf, newSecret, sha256 } from '../../identity/identity';
import { channelsSetUp } from '../../send/channels';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { refusal } from '../refusal';
import { type CodeChannel, deliverCode } from './deliverCode';
import { ownContact, type Sent, withMethod } from './ownContact';

/** As many as a contact document holds. */
const mostMethods = 10;

/**
 * The hash under which a code is kept: bound to its method, so that it proves no other. The salt lies where nobody may read it: people read their own contact document, and
 * a million codes are tried in half a second.
 */
export const codeHashOf = (salt: string, methodId: string, code: string): string => sha256(`${salt}.${methodId}.${code}`);

/** `contactCodes/{uid}`: when codes went out to somebody, by which command, and what salts them; kept apart from the methods, which can be removed and added again. */
export const Sends = z.strictObject({ salt: z.string().default(''), sends: z.array(z.strictObject({ at: Instant, commandId: z.string().nullable() })) });

/** Adds a way to reach the sender, and sends a code there. A number or address that is theirs already is answered with its id. */
export async function addContactMethod({ method: { kind, address }, commandId }: Sent<'addContactMethod'>, sender: Person): Promise<CommandAnswer> {
  const by = firstChannel(kind);
  const fresh: ContactMethod = { id: idOf('method', sender.id, commandId).slice(0, 20), kind, address, verifiedAt: null, proof: null };
  return sendCode({ type: 'addContactMethod', commandId, sender, by, field: 'method.address' }, ({ methods }) => {
    const known = methods.find((other) => other.kind === kind && other.address.toLowerCase() === address.toLowerCase());
    if (known === undefined && methods.length >= mostMethods) {
      const message = 'You have ten contact methods already. Remove one first.';
      throw refusal('invalid', [{ path: 'method', message }], message);
    }
    return known ?? fresh;
  });
}

export async function sendContactCode({ methodId, by, commandId }: Sent<'sendContactCode'>, sender: Person): Promise<CommandAnswer> {
  if (!channelsSetUp()[by]) throw refusal('channel-not-set-up', [{ path: 'by', message: 'is not set up in this Rouse' }]);
  return sendCode({ type: 'sendContactCode', commandId, sender, by, field: 'methodId' }, ({ methods }) => {
    const method = methods.find(({ id }) => id === methodId);
    if (method === undefined) throw refusal('no-such-method');
    if ((method.kind === 'email') !== (by === 'email')) {
      const message = method.kind === 'email' ? 'This is an e-mail address: its code comes by e-mail.' : 'This is a phone: its code comes by SMS or a call.';
      throw refusal('invalid', [{ path: 'by', message }], message);
    }
    return method;
  });
}

type Sending = { type: 'addContactMethod' | 'sendContactCode'; commandId: string; sender: Person; by: CodeChannel; field: string };

/** Puts a new code on the method that is chosen, and sends it. The same command again sends nothing. */
async function sendCode({ type, commandId, sender, by, field }: Sending, choose: (contact: Contact) => ContactMethod): Promise<CommandAnswer> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const { method, isOnItsWay } = await transact(async (transaction) => {
    const { contact, ref, now } = await ownContact(transaction, sender.id);
    const { sends, salt: kept } = read(Sends, await transaction.get(at.contactCodes(sender.id))) ?? { sends: [], salt: '' };
    const salt = kept === '' ? newSecret() : kept;
    const chosen = choose(contact);
    if (chosen.verifiedAt !== null || sends.some((send) => send.commandId === commandId)) return { method: chosen, isOnItsWay: true };
    const recent = sends.filter((send) => send.at > now - codesPer);
    if (recent.length >= mostCodes) throw refusal('too-many-codes', [{ path: field, message: 'Five codes an hour are the most.' }]);
    transaction.set(ref, toStored(withMethod(contact, withCode(chosen, codeHashOf(salt, chosen.id, code), now))));
    transaction.set(at.contactCodes(sender.id), toStored({ salt, sends: [...recent, { at: now, commandId }] }));
    return { method: chosen, isOnItsWay: false };
  });
  const to = hinted(method);
  if (method.verifiedAt !== null) return { outcome: 'unchanged', code: 'already-verified', message: `${to} is yours and verified already.`, savedId: method.id };
  if (isOnItsWay) return { outcome: 'unchanged', code: type, message: `A code is on its way to ${to}.`, savedId: method.id };
  const problem = await deliverCode({ method, code, by });
  if (problem !== undefined) {
    // It still counts, but it was not sent: the same command may try again.
    await forget(sender.id, commandId);
    throw refusal(problem.code, [{ path: field, message: problem.message }], problem.message);
  }
  return { outcome: 'done', code: type, message: `A code is on its way to ${to}. It is good for ten minutes.`, savedId: method.id };
}

async function forget(userId: string, commandId: string): Promise<void> {
  await transact(async (transaction) => {
    const snapshot = await transaction.get(at.contactCodes(userId));
    const { sends, salt } = read(Sends, snapshot) ?? { sends: [], salt: '' };
    transaction.set(snapshot.ref, toStored({ salt, sends: sends.map((send) => (send.commandId === commandId ? { ...send, commandId: null } : send)) }));
  });
}

/** What the first code of a new method comes by; refused where this Rouse can send nothing of the kind. */
function firstChannel(kind: ContactMethod['kind']): CodeChannel {
  const channels = channelsSetUp();
  const possible: CodeChannel[] = kind === 'email' ? ['email'] : ['sms', 'voice'];
  const by = possible.find((channel) => channels[channel]);
  if (by !== undefined) return by;
  const message = kind === 'email' ? 'E-mail is not set up in this Rouse. Ask an admin for it.' : 'SMS and calls are not set up in this Rouse. Ask an admin for them.';
  throw refusal('channel-not-set-up', [{ path: 'method.kind', message }], message);
}
