import type { Person, Role, Team } from '#domain/people/person';
import { people as everyPerson, teams as everyTeam } from '../../live/people';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import type { ReadFailure } from '../../words/errors';

/** Everybody and every team; what a stakeholder is not told is denied without asking. */
export type Directory =
  | { state: 'loading' }
  | { state: 'failed'; reason: ReadFailure }
  | { state: 'known'; people: Person[]; teams: Team[]; unreadable: number; mayChange: boolean };

export function useDirectory(): Directory {
  const { role } = usePerson();
  const isMember = role !== 'stakeholder';
  const people = useLive(isMember ? everyPerson : null);
  const teams = useLive(isMember ? everyTeam : null);
  if (!isMember) return { state: 'failed', reason: 'denied' };
  if (people.state === 'failed') return { state: 'failed', reason: people.reason };
  const all = known(people);
  if (!all || people.state === 'loading' || teams.state === 'loading') return { state: 'loading' };
  // A list of teams that can't be read leaves the people readable.
  return { state: 'known', people: inOrder(all), teams: inOrder(known(teams) ?? []), unreadable: people.unreadable, mayChange: role === 'admin' };
}

/** By name; whoever was deactivated comes last. */
export function inOrder<T extends { name: string; active?: boolean }>(all: readonly T[]): T[] {
  return [...all].sort((a, b) => Number(b.active ?? true) - Number(a.active ?? true) || a.name.localeCompare(b.name));
}

export const roleNames: Record<Role, string> = { admin: 'Admin', responder: 'Responder', stakeholder: 'Stakeholder' };
export const roleMeanings: Record<Role, string> = {
  admin: 'Is paged, and changes people and configuration.',
  responder: 'Is paged, and acts on incidents.',
  stakeholder: 'Reads incidents and may report one. Is never paged.',
};
