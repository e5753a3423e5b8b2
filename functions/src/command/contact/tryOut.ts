import { Timestamp } from 'firebase-admin/firestore';
import type { CommandAnswer } from '#domain/command/answer';
import type { PersonalChannel } from '#domain/contact/notificationRule';
import { Contact, type Person } from '#domain/people/person';
import { channelsSetUp } from '../../send/channels';
import { sendTest } from '../../send/notice';
import { HOUR } from '#domain/time/instant';
import { at, read } from '../../store/documents';
import { ask } from '../../store/queries';
import { refusal } from '../refusal';
import type { Sent } from './ownContact';

/** Sends a test page by one channel; to a method only once it is verified. */
export async function testContactMethod({ channel, methodId, commandId }: Sent<'testContactMethod'>, sender: Person): Promise<CommandAnswer> {
  const contact = read(Contact, await at.contact(sender.id).get());
  if (contact === undefined) throw refusal('no-such-person');
  if (!channelsSetUp()[channel]) throw refusal('channel-not-set-up', [{ path: 'channel', message: 'is not set up in this Rouse' }]);
  const problem = problemOf(channel, methodId, contact);
  if (problem !== undefined) throw refusal(problem.code, [{ path: 'methodId', message: problem.message }], problem.message);
  await refuseTooMany(channel, commandId, sender);
  const notificationId = await sendTest(sender, commandId, channel, methodId);
  return { outcome: 'done', code: 'testContactMethod', message: 'A test page is on its way.', notificationId };
}

/** SMS, calls and mails cost the team money. */
const mostTestsAnHour = 10;

async function refuseTooMany(channel: PersonalChannel, commandId: string, sender: Person): Promise<void> {
  if (channel === 'push') return;
  const { docs } = await ask('notificationsOfPerson', [sender.id]).endAt(Timestamp.fromMillis(Date.now() - HOUR)).limit(200).get();
  const tests = docs.filter((one) => one.get('kind') === 'test' && one.get('channel') !== 'push' && one.get('cause') !== commandId);
  if (tests.length >= mostTestsAnHour) throw refusal('too-many-codes', [{ path: 'channel', message: 'Ten tests an hour are the most.' }], 'Ten tests an hour are the most.');
}

function problemOf(channel: PersonalChannel, methodId: string | null, { methods }: Contact): { code: 'invalid' | 'no-such-method'; message: string } | undefined {
  if (channel === 'push') return methodId === null ? undefined : { code: 'invalid', message: 'A push goes to your devices, not to a contact method.' };
  const method = methods.find(({ id }) => id === methodId);
  if (method === undefined) return { code: 'no-such-method', message: 'Choose one of your contact methods.' };
  if (method.kind !== (channel === 'email' ? 'email' : 'phone')) {
    return { code: 'invalid', message: channel === 'email' ? 'An e-mail needs an e-mail address.' : 'This needs a phone number.' };
  }
  return method.verifiedAt === null ? { code: 'invalid', message: 'Verify it first: nothing but its code is sent to it before.' } : undefined;
}
