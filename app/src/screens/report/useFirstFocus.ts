import { useEffect } from 'react';
import type { RefObject } from 'react';

/**
 * Puts the cursor into the first field of a form as soon as it is laid out. `autofocus` comes too early: what scrolls is Ionic's element, which shows
 * what is in it a moment after React has put it there, and what is not shown takes no focus.
 */
export function useFirstFocus(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const field = form.current?.querySelector('input');
    if (!field) return undefined;
    const observer = new ResizeObserver(() => {
      if (field.offsetWidth === 0) return;
      observer.disconnect();
      field.focus({ preventScroll: true });
    });
    observer.observe(field);
    return () => observer.disconnect();
  }, [form]);
}
