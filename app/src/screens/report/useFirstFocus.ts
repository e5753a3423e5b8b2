import { useEffect } from 'react';
import type { RefObject } from 'react';

/**
 * Puts the cursor into the first field of `place` as soon as it is laid out, where that is `wanted`. `autofocus` comes too early: what scrolls is Ionic's element, which shows
 * what is in it a moment after React has put it there, and what is not shown takes no focus.
 */
export function useFirstFocus(place: RefObject<HTMLElement | null>, wanted = true): void {
  useEffect(() => {
    const field = wanted ? place.current?.querySelector('input') : null;
    if (!field) return undefined;
    const observer = new ResizeObserver(() => {
      if (field.offsetWidth === 0) return;
      observer.disconnect();
      field.focus({ preventScroll: true });
    });
    observer.observe(field);
    return () => observer.disconnect();
  }, [place, wanted]);
}
