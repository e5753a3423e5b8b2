import { useEffect, useState } from 'react';
import type { PageView } from '#domain/notification/pageView';
import { readPageLook } from '../../../commands/byToken';
import { keptPages } from '../../../sw/keptPages';

/** What this device keeps of a page of this incident, for the ways that need no network; null: nothing, or it has not been looked. */
export function useKeptPage(incidentId: string): PageView | null {
  const [view, setView] = useState<PageView | null>(null);
  useEffect(() => {
    let left = false;
    void keptPages.of(incidentId, Date.now()).then((kept) => { if (!left) setView(readPageLook(kept?.answer)?.page ?? null); });
    return () => { left = true; };
  }, [incidentId]);
  return view;
}
