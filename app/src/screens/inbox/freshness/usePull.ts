import { useRef, useState } from 'react';
import type { TouchEvent } from 'react';
import { tick } from '../swipe/useSwipe';

/** How far a finger pulls the list down before it counts, and before letting go looks again, in px. */
const SHOWN_AT = 32;
const READY_AT = 96;

export type Pull = 'idle' | 'pulling' | 'ready' | 'looking';

/** Pulling the list down at its top looks again. The list itself stays where it is: what pulling does is said above it. `isAtTop` is asked when the finger comes down. */
export function usePull(isAtTop: () => boolean, look: () => Promise<void>) {
  const [pull, setPull] = useState<Pull>('idle');
  const from = useRef<{ x: number; y: number } | null>(null);
  const begin = async () => {
    setPull('looking');
    await look();
    setPull('idle');
  };
  return {
    pull,
    lookAgain: () => { if (pull !== 'looking') void begin(); },
    touch: {
      onTouchStart: ({ touches }: TouchEvent) => {
        const finger = touches[0];
        from.current = touches.length === 1 && finger && isAtTop() ? { x: finger.clientX, y: finger.clientY } : null;
      },
      onTouchMove: ({ touches }: TouchEvent) => {
        const finger = touches[0];
        if (!finger || from.current === null || pull === 'looking') return;
        const down = finger.clientY - from.current.y;
        // A row that is swiped is not a list that is pulled.
        if (Math.abs(finger.clientX - from.current.x) > Math.max(down, SHOWN_AT)) from.current = null;
        const next = from.current === null || down < SHOWN_AT ? 'idle' : down < READY_AT ? 'pulling' : 'ready';
        if (next === 'ready' && pull !== 'ready') tick();
        if (next !== pull) setPull(next);
      },
      onTouchEnd: () => {
        from.current = null;
        if (pull === 'ready') void begin();
        else if (pull === 'pulling') setPull('idle');
      },
      onTouchCancel: () => {
        from.current = null;
        if (pull !== 'looking') setPull('idle');
      },
    },
  };
}
