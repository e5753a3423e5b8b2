import { lazy, Suspense } from 'react';
import { BrowserRouter } from 'react-router-dom';
import { Skeleton } from './ui';
import { App as Frame } from './ui/ionic';
import { ToastLine } from './ui/ToastLine';
import { Places } from './Places';

const Companion = lazy(() => import('./Companion'));

/** The whole app: the route table, and what is there on every screen. */
export function App() {
  return (
    <Frame>
      <BrowserRouter>
        <Suspense fallback={<main><Skeleton rows={4} label="Opening" /></main>}><Places /></Suspense>
        <Suspense fallback={null}><Companion /></Suspense>
      </BrowserRouter>
      <ToastLine />
    </Frame>
  );
}
