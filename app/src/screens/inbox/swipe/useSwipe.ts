import { useEffect, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { HOLD_FOR, swiped } from './swipe';
import type { May, Swipe, SwipeEffect, SwipeEvent } from './swipe';

/** A short tick in the hand, where the platform has it. Chromium refuses it, and says so as an error, before the page was touched. */
export function tick(): void {
  if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(12);
}

/** The platforms' own gesture of going back begins this near to the edge, in px. */
const EDGE = 20;

/**
 * Makes an element a row that is dragged sideways or held. Written straight to the element: a finger moves sixty times a second, and nothing else on the screen
 * depends on where it is. `--swipe` is the offset, `data-swipe` the side, `data-armed` whether lifting the finger acts.
 */
export function useSwipe({ may, onEffect }: { may: May; onEffect: (effect: 'right' | 'left' | 'select') => void }) {
  const swipe = useRef<Swipe>({ state: 'idle' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const swallow = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const take = (element: HTMLElement, event: SwipeEvent): SwipeEffect => {
    const next = swiped(swipe.current, event, may);
    swipe.current = next.swipe;
    if (next.swipe.state !== 'pressed') clearTimeout(timer.current);
    // What a drag or a long press began must not end as a tap on the link.
    if (next.swipe.state === 'swiping' || next.swipe.state === 'spent') swallow.current = true;
    show(element, next.swipe);
    if (next.effect === 'armed' || next.effect === 'select') tick();
    if (next.effect === 'right' || next.effect === 'left' || next.effect === 'select') onEffect(next.effect);
    return next.effect;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      swallow.current = false;
      if (!event.isPrimary || event.button !== 0 || (event.pointerType === 'touch' && event.clientX < EDGE)) return;
      const element = event.currentTarget;
      take(element, { type: 'down', x: event.clientX, y: event.clientY });
      timer.current = setTimeout(() => take(element, { type: 'rested' }), HOLD_FOR);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (swipe.current.state === 'idle' || !event.isPrimary) return;
      const { currentTarget: element, pointerId } = event;
      take(element, { type: 'move', x: event.clientX, y: event.clientY });
      // A mouse may leave the row while it drags.
      if (swipe.current.state === 'swiping' && !element.hasPointerCapture(pointerId)) element.setPointerCapture(pointerId);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => { take(event.currentTarget, { type: 'up' }); },
    // A mouse that leaves the row before it drags it has pressed nothing; a finger never leaves, and what is dragged is captured.
    onPointerLeave: (event: PointerEvent<HTMLElement>) => { take(event.currentTarget, { type: 'cancel' }); },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => { take(event.currentTarget, { type: 'cancel' }); },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => { if (event.key === 'Escape') take(event.currentTarget, { type: 'cancel' }); },
    onClickCapture: (event: MouseEvent<HTMLElement>) => {
      if (!swallow.current) return;
      swallow.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      // A finger that rests on a link opens the browser's menu over the selection that it has begun; a mouse's menu stays.
      if (swipe.current.state === 'spent' || (swipe.current.state === 'pressed' && may.select && !isMouse(event))) event.preventDefault();
    },
  };
}

const isMouse = ({ nativeEvent }: MouseEvent): boolean => 'pointerType' in nativeEvent && nativeEvent.pointerType === 'mouse';

function show(element: HTMLElement, swipe: Swipe): void {
  if (swipe.state !== 'swiping') {
    element.style.removeProperty('--swipe');
    delete element.dataset.swipe;
    delete element.dataset.armed;
    return;
  }
  element.style.setProperty('--swipe', `${swipe.offset}px`);
  element.dataset.swipe = swipe.offset > 0 ? 'right' : 'left';
  if (swipe.armed === null) delete element.dataset.armed;
  else element.dataset.armed = swipe.armed;
}
