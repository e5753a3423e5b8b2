import type { Incident } from '#domain/incident/incident';
import { isMember, type Person } from '#domain/people/person';

/** Somebody who can be given a role or a task; `detail`: what they do here already. */
export type PersonToChoose = { userId: string; name: string; detail: string };

/** Everybody who may act, the reader first, then those who are in the incident; `typed` narrows by name, `without` leaves out. */
export function peopleToChoose(people: Readonly<Record<string, Person>>, incident: Pick<Incident, 'responders'>, userId: string, typed: string, without: readonly string[]): PersonToChoose[] {
  const wanted = typed.trim().toLowerCase();
  const states = new Map(incident.responders.map((responder) => [responder.userId, responder.state]));
  const weight = (person: Person) => (person.id === userId ? 0 : states.has(person.id) ? 1 : 2);
  return Object.values(people)
    .filter((person) => isMember(person) && !without.includes(person.id) && person.name.toLowerCase().includes(wanted))
    .sort((a, b) => weight(a) - weight(b) || a.name.localeCompare(b.name))
    .map((person) => ({ userId: person.id, name: person.id === userId ? `${person.name} (you)` : person.name, detail: states.get(person.id) ?? '' }));
}
