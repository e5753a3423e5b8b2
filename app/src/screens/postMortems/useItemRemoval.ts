import { useEffect, useRef, useState } from 'react';
import type { ActionItem } from '#domain/postMortem/postMortem';

/** How long a removed item can be had back, in ms. */
const UNDO_FOR = 6_000;

export type Removal = {
  /** The item that can still be had back. */
  item: ActionItem | null;
  /** The ids that are not shown any more: of it, and of those that are being removed. */
  hidden: readonly string[];
  remove: (item: ActionItem) => void; undo: () => void;
};

/**
 * An item that is gone from the screen and not yet from the post-mortem: it is removed (`onRemove` answers whether that went well) when its time to undo is over, when another is
 * removed, or when the screen is left. So an undo brings back the very item, with who did it and when.
 */
export function useItemRemoval(onRemove: (itemId: string) => Promise<boolean>): Removal {
  const [item, setItem] = useState<ActionItem | null>(null);
  const [hidden, hide] = useState<readonly string[]>([]);
  const waiting = useRef<{ itemId: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(onRemove);
  useEffect(() => { latest.current = onRemove; });
  const show = (itemId: string) => hide((ids) => ids.filter((id) => id !== itemId));

  const finish = () => {
    const ended = waiting.current;
    if (ended === null) return;
    clearTimeout(ended.timer);
    waiting.current = null;
    setItem(null);
    void latest.current(ended.itemId).then((isGone) => { if (!isGone) show(ended.itemId); });
  };
  const finishLatest = useRef(finish);
  useEffect(() => { finishLatest.current = finish; });
  // On leaving: what was taken away stays away.
  useEffect(() => () => finishLatest.current(), []);
  return {
    item, hidden,
    remove: (next) => {
      finish();
      setItem(next);
      hide((ids) => [...ids, next.id]);
      waiting.current = { itemId: next.id, timer: setTimeout(() => finishLatest.current(), UNDO_FOR) };
    },
    undo: () => {
      const undone = waiting.current;
      if (undone === null) return;
      clearTimeout(undone.timer);
      waiting.current = null;
      setItem(null);
      show(undone.itemId);
    },
  };
}
