import type { CommandAnswer } from '#domain/command/answer';
import { reachOf } from '#domain/contact/reach';
import { isSlow, ruleProblems, tidied } from '#domain/contact/ruleProblems';
import type { Person } from '#domain/people/person';
import { transact } from '../../commit/transact';
import { channelsSetUp } from '../../send/channels';
import { configuration } from '../../store/configuration';
import { toStored } from '../../store/instants';
import { refusal } from '../refusal';
import { ownContact, type Sent } from './ownContact';

/** Saves how the sender is reached; what could wake nobody is refused with what to mend. */
export async function saveNotificationRules({ rules: sentRules, quietHours }: Sent<'saveNotificationRules'>, sender: Person): Promise<CommandAnswer> {
  const rules = tidied(sentRules);
  const slow = await transact(async (transaction) => {
    const { contact, ref } = await ownContact(transaction, sender.id);
    const reach = reachOf(contact, channelsSetUp());
    // Judged as they were sent: the fields that are named are those of the sender's list.
    const problems = ruleProblems(sentRules, reach);
    if (problems.length > 0) throw refusal('invalid', problems, problems[0]?.message);
    transaction.set(ref, toStored({ ...contact, rules, quietHours }));
    return isSlow(rules, reach);
  });
  await configuration(true);
  return { outcome: 'done', code: 'saveNotificationRules', message: slow ? 'Saved. Nothing wakes you in the first minute of a high-urgency page.' : 'Saved. New pages go by it.' };
}
