/** Where a finger on a row stands. `spent`: it has done what it can do; until it is lifted nothing else happens. */
export type Swipe =
  | { state: 'idle' }
  | { state: 'pressed'; x: number; y: number }
  | { state: 'swiping'; from: number; offset: number; armed: Side | null }
  | { state: 'spent' };
export type Side = 'right' | 'left';

export type SwipeEvent =
  | { type: 'down'; x: number; y: number }
  | { type: 'move'; x: number; y: number }
  | { type: 'up' }
  /** The browser took the finger for scrolling, or Escape was pressed. */
  | { type: 'cancel' }
  /** Rested for `HOLD_FOR`. */
  | { type: 'rested' };

/** What this row may do now. */
export type May = { right: boolean; left: boolean; select: boolean };
export type SwipeEffect = 'none' | 'armed' | 'disarmed' | 'right' | 'left' | 'select';

/** How long a finger rests to begin a selection, in ms. */
export const HOLD_FOR = 500;
/** How far a finger goes before its direction counts, and how far a swipe goes to do something, in px. */
const SLOP = 12;
export const REACH = 96;
/** What leads nowhere gives way a little, so that one feels that there is nothing. */
const RESISTANCE = 0.2;

const idle: Swipe = { state: 'idle' };

/**
 * One step of a finger on a row. Mostly upright moves are scrolling and leave the row alone; a sideways one drags it, and beyond `REACH` lifting the finger does
 * it. Dragging back takes it back.
 */
export function swiped(swipe: Swipe, event: SwipeEvent, may: May): { swipe: Swipe; effect: SwipeEffect } {
  switch (event.type) {
    case 'down': return { swipe: { state: 'pressed', x: event.x, y: event.y }, effect: 'none' };
    case 'cancel': return { swipe: idle, effect: 'none' };
    case 'rested': return swipe.state === 'pressed' && may.select ? { swipe: { state: 'spent' }, effect: 'select' } : { swipe, effect: 'none' };
    case 'up': return { swipe: idle, effect: swipe.state === 'swiping' ? (swipe.armed ?? 'none') : 'none' };
    case 'move': return moved(swipe, event, may);
    default: return event satisfies never;
  }
}

function moved(swipe: Swipe, { x, y }: { x: number; y: number }, may: May): { swipe: Swipe; effect: SwipeEffect } {
  switch (swipe.state) {
    case 'idle': case 'spent': return { swipe, effect: 'none' };
    case 'pressed': {
      const [sideways, upright] = [Math.abs(x - swipe.x), Math.abs(y - swipe.y)];
      if (sideways < SLOP && upright < SLOP) return { swipe, effect: 'none' };
      if (sideways < upright * 1.5 || (!may.right && !may.left)) return { swipe: idle, effect: 'none' };
      // From where it began to count, so that the row does not jump by the slop.
      return moved({ state: 'swiping', from: swipe.x + Math.sign(x - swipe.x) * SLOP, offset: 0, armed: null }, { x, y }, may);
    }
    case 'swiping': {
      const distance = x - swipe.from;
      const side: Side = distance > 0 ? 'right' : 'left';
      const armed = may[side] && Math.abs(distance) >= REACH ? side : null;
      const offset = may[side] ? distance : distance * RESISTANCE;
      return { swipe: { ...swipe, offset, armed }, effect: armed === swipe.armed ? 'none' : armed === null ? 'disarmed' : 'armed' };
    }
    default: return swipe satisfies never;
  }
}
