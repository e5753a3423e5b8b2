import type { CommandAnswer } from '#domain/command/answer';
import { hinted } from '#domain/contact/contactMethod';
import { reachOf } from '#domain/contact/reach';
import { withoutMethod } from '#domain/contact/ruleProblems';
import type { Person } from '#domain/people/person';
import { transact } from '../../commit/transact';
import { channelsSetUp } from '../../send/channels';
import { configuration } from '../../store/configuration';
import { read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { Phone, phoneOf } from '../../store/phones';
import { ownContact, type Sent } from './ownContact';

/** Removes a contact method, from the sender's rules too; `changes` says from which. */
export async function removeContactMethod({ methodId }: Sent<'removeContactMethod'>, sender: Person): Promise<CommandAnswer> {
  const removed = await transact(async (transaction) => {
    const { contact, ref } = await ownContact(transaction, sender.id);
    const method = contact.methods.find(({ id }) => id === methodId);
    if (method === undefined) return undefined;
    const phone = method.kind === 'phone' ? await transaction.get(phoneOf(method.address)) : undefined;
    const dropped = withoutMethod(contact.rules, methodId, reachOf(contact, channelsSetUp()));
    transaction.set(ref, toStored({ ...contact, methods: contact.methods.filter(({ id }) => id !== methodId), rules: dropped.rules }));
    // The number may be somebody else's by now.
    if (phone !== undefined && read(Phone, phone)?.methodId === methodId) transaction.delete(phone.ref);
    return { method, ...dropped };
  });
  if (removed === undefined) return { outcome: 'unchanged', code: 'removeContactMethod', message: 'This contact method is gone already.' };
  await configuration(true);
  const changes = removed.left.map((urgency) => (removed.defaults.includes(urgency)
    ? `Your rules for ${urgency} urgency named it; without it the defaults hold.` : `It is out of your rules for ${urgency} urgency.`));
  return { outcome: 'done', code: 'removeContactMethod', message: [`${hinted(removed.method)} is removed.`, ...changes].join(' '), savedId: methodId, changes };
}
