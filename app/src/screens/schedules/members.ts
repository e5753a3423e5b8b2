import { isMember } from '#domain/people/person';
import type { Person } from '#domain/people/person';

/** Who can be on call, by name. `also`: people who are chosen already stay choosable, whatever became of them. */
export function membersOf(people: Readonly<Record<string, Person>>, also: readonly string[] = []): Person[] {
  return Object.values(people).filter((person) => isMember(person) || also.includes(person.id)).sort((a, b) => a.name.localeCompare(b.name));
}
