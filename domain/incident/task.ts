import { isMember, type Person } from '../people/person';
import type { Instant } from '../time/instant';
import type { Decision, Who } from './decision';
import type { Incident } from './incident';
import type { Task } from './parts';
import { andThen, turnOf } from './turn';

/** An incident keeps so many tasks; a list that nobody reads to the end helps nobody. */
export const mostTasks = 40;

type Facts = { people: Readonly<Record<string, Person>> };
type Wanted = { title: string; ownerId: string | null; dueAt: Instant | null };

export function addTask(incident: Incident, id: string, { title, ownerId, dueAt }: Wanted, facts: Facts, now: Instant): Decision {
  if (incident.tasks.length >= mostTasks) return { kind: 'refused', code: 'too-many' };
  const owner = ownerOfTask(ownerId, facts);
  if (owner === undefined) return { kind: 'refused', code: 'no-such-person' };
  const task: Task = { id, title, owner, dueAt, addedAt: now, doneAt: null, doneBy: null };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, tasks: [...incident.tasks, task] }, [{ type: 'task', what: 'added', title, owner: owner?.name ?? null }]) };
}

/** Changes what is named; `done` ticks it off or takes that back. */
export function changeTask(incident: Incident, taskId: string, wanted: Partial<Wanted> & { done?: boolean | undefined }, who: Who, facts: Facts, now: Instant): Decision {
  const before = incident.tasks.find(({ id }) => id === taskId);
  if (before === undefined) return { kind: 'refused', code: 'no-such-task' };
  const owner = wanted.ownerId === undefined ? before.owner : ownerOfTask(wanted.ownerId, facts);
  if (owner === undefined) return { kind: 'refused', code: 'no-such-person' };
  const isDone = wanted.done ?? before.doneAt !== null;
  const done = { doneAt: isDone ? (before.doneAt ?? now) : null, doneBy: isDone ? (before.doneBy ?? who.name) : null };
  const task: Task = { ...before, title: wanted.title ?? before.title, owner, dueAt: wanted.dueAt === undefined ? before.dueAt : wanted.dueAt, ...done };
  // A second tap on "done" must not fill the timeline.
  if (JSON.stringify(task) === JSON.stringify(before)) return { kind: 'unchanged', code: 'already-so' };
  const what = isDone !== (before.doneAt !== null) ? (isDone ? 'done' : 'reopened') : owner?.userId !== before.owner?.userId ? 'assigned' : 'changed';
  const tasks = incident.tasks.map((each) => (each === before ? task : each));
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, tasks }, [{ type: 'task', what, title: task.title, owner: owner?.name ?? null }]) };
}

export function removeTask(incident: Incident, taskId: string): Decision {
  const before = incident.tasks.find(({ id }) => id === taskId);
  if (before === undefined) return { kind: 'unchanged', code: 'already-so' };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, tasks: incident.tasks.filter((each) => each !== before) }, [{ type: 'task', what: 'removed', title: before.title, owner: null }]) };
}

/** null: nobody; undefined: no such person. */
function ownerOfTask(ownerId: string | null, { people }: Facts): Task['owner'] | undefined {
  if (ownerId === null) return null;
  const person = people[ownerId];
  return person === undefined || !isMember(person) ? undefined : { userId: person.id, name: person.name };
}
