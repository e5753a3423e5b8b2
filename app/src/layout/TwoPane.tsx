import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { Outlet, useMatch } from 'react-router-dom';
import { Skeleton } from '../ui';
import { IsBeside } from '../ui/pane';
import { useWide } from './useWide';

/** A list and its detail: side by side where there is room, one after the other on a phone. `root` is the list's own path. */
export function TwoPane({ root, list, nothing }: { root: string; list: ReactNode; nothing: string }) {
  const wide = useWide();
  const atRoot = useMatch(root) !== null;
  if (!wide) return atRoot ? list : <Suspense fallback={<Skeleton />}><Outlet /></Suspense>;
  return (
    <div className="panes">
      <div className="pane pane-list"><IsBeside value>{list}</IsBeside></div>
      <div className="pane pane-detail">
        {atRoot ? <main><p className="pane-nothing">{nothing}</p></main> : <Suspense fallback={<Skeleton />}><Outlet /></Suspense>}
      </div>
    </div>
  );
}
