import { lazy, Suspense } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { Task } from '#domain/incident/parts';
import { usePerson } from '../../../session/useSession';
import { Card, Icon, QuietAction, useMinute } from '../../../ui';
import { useOpening } from '../useOpening';
import { useSending } from '../useSending';
import { tasksInOrder, taskWords } from './taskRows';
import { useRemoval } from './useRemoval';
import './tasks.css';

const TaskSheet = lazy(() => import('./TaskSheet'));

/** What is to be done in this incident, by whom and until when: ticked by a tap, changed in a sheet. */
export function Tasks({ incident }: { incident: Incident }) {
  const sheet = useOpening<{ taskId: string | null }>();
  const { sending, send } = useSending();
  const removal = useRemoval((taskId) => send(taskId, { type: 'removeTask', incidentId: incident.id, taskId }));
  const { open, done } = tasksInOrder(incident.tasks.filter(({ id }) => !removal.hidden.includes(id)));
  const tick = (task: Task, isDone: boolean) => { void send(task.id, { type: 'changeTask', incidentId: incident.id, taskId: task.id, done: isDone }); };
  const row = (task: Task) => (
    <li key={task.id}><OneTask task={task} busy={sending === task.id} onTick={(isDone) => tick(task, isDone)} onOpen={() => sheet.show({ taskId: task.id })} /></li>
  );
  return (
    <Card title="Tasks" action={<QuietAction onClick={() => sheet.show({ taskId: null })} data-testid="add-task">Add a task</QuietAction>}>
      <ul className="tasks" data-testid="tasks">{open.map(row)}</ul>
      {removal.task === null ? null : (
        <p className="tasks-removed" role="status"><span>“{removal.task.title}” is removed.</span><QuietAction icon="undo" onClick={removal.undo} data-testid="undo-remove">Undo</QuietAction></p>
      )}
      {done.length === 0 ? null : (
        <details className="tasks-done">
          <summary>{done.length} done</summary>
          <ul className="tasks">{done.map(row)}</ul>
        </details>
      )}
      <Suspense fallback={null}>
        {sheet.about === null ? null : <TaskSheet incident={incident} taskId={sheet.about.taskId} open={sheet.open} onClose={sheet.close} onRemove={removal.remove} />}
      </Suspense>
    </Card>
  );
}

function OneTask({ task, busy, onTick, onOpen }: { task: Task; busy: boolean; onTick: (isDone: boolean) => void; onOpen: () => void }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  const isDone = task.doneAt !== null;
  const { words, isOverdue } = taskWords(task, { userId, zone: timeZone }, now);
  return (
    <div className="task">
      <button type="button" role="checkbox" aria-checked={isDone} aria-label={task.title} aria-busy={busy ? true : undefined} disabled={busy} className="task-tick" onClick={() => onTick(!isDone)} data-testid="tick-task">
        <span className="task-box">{isDone ? <Icon name="check" size={18} /> : null}</span>
      </button>
      <button type="button" className="task-words" onClick={onOpen} data-testid="open-task">
        <span className={isDone ? 'task-title task-title-done' : 'task-title'}>{task.title}</span>
        <span className={`task-detail tabular${isOverdue ? ' task-overdue' : ''}`}>{words}</span>
      </button>
    </div>
  );
}
