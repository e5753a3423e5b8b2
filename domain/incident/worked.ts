import type { Incident } from './incident';

/** Whether people have worked on it in public: then its end is theirs to say, and the source's resolve only starts watching. */
export function workedOn(incident: Incident): boolean {
  return incident.declaredBy !== null || incident.roles.length > 0 || incident.updateCount > 0 || incident.publicNotice;
}
