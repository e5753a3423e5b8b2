import { useEffect, useState } from 'react';
import { startCommands } from './commands/commandQueue';
import { startDevice, UpdateBar } from './device';
import { Accompanying } from './layout/Accompanying';
import { fetchAhead } from './layout/fetchAhead';
import { person } from './live/people';
import { known } from './live/live';
import { useLive } from './live/useLive';
import { learn } from './session/session';
import type { SignedIn } from './session/session';
import { useSession } from './session/useSession';

const alarmOverlay = () => import('./screens/alarm/AlarmOverlay');

/** What accompanies every screen once somebody is signed in: the device that rings, the queue, the alarm, news of the app itself. */
export default function Companion() {
  const session = useSession();
  return (
    <>
      <UpdateBar />
      {session.state === 'signedIn' && session.confirmed ? <SignedInCompanion key={session.person.userId} session={session} /> : null}
    </>
  );
}

function SignedInCompanion({ session }: { session: SignedIn }) {
  const { userId, role } = session.person;
  const isMember = role !== 'stakeholder';
  const document = known(useLive(isMember ? person(userId) : null));
  useEffect(() => startCommands(), []);
  useEffect(() => (isMember ? fetchAhead() : undefined), [isMember]);
  // The device follows the account, not every change of its name: this component is keyed by the account.
  const [begunWith] = useState(session);
  useEffect(() => startDevice(begunWith), [begunWith]);
  useEffect(() => { if (document) void learn(document); }, [document]);
  return isMember ? <Accompanying load={alarmOverlay} /> : null;
}
