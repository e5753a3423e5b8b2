import { useCallback, useEffect, useRef, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { settle } from './order';
import type { Standing } from './order';

/** How long rows keep still after the finger has left them, in ms: the time in which one looks for where to tap next. */
const AFTERWARDS = 1_200;
/** Scrolled further than this, in px, the top is out of sight and nothing may push it down. */
const SCROLLED = 24;

/**
 * Keeps rows still while they are touched or scrolled. `hold` goes on the list; `release` lets the newcomers in. `view` names what the list is of: another
 * view (a segment, a filter, a search) was asked for, so its rows come at once.
 */
export function useSettled(fresh: readonly Incident[], view: string): Standing & {
  release: () => void; onScroll: (top: number) => void;
  hold: { onPointerDown: () => void; onPointerUp: () => void; onPointerCancel: () => void; onPointerLeave: () => void };
} {
  const [touched, setTouched] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  const [last, setLast] = useState({ view, shown: fresh });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const another = last.view !== view;
  const held = !another && (touched || scrolled);
  if (!held && (another || last.shown !== fresh)) setLast({ view, shown: fresh });
  useEffect(() => () => clearTimeout(timer.current), []);

  const letGo = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTouched(false), AFTERWARDS);
  }, []);
  return {
    ...settle(last.shown, fresh, held),
    onScroll: useCallback((top: number) => setScrolled(top > SCROLLED), []),
    release: useCallback(() => { setTouched(false); setScrolled(false); }, []),
    hold: {
      onPointerDown: () => { clearTimeout(timer.current); setTouched(true); },
      onPointerUp: letGo, onPointerCancel: letGo, onPointerLeave: letGo,
    },
  };
}
