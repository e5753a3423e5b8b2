import type { Role } from '../people/person';

/** Whoever asks: a person with a role, somebody signed in without one (sign-up is open by default), or nobody. */
export type Reader = { role: Role | 'none' | 'signedOut'; userId?: string };

/** Who may read what, by document path pattern (DESIGN: documents). What is not named here nobody reads; nobody writes anything. */
export const readers = {
  'incidents/{id}': ['admin', 'responder', 'stakeholder'],
  'incidents/{id}/timeline/{id}': ['admin', 'responder'],
  'incidents/{id}/alerts/{id}': ['admin', 'responder'],
  'incidents/{id}/updates/{id}': ['admin', 'responder', 'stakeholder'],
  'incidents/{id}/pictures/{id}': ['admin', 'responder'],
  'open/{id}': [],
  'drains/{id}': [],
  'events/{id}': ['admin'],
  'events/{id}/parts/{id}': [],
  'refusals/{id}': ['admin'],
  'notifications/{id}': ['admin', 'responder'],
  'services/{id}': ['admin', 'responder', 'stakeholder'],
  'schedules/{id}': ['admin', 'responder'],
  'escalationPolicies/{id}': ['admin', 'responder'],
  'runbooks/{id}': ['admin', 'responder'],
  'runbooks/{id}/versions/{id}': ['admin', 'responder'],
  'knownProblems/{id}': ['admin', 'responder'],
  'subscriptions/{id}': ['admin', 'self'],
  'routingRules/{id}': ['admin', 'responder'],
  'ruleCounts/{id}': [],
  'changes/{id}': ['admin', 'responder'],
  'recent/{id}': [],
  'tallies/{id}': [],
  'maintenanceWindows/{id}': ['admin', 'responder'],
  'schedules/{id}/past/{id}': ['admin', 'responder'],
  'coverRequests/{id}': ['admin', 'responder'],
  'holidayCalendars/{id}': ['admin', 'responder'],
  'destinations/{id}': ['admin', 'responder'],
  'shiftNotes/{id}': ['admin', 'responder'],
  'readiness/{id}': ['admin', 'responder'],
  'findings/{id}': ['admin', 'responder'],
  'phones/{id}': [],
  'contactCodes/{id}': [],
  'calendarFeeds/{id}': [],
  'moveIns/{id}': [],
  'teams/{id}': ['admin', 'responder'],
  'settings/{id}': ['admin', 'responder'],
  'integrations/{id}': ['admin', 'responder'],
  'heartbeats/{id}': ['admin', 'responder'],
  'integrationKeys/{id}': [],
  'secrets/{id}': [],
  'invites/{id}': [],
  'statusComponents/{id}': ['admin', 'responder', 'stakeholder'],
  'users/{id}': ['admin', 'responder'],
  'users/{id}/private/{id}': ['admin', 'self'],
  'metrics/{id}': ['admin', 'responder'],
  'postMortems/{id}': ['admin', 'responder'],
  'postMortems/{id}/sections/{id}': ['admin', 'responder'],
  'afterwards/{id}': [],
  'automation/{id}': [],
  'notices/{id}': ['admin', 'responder'],
  'publicStatus/{id}': [],
  'statusSubscribers/{id}': [],
  'statusMails/{id}': [],
  'responsePlans/{id}': ['admin', 'responder'],
  'planRuns/{id}': ['admin', 'responder'],
  'drills/{id}': ['admin', 'responder'],
  'audit/{id}': ['admin'],
  'health/{id}': [],
} as const satisfies Record<string, readonly (Role | 'self')[]>;
export type DocumentPattern = keyof typeof readers;

/** Whether this reader may read a document of this pattern; `ownerId` is whose document it is, where that matters. */
export function mayRead(reader: Reader, pattern: DocumentPattern, ownerId?: string): boolean {
  const allowed: readonly string[] = readers[pattern];
  if (reader.role === 'none' || reader.role === 'signedOut') return false;
  return allowed.includes(reader.role) || (allowed.includes('self') && reader.userId !== undefined && reader.userId === ownerId);
}
