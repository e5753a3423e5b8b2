import type { PagingFacts } from '../escalation/targets';
import type { Schedule } from '../oncall/schedule';
import { isMember, type Person } from '../people/person';

/**
 * Something to tell a person outside an incident. `cause` names the reason: told twice with the same cause it is told once. `other`: by a way that is not a
 * push, because the push is what is in doubt. `loud`: worth a sound.
 */
export type Telling = { userId: string; cause: string; title: string; body: string; url: string; channel: 'push' | 'other'; loud: boolean };

/** The app's place for who is on call. */
export const onCallPage = '/on-call';

/** `Ada`, `Ada and Sam`, `Ada, Sam and 2 more`. */
export function listWords(names: readonly string[], most = 3): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** Everybody whom a schedule names, in its order, each once: its people, whether they are on call at any time or not. */
export function peopleOf(schedule: Schedule): string[] {
  return [...new Set([
    ...schedule.layers.flatMap(({ participants }) => participants),
    ...schedule.temporary.flatMap(({ shifts }) => shifts.map(({ userId }) => userId)),
    ...schedule.overrides.flatMap((override) => (override.kind === 'remove' ? [] : [override.addUserId])),
  ])];
}

/** Who is told when somebody on call may not be reachable: the other people of the schedule, without any the admins. */
export function othersOf(schedule: Schedule | undefined, userId: string, { people }: Pick<PagingFacts, 'people'>): Person[] {
  const active = (id: string): Person[] => {
    const person = people[id];
    return person !== undefined && person.id !== userId && isMember(person) ? [person] : [];
  };
  const others = schedule === undefined ? [] : peopleOf(schedule).flatMap(active);
  return others.length > 0 ? others : Object.values(people).filter(({ role }) => role === 'admin').map(({ id }) => id).sort().flatMap(active);
}
