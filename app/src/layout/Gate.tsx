import { lazy } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { PageToken, usePageToken } from '../screens/incident/usePageToken';
import { signOut, startSession } from '../session/session';
import { useSession } from '../session/useSession';
import { Empty, Failure, QuietAction, Skeleton } from '../ui';

const PageByToken = lazy(() => import('../screens/incident/PageByToken'));

/** Lets signed-in people through; the others learn where they stand. */
export function Gate() {
  const session = useSession();
  const { pathname } = useLocation();
  const token = usePageToken();
  // A tapped page can be acknowledged by its token, whatever has become of the session.
  if (token && session.state !== 'signedIn') {
    return <PageByToken token={token} incidentId={pathname.split('/').at(-1) ?? ''} signedOut={session.state === 'signedOut'} />;
  }
  switch (session.state) {
    case 'starting': return <main><Skeleton rows={4} label="Rouse is starting" /></main>;
    case 'failed': return (
      <main>
        <Failure title="Rouse could not start" action={<QuietAction onClick={() => { void startSession(); }}>Try again</QuietAction>}>
          <p>This device has no connection and has not opened Rouse before. Nothing is lost.</p>
        </Failure>
      </main>
    );
    case 'withoutRole': return (
      <main>
        <Empty title="Nobody let you in yet" icon="person" action={<QuietAction onClick={() => { void signOut(); }}>Sign out</QuietAction>}>
          <p>{session.email} has no role here. An admin can invite you.</p>
        </Empty>
      </main>
    );
    case 'signedOut': return <Navigate to="/sign-in" replace state={{ from: pathname }} />;
    case 'signedIn': return <PageToken value={token}><Outlet /></PageToken>;
    default: return session satisfies never;
  }
}
