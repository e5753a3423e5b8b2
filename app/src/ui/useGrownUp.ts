import { useEffect, useState } from 'react';

/** How long a guarded control ignores touches after it appeared, in ms. */
export const GROWING_UP = 600;

/** Whether this control has been on the screen long enough to be meant. Ungated controls always have. */
export function useGrownUp(guarded: boolean): boolean {
  const [grownUp, setGrownUp] = useState(!guarded);
  useEffect(() => {
    if (grownUp) return undefined;
    const timer = setTimeout(() => setGrownUp(true), GROWING_UP);
    return () => clearTimeout(timer);
  }, [grownUp]);
  return grownUp;
}
