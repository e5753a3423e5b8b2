import { useEffect, useRef, useState } from 'react';
import type { Task } from '#domain/incident/parts';

/** How long a removed task can be had back, in ms. */
const UNDO_FOR = 6_000;

export type Removal = {
  /** The task that can still be had back. */
  task: Task | null;
  /** The ids that are not shown any more: of it, and of those that are being removed. */
  hidden: readonly string[];
  remove: (task: Task) => void; undo: () => void;
};

/**
 * A task that is gone from the screen and not yet from the incident: it is removed (`onRemove` answers whether that went well) when its time to undo is over, when another is
 * removed, or when the screen is left. So an undo brings back the very task, with who did it and when.
 */
export function useRemoval(onRemove: (taskId: string) => Promise<boolean>): Removal {
  const [task, setTask] = useState<Task | null>(null);
  const [hidden, hide] = useState<readonly string[]>([]);
  const waiting = useRef<{ taskId: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(onRemove);
  useEffect(() => { latest.current = onRemove; });
  const show = (taskId: string) => hide((ids) => ids.filter((id) => id !== taskId));

  const finish = () => {
    const ended = waiting.current;
    if (ended === null) return;
    clearTimeout(ended.timer);
    waiting.current = null;
    setTask(null);
    void latest.current(ended.taskId).then((isGone) => { if (!isGone) show(ended.taskId); });
  };
  const finishLatest = useRef(finish);
  useEffect(() => { finishLatest.current = finish; });
  // On leaving: what was taken away stays away.
  useEffect(() => () => finishLatest.current(), []);
  return {
    task, hidden,
    remove: (next) => {
      finish();
      setTask(next);
      hide((ids) => [...ids, next.id]);
      waiting.current = { taskId: next.id, timer: setTimeout(() => finishLatest.current(), UNDO_FOR) };
    },
    undo: () => {
      const undone = waiting.current;
      if (undone === null) return;
      clearTimeout(undone.timer);
      waiting.current = null;
      setTask(null);
      show(undone.taskId);
    },
  };
}
