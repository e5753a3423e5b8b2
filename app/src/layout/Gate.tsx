import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { signOut, startSession } from '../session/session';
import { useSession } from '../session/useSession';
import { Empty, Failure, QuietAction, Skeleton } from '../ui';

/** Lets signed-in people through; the others learn where they stand. */
export function Gate() {
  const session = useSession();
  const { pathname } = useLocation();
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
    case 'signedIn': return <Outlet />;
    default: return session satisfies never;
  }
}
