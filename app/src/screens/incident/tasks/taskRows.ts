import type { Task } from '#domain/incident/parts';
import { HOUR, MINUTE } from '#domain/time/instant';
import { durationWords, whenWords } from '#domain/time/words';

/** The open tasks, the one that is due first on top and those without a time last; the done ones, the newest first. */
export function tasksInOrder(tasks: readonly Task[]): { open: Task[]; done: Task[] } {
  const due = ({ dueAt }: Task) => dueAt ?? Infinity;
  const byDue = (a: Task, b: Task) => (due(a) === due(b) ? a.addedAt - b.addedAt : due(a) - due(b));
  return {
    open: tasks.filter(({ doneAt }) => doneAt === null).sort(byDue),
    done: tasks.filter(({ doneAt }) => doneAt !== null).sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0)),
  };
}

/** Who is to do it and by when: "Sam · due in 20 min", "Nobody yet · 12 min overdue", "Done by Sam at 03:12". Times in ms since epoch, `now` by the whole minute. */
export function taskWords(task: Task, reader: { userId: string; zone: string }, now: number): { words: string; isOverdue: boolean } {
  const { owner, dueAt, doneAt, doneBy } = task;
  if (doneAt !== null) return { words: `Done${doneBy === null ? '' : ` by ${doneBy}`} at ${whenWords(doneAt, now, reader.zone)}`, isOverdue: false };
  const who = owner === null ? 'Nobody yet' : owner.userId === reader.userId ? 'You' : owner.name;
  if (dueAt === null) return { words: who, isOverdue: false };
  return { words: `${who} · ${dueWords(dueAt, now, reader.zone)}`, isOverdue: now >= dueAt + MINUTE };
}

function dueWords(dueAt: number, now: number, zone: string): string {
  const left = dueAt - now;
  if (left <= -MINUTE) return `${durationWords(-left - (-left % MINUTE))} overdue`;
  if (left < MINUTE) return 'due now';
  return left < HOUR + MINUTE ? `due in ${durationWords(left - (left % MINUTE))}` : `due ${whenWords(dueAt, now, zone)}`;
}
