import { createContext, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { tokenOf } from '../../commands/byToken';

/** The token for the screen that a tapped notification opened; the gate, which the address reaches first, provides it. */
export const PageToken = createContext<string | null>(null);

/** The page token that opened this screen, taken out of the address at once: it must not end up in a bookmark or a screenshot. */
export function usePageToken(): string | null {
  const { hash, pathname, search } = useLocation();
  const navigate = useNavigate();
  const arriving = tokenOf(hash);
  const [held, hold] = useState<{ token: string; pathname: string } | null>(null);
  if (arriving !== null && held?.token !== arriving) hold({ token: arriving, pathname });
  useEffect(() => {
    if (arriving !== null) void navigate({ pathname, search, hash: '' }, { replace: true });
  }, [arriving, navigate, pathname, search]);
  return held?.pathname === pathname ? held.token : arriving;
}
