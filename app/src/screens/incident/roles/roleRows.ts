import type { Incident } from '#domain/incident/incident';
import { IncidentRole, isShared, type RoleHeld } from '#domain/role/role';
import { HOUR } from '#domain/time/instant';
import { whenWords } from '#domain/time/words';

/** A role and who has it; `held` null: it is proposed, and nobody has it. */
export type RoleRow = { key: string; role: IncidentRole; held: RoleHeld | null; isMine: boolean };

/** The roles that are held or proposed, in the order of the roles; one that several may have takes a row each. */
export function roleRows(held: readonly RoleHeld[], proposed: readonly IncidentRole[], userId: string): RoleRow[] {
  return IncidentRole.options.flatMap((role): RoleRow[] => {
    const all = held.filter((each) => each.role === role);
    if (all.length > 0) return all.map((each) => ({ key: `${role}:${each.userId}`, role, held: each, isMine: each.userId === userId }));
    return proposed.includes(role) ? [{ key: role, role, held: null, isMine: false }] : [];
  });
}

/** The roles that can still be given: those that nobody has, and those that several may have. */
export const rolesToGive = (held: readonly RoleHeld[]): IncidentRole[] =>
  IncidentRole.options.filter((role) => isShared(role) || held.every((each) => each.role !== role));

/** "Sam · deputy Noa · since 03:12"; the reader is "You". */
export function heldWords({ userId, name, deputy, since }: RoleHeld, reader: { userId: string; zone: string }, now: number): string {
  const you = (person: { userId: string; name: string }) => (person.userId === reader.userId ? 'you' : person.name);
  // Roles that an older Rouse wrote have no time.
  const from = since === 0 ? [] : [`since ${whenWords(since, now, reader.zone)}`];
  return [userId === reader.userId ? 'You' : name, ...(deputy === null ? [] : [`deputy ${you(deputy)}`]), ...from].join(' · ');
}

type OfIncident = Pick<Incident, 'severity' | 'status' | 'roles' | 'clocks'>;

/** Whether it is asked who commands: a SEV1 or SEV2, open for an hour (ms since epoch), and nobody does. */
export function lacksCommander({ severity, status, roles, clocks }: OfIncident, now: number): boolean {
  if (status === 'resolved' || (severity !== 'SEV1' && severity !== 'SEV2')) return false;
  return roles.every(({ role }) => role !== 'incidentCommander') && now - clocks.triggeredAt >= HOUR;
}
