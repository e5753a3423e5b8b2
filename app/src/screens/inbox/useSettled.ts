import { useCallback, useEffect, useRef, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { settle } from './order';
import type { Standing } from './order';

/** How long rows keep still after the finger has left them, in ms: the time in which one looks for where to tap next. */
const AFTERWARDS = 1_200;
/** Scrolled further than this, in px, the top is out of sight and nothing may push it down. */
const SCROLLED = 24;

/** Keeps rows still while they are touched or scrolled. `hold` goes on the list; `release` lets the newcomers in. */
export function useSettled(fresh: readonly Incident[]): Standing & {
  release: () => void; onScroll: (top: number) => void;
  hold: { onPointerDown: () => void; onPointerUp: () => void; onPointerCancel: () => void };
} {
  const [touched, setTouched] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  const [shown, setShown] = useState<readonly Incident[]>(fresh);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = touched || scrolled;
  if (!held && shown !== fresh) setShown(fresh);
  useEffect(() => () => clearTimeout(timer.current), []);

  const letGo = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTouched(false), AFTERWARDS);
  }, []);
  return {
    ...settle(shown, fresh, held),
    onScroll: useCallback((top: number) => setScrolled(top > SCROLLED), []),
    release: useCallback(() => { setTouched(false); setScrolled(false); }, []),
    hold: {
      onPointerDown: () => { clearTimeout(timer.current); setTouched(true); },
      onPointerUp: letGo, onPointerCancel: letGo,
    },
  };
}
