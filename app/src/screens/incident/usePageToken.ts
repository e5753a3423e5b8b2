import { createContext, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { tokenOf } from '../../commands/byToken';

/** The token for the screen that a tapped notification opened; the gate, which the address reaches first, provides it. */
export const PageToken = createContext<string | null>(null);

type Held = { token: string; pathname: string };

// This tab's alone, and gone with it: whoever reloads without a network stands where they stood.
const KEPT = 'rouse.pageToken';

function ofThisTab(): Held | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
    const { token, pathname } = (kept ?? {}) as Partial<Held>; // Written by `keep` of this version or one before it.
    return typeof token === 'string' && typeof pathname === 'string' && tokenOf(`#page=${token}`) !== null ? { token, pathname } : null;
  } catch {
    return null;
  }
}

function keep(held: Held): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(held));
  } catch {
    // Storage is refused here: the token lives in memory alone.
  }
}

/** The page token that opened this screen, taken out of the address at once: it must not end up in a bookmark or a screenshot. */
export function usePageToken(): string | null {
  const { hash, pathname, search } = useLocation();
  const navigate = useNavigate();
  const arriving = tokenOf(hash);
  const [held, hold] = useState<Held | null>(ofThisTab);
  if (arriving !== null && held?.token !== arriving) hold({ token: arriving, pathname });
  useEffect(() => {
    if (arriving === null) return;
    keep({ token: arriving, pathname });
    void navigate({ pathname, search, hash: '' }, { replace: true });
  }, [arriving, navigate, pathname, search]);
  return held?.pathname === pathname ? held.token : arriving;
}
