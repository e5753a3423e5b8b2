import type { Followed, Way } from '#domain/update/subscription';
import type { Live } from '../../live/live';
import { known } from '../../live/live';
import { subscriptionOf } from '../../live/subscription';
import { useOwnContact } from '../../live/contact';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { useDeployment } from '../contact/useDeployment';

export type Ways = {
  /** What this Rouse can send by. */
  setUp: Readonly<Record<Way, boolean>>;
  /** Where mail goes: what one signs in with. */
  address: string;
  /** Whether a device of theirs takes pushes; null: not known. */
  hasPush: boolean | null;
  /** What is offered to somebody who has chosen nothing yet. */
  usual: Way[];
};

/** What the signed-in person follows, and by what they can be told. */
export function useFollowing(): { live: Live<unknown>; followed: Followed | undefined; ways: Ways } {
  const { userId, email } = usePerson();
  const live = useLive(subscriptionOf(userId));
  const subscription = known(live);
  const contact = known(useOwnContact());
  const { channels } = useDeployment();
  const hasPush = contact === undefined ? null : (contact?.devices ?? []).some(({ pushToken, permission }) => pushToken !== null && permission === 'granted');
  const setUp = { push: true, email: channels.email };
  const usual: Way[] = [...(setUp.email ? ['email' as const] : []), ...(hasPush === true || !setUp.email ? ['push' as const] : [])];
  return { live, followed: subscription === undefined ? undefined : followedIn(subscription), ways: { setUp, address: email, hasPush, usual } };
}

/** What somebody who never chose anything follows: nothing. */
function followedIn(subscription: Followed | null): Followed {
  const { services, incidents, by } = subscription ?? { services: [], incidents: [], by: [] };
  return { services, incidents, by };
}
