import { useState } from 'react';
import type { CSSProperties, PointerEvent as ReactPointerEvent, RefObject } from 'react';

type Drag = { from: number; to: number; startY: number; by: number; heights: number[]; tops: number[] };

/** How far the other rows make room: the gap of the list, in px. */
const GAP = 12;

/** Reorders a list by its handles: the row follows the finger, the others make room, and `onMove` hears where it was let go. */
export function useDragOrder(list: RefObject<HTMLOListElement | null>, onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);

  const begin = (at: number, event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: at, to: at, startY: event.clientY, by: 0, heights: rows.map(({ height }) => height), tops: rows.map(({ top }) => top) });
  };
  const follow = (event: ReactPointerEvent<HTMLElement>) => {
    if (drag === null) return;
    const by = event.clientY - drag.startY;
    const middle = (index: number) => (drag.tops[index] ?? 0) + (drag.heights[index] ?? 0) / 2;
    // A row gives way as soon as the dragged one's edge has passed its middle.
    const top = (drag.tops[drag.from] ?? 0) + by;
    const bottom = top + (drag.heights[drag.from] ?? 0);
    const to = drag.tops.filter((_, index) => index !== drag.from && (index < drag.from ? middle(index) < top : middle(index) < bottom)).length;
    setDrag({ ...drag, by, to });
  };
  const drop = () => {
    if (drag && drag.to !== drag.from) onMove(drag.from, drag.to);
    setDrag(null);
  };
  return {
    dragged: drag?.from ?? null,
    handle: (at: number) => ({
      onPointerDown: (event: ReactPointerEvent<HTMLElement>) => begin(at, event), onPointerMove: follow, onPointerUp: drop, onPointerCancel: () => setDrag(null),
    }),
    styleOf: (at: number): CSSProperties | undefined => {
      if (drag === null) return undefined;
      if (at === drag.from) return { transform: `translateY(${drag.by}px)` };
      const room = (drag.heights[drag.from] ?? 0) + GAP;
      if (at > drag.from && at <= drag.to) return { transform: `translateY(${-room}px)` };
      return at < drag.from && at >= drag.to ? { transform: `translateY(${room}px)` } : undefined;
    },
  };
}
