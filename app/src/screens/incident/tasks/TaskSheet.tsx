import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { Task } from '#domain/incident/parts';
import { wallTimeAt } from '#domain/time/zone';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../../session/useSession';
import { ChoiceField, Field, Icon, PrimaryAction, QuietAction, Row, Rows, Sheet, useMinute } from '../../../ui';
import { PersonChoice } from '../roles/PersonChoice';
import { useSending } from '../useSending';
import { type DueChoice, dueMinutes, dueOf, nextHour } from './due';

type Props = { incident: Incident; taskId: string | null; open: boolean; onClose: () => void; onRemove: (task: Task) => void };

/** A task with its owner and its time: a new one, or one to change or take away. */
export default function TaskSheet({ taskId, open, onClose, ...rest }: Props) {
  return (
    <Sheet open={open} onClose={onClose} title={taskId === null ? 'Add a task' : 'Task'}>
      {open ? <TaskForm key={taskId ?? 'new'} taskId={taskId} onClose={onClose} {...rest} /> : null}
    </Sheet>
  );
}

type Wrong = { field: 'title' | 'due'; words: string } | null;

function TaskForm({ incident, taskId, onClose, onRemove }: Omit<Props, 'open'>) {
  const { userId, name, timeZone } = usePerson();
  const now = useMinute();
  const { sending, send } = useSending();
  const task = incident.tasks.find(({ id }) => id === taskId) ?? null;
  const [title, setTitle] = useState(task?.title ?? '');
  const [owner, setOwner] = useState(task === null ? { userId, name } : task.owner);
  const before = task?.dueAt ?? null;
  const [due, setDue] = useState<DueChoice>(before === null ? 'none' : 'same');
  const [local, setLocal] = useState(() => (before === null ? nextHour(Date.now(), timeZone) : wallTimeAt(before, timeZone)));
  const [wrong, setWrong] = useState<Wrong>(null);
  const [choosing, setChoosing] = useState(false);
  const incidentId = incident.id;
  if (taskId !== null && task === null) return <p className="sheet-words">Somebody has removed this task meanwhile.</p>;
  if (choosing) return <PersonChoice incident={incident} nobody="Nobody yet" onChoose={(person) => { setOwner(person); setChoosing(false); }} />;

  const save = async () => {
    const words = title.trim();
    if (words === '') { setWrong({ field: 'title', words: 'What is to be done?' }); return; }
    const found = dueOf(due, local, before, timeZone, Date.now());
    if ('problem' in found) { setWrong({ field: 'due', words: found.problem }); return; }
    const wanted = { title: words, ownerId: owner?.userId ?? null, dueAt: found.dueAt };
    const sent = task === null ? await send('save', { type: 'addTask', incidentId, ...wanted }) : await send('save', { type: 'changeTask', incidentId, taskId: task.id, ...wanted });
    if (sent) onClose();
  };
  return (
    <form noValidate className="task-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Field label="What is to be done" value={title} maxLength={160} error={wrong?.field === 'title' ? wrong.words : null} autoComplete="off" onChange={(event) => { setTitle(event.target.value); setWrong(null); }} />
      <Rows label="Who does it"><Row start={<Icon name="person" />} title={owner === null ? 'Nobody yet' : owner.userId === userId ? 'You' : owner.name} detail="Who does it" end="Change" onClick={() => setChoosing(true)} data-testid="task-owner" /></Rows>
      <ChoiceField label="Due" value={due} onChange={(event) => { setDue(dueChoice(event.target.value)); setWrong(null); }}>
        <option value="none">No time</option>
        {before === null ? null : <option value="same">{whenWords(before, now, timeZone)}</option>}
        {dueMinutes.map(([value, words]) => <option key={value} value={value}>{words}</option>)}
        <option value="own">At another time</option>
      </ChoiceField>
      {due === 'own' ? <Field label="Due at" type="datetime-local" value={local} error={wrong?.field === 'due' ? wrong.words : null} hint={`By your clock, ${timeZone.replaceAll('_', ' ')}.`} onChange={(event) => setLocal(event.target.value)} /> : null}
      <div className="sheet-actions">
        <PrimaryAction submit busy={sending !== null} data-testid="save-task">{sending !== null ? 'Saving' : task === null ? 'Add it' : 'Save'}</PrimaryAction>
        {task === null ? null : <QuietAction tone="danger" onClick={() => { onRemove(task); onClose(); }} data-testid="remove-task">Remove it</QuietAction>}
      </div>
    </form>
  );
}

const choices: readonly DueChoice[] = ['none', 'same', 'own', ...dueMinutes.map(([value]) => value)];
const dueChoice = (value: string): DueChoice => choices.find((each) => each === value) ?? 'none';
