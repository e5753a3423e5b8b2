import { useEffect, useRef } from 'react';

/** How long a guarded control ignores touches after it appeared, in ms. */
export const GROWING_UP = 600;

/** Answers whether this control has been on the screen long enough to be meant. Ungated controls always have. */
export function useGrownUp(guarded: boolean): () => boolean {
  const shownAt = useRef<number | null>(null);
  useEffect(() => { shownAt.current = performance.now(); }, []);
  return () => !guarded || (shownAt.current !== null && performance.now() - shownAt.current >= GROWING_UP);
}
