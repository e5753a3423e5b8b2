import { Suspense } from 'react';
import { BrowserRouter } from 'react-router-dom';
import { Accompanying } from './layout/Accompanying';
import { useSettledDown } from './layout/useSettledDown';
import { Places } from './Places';
import { useSession } from './session/useSession';
import { Skeleton } from './ui';
import { App as Frame } from './ui/ionic';
import { ToastLine } from './ui/ToastLine';

const companion = () => import('./Companion');

/** The whole app: the route table, and what is there on every screen. */
export function App() {
  const session = useSession();
  const settledDown = useSettledDown();
  // Whoever is signed in may be paged this second; for anybody else the first screen comes first.
  const accompanied = settledDown || (session.state === 'signedIn' && session.confirmed);
  return (
    <Frame>
      <BrowserRouter>
        <Suspense fallback={<main><Skeleton rows={4} label="Opening" /></main>}><Places /></Suspense>
        {accompanied ? <Accompanying load={companion} /> : null}
      </BrowserRouter>
      <ToastLine />
    </Frame>
  );
}
