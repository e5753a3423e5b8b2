import { describe, expect, it } from 'vitest';
import { Role } from '../people/person';
import { type DocumentPattern, mayRead, readers } from './access';

const patterns = Object.keys(readers) as DocumentPattern[]; // Its keys are the type's members.

/** DESIGN's words for whoever may read: members are admins and responders. */
const everyone = [...Role.options];
const members = ['admin', 'responder'];
const promised: Record<DocumentPattern, readonly string[]> = {
  'incidents/{id}': everyone, 'incidents/{id}/timeline/{id}': members, 'incidents/{id}/alerts/{id}': members,
  'incidents/{id}/updates/{id}': everyone, 'incidents/{id}/pictures/{id}': members, 'runbooks/{id}/versions/{id}': members, 'knownProblems/{id}': members, 'subscriptions/{id}': ['admin'],
  'open/{id}': [], 'drains/{id}': [], 'events/{id}': ['admin'], 'events/{id}/parts/{id}': [], 'refusals/{id}': ['admin'],
  'notifications/{id}': members, 'services/{id}': everyone, 'schedules/{id}': members, 'escalationPolicies/{id}': members,
  'runbooks/{id}': members, 'maintenanceWindows/{id}': members, 'teams/{id}': members, 'settings/{id}': members,
  'integrations/{id}': members, 'heartbeats/{id}': members, 'integrationKeys/{id}': [], 'secrets/{id}': [], 'invites/{id}': [],
  'statusComponents/{id}': everyone, 'users/{id}': members, 'users/{id}/private/{id}': ['admin'], 'metrics/{id}': members,
  'audit/{id}': ['admin'], 'health/{id}': [],
  'schedules/{id}/past/{id}': members, 'coverRequests/{id}': members, 'holidayCalendars/{id}': members, 'destinations/{id}': members, 'shiftNotes/{id}': members,
  'readiness/{id}': members, 'findings/{id}': members, 'phones/{id}': [], 'contactCodes/{id}': [], 'calendarFeeds/{id}': [], 'moveIns/{id}': [],
  'routingRules/{id}': members, 'changes/{id}': members, 'ruleCounts/{id}': [], 'recent/{id}': [], 'tallies/{id}': [], 'afterwards/{id}': [], 'automation/{id}': [], 'postMortems/{id}': members, 'notices/{id}': members, 'publicStatus/{id}': [], 'statusSubscribers/{id}': [], 'statusMails/{id}': [], 'responsePlans/{id}': members,
  'planRuns/{id}': members, 'drills/{id}': members, 'postMortems/{id}/sections/{id}': members,
};

describe.each(patterns)('%s', (pattern) => {
  it.each(everyone)('for a %s', (role) => {
    expect(mayRead({ role, userId: 'me' }, pattern, 'somebody-else')).toBe(promised[pattern].includes(role));
  });

  it('is closed to whoever has no role, or no session', () => {
    expect(mayRead({ role: 'none', userId: 'me' }, pattern, 'me')).toBe(false);
    expect(mayRead({ role: 'signedOut' }, pattern)).toBe(false);
  });
});

describe('the own contact', () => {
  it.each(everyone)('is open to a %s', (role) => {
    expect(mayRead({ role, userId: 'me' }, 'users/{id}/private/{id}', 'me')).toBe(true);
  });

  it('is nobody\'s where neither side is known', () => {
    expect(mayRead({ role: 'responder' }, 'users/{id}/private/{id}')).toBe(false);
  });

  it('opens no other document', () => {
    expect(mayRead({ role: 'stakeholder', userId: 'me' }, 'users/{id}', 'me')).toBe(false);
  });
});
