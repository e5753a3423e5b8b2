import { getAuth } from 'firebase-admin/auth';
import type { CommandAnswer } from '#domain/command/answer';
import type { Person } from '#domain/people/person';
import { app } from '../../firebase';
import { sha256 } from '../../identity/identity';
import { sendNotice } from '../../send/notice';
import { moveIn, movingIn, newMoveIn } from '../../store/moveIns';
import { refusal } from '../refusal';
import { linkTo } from './link';
import type { Sent } from './ownContact';

/** A link that signs the sender in on a new phone. The token stands behind the `#`, which no server ever sees. */
export async function createMoveIn(sender: Person): Promise<CommandAnswer> {
  const link = linkTo(`/move-in#${await newMoveIn(sender.id, Date.now())}`);
  return { outcome: 'done', code: 'createMoveIn', message: 'Scan this with your new phone. It works once, for five minutes.', link };
}

/** Signs in on the new phone: answers `key`, a custom token of Firebase Authentication. Needs no session. */
export async function redeemMoveIn({ token }: Sent<'redeemMoveIn'>): Promise<CommandAnswer> {
  const moving = await movingIn(token);
  if (moving === undefined) throw refusal('move-in-invalid');
  // Made before the link is used up: a sign-in service that fails costs nobody their link.
  const key = await getAuth(app()).createCustomToken(moving.id);
  const person = await moveIn(token);
  if (person === undefined) throw refusal('move-in-invalid');
  await sendNotice({
    userId: person.id, cause: `moveIn.${sha256(token)}`, title: 'Rouse was opened on another phone', body: 'It is signed in as you. If that was not you, ask an admin to end it.', url: '/devices',
    channel: 'push', methodId: null, loud: false,
  });
  return { outcome: 'done', code: 'redeemMoveIn', message: person.name, key, userId: person.id };
}
