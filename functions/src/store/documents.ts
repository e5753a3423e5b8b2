import type { DocumentReference, DocumentSnapshot } from 'firebase-admin/firestore';
import type { z } from 'zod';
import { db } from '../firebase';
import { fromStored } from './instants';

/**
 * The document as its schema says; undefined where there is none. A field that it does not know was written by a newer Rouse, which is being
 * deployed beside this one, and is left out: better a page without it than no page. Anything else that does not fit is a bug, and throws.
 */
export function read<S extends z.ZodType>(schema: S, snapshot: DocumentSnapshot): z.infer<S> | undefined {
  if (!snapshot.exists) return undefined;
  const value = fromStored(snapshot.data());
  let parsed = schema.safeParse(value);
  if (!parsed.success && withoutUnknown(value, parsed.error.issues)) parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(`${snapshot.ref.path} does not fit its schema: ${parsed.error.message}`);
  return parsed.data;
}

/** Deletes from the value what its schema does not know; false, and nothing is deleted, when that is not all that is wrong. */
function withoutUnknown(value: unknown, issues: readonly z.core.$ZodIssue[]): boolean {
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (unknown.length < issues.length) return false;
  for (const { path, keys } of unknown) {
    const holder = path.reduce<unknown>((inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined), value);
    if (typeof holder === 'object' && holder !== null) for (const key of keys) Reflect.deleteProperty(holder, key);
  }
  return true;
}

export const at = {
  incident: (id: string) => db().doc(`incidents/${id}`),
  timelineEntry: (incidentId: string, entryId: string) => db().doc(`incidents/${incidentId}/timeline/${entryId}`),
  alert: (incidentId: string, alertId: string) => db().doc(`incidents/${incidentId}/alerts/${alertId}`),
  statusUpdate: (incidentId: string, id: string) => db().doc(`incidents/${incidentId}/updates/${id}`),
  picture: (incidentId: string, id: string) => db().doc(`incidents/${incidentId}/pictures/${id}`),
  open: (id: string) => db().doc(`open/${id}`),
  event: (id: string) => db().doc(`events/${id}`),
  eventPart: (id: string, part: number) => db().doc(`events/${id}/parts/${part}`),
  /** Where a dedup key that is open no more was open last; kept for a day. */
  recent: (id: string) => db().doc(`recent/${id}`),
  ruleCount: (id: string) => db().doc(`ruleCounts/${id}`),
  tally: (incidentId: string) => db().doc(`tallies/${incidentId}`),
  routingRules: (id: string) => db().doc(`routingRules/${id}`),
  maintenanceWindow: (id: string) => db().doc(`maintenanceWindows/${id}`),
  heartbeat: (id: string) => db().doc(`heartbeats/${id}`),
  change: (id: string) => db().doc(`changes/${id}`),
  drain: (id: string) => db().doc(`drains/${id}`),
  refusal: (id: string) => db().doc(`refusals/${id}`),
  notification: (id: string) => db().doc(`notifications/${id}`),
  service: (id: string) => db().doc(`services/${id}`),
  policy: (id: string) => db().doc(`escalationPolicies/${id}`),
  schedule: (id: string) => db().doc(`schedules/${id}`),
  runbook: (id: string) => db().doc(`runbooks/${id}`),
  runbookVersion: (id: string, version: number) => db().doc(`runbooks/${id}/versions/${version}`),
  knownProblem: (id: string) => db().doc(`knownProblems/${id}`),
  subscription: (userId: string) => db().doc(`subscriptions/${userId}`),
  warRoomSettings: () => db().doc('settings/warRoom'),
  team: (id: string) => db().doc(`teams/${id}`),
  integration: (id: string) => db().doc(`integrations/${id}`),
  integrationKey: (hash: string) => db().doc(`integrationKeys/${hash}`),
  secret: (integrationId: string) => db().doc(`secrets/${integrationId}`),
  person: (id: string) => db().doc(`users/${id}`),
  contact: (id: string) => db().doc(`users/${id}/private/contact`),
  pastOverride: (scheduleId: string, id: string) => db().doc(`schedules/${scheduleId}/past/${id}`),
  coverRequest: (id: string) => db().doc(`coverRequests/${id}`),
  holidayCalendar: (id: string) => db().doc(`holidayCalendars/${id}`),
  destination: (id: string) => db().doc(`destinations/${id}`),
  shiftNote: (scheduleId: string) => db().doc(`shiftNotes/${scheduleId}`),
  readiness: (id: string) => db().doc(`readiness/${id}`),
  readinessSettings: () => db().doc('settings/readiness'),
  findings: () => db().doc('findings/latest'),
  /** Whose verified phone a number is, by the sha256 of its E.164 form: for replies. */
  phone: (hash: string) => db().doc(`phones/${hash}`),
  /** How many codes a person was sent lately. */
  contactCodes: (userId: string) => db().doc(`contactCodes/${userId}`),
  calendarFeed: (hash: string) => db().doc(`calendarFeeds/${hash}`),
  moveIn: (hash: string) => db().doc(`moveIns/${hash}`),
  /** When a job of the sweep ran last, so that several instances run it once. */
  job: (name: string) => db().doc(`health/job-${name}`),
  invite: (hash: string) => db().doc(`invites/${hash}`),
  severities: () => db().doc('settings/severities'),
  /** What has to follow an incident by itself while it is open: its plan, its public notice. Gone once it is done. */
  automation: (incidentId: string) => db().doc(`automation/${incidentId}`),
  /** What still has to follow an incident's end: written with what ended or changed it, gone once it is done. */
  afterwards: (incidentId: string) => db().doc(`afterwards/${incidentId}`),
  postMortem: (incidentId: string) => db().doc(`postMortems/${incidentId}`),
  sectionVersion: (incidentId: string, section: string, version: number) => db().doc(`postMortems/${incidentId}/sections/${section}-${version}`),
  metricsMonth: (month: string) => db().doc(`metrics/${month}`),
  metricsTargets: () => db().doc('settings/metrics'),
  watchdog: () => db().doc('settings/watchdog'),
  audit: (id: string) => db().doc(`audit/${id}`),
  sweepHealth: () => db().doc('health/sweep'),
  notice: (id: string) => db().doc(`notices/${id}`),
  statusPageSettings: () => db().doc('settings/statusPage'),
  /** What the public sees, and nothing else: `page` as it is now, `2026-11` what is past. */
  publicPage: () => db().doc('publicStatus/page'),
  publicMonth: (month: string) => db().doc(`publicStatus/${month}`),
  statusSubscriber: (id: string) => db().doc(`statusSubscribers/${id}`),
  /** A mail to a subscriber of the status page that is still to be sent. */
  statusMail: (id: string) => db().doc(`statusMails/${id}`),
  responsePlan: (id: string) => db().doc(`responsePlans/${id}`),
  planRun: (incidentId: string) => db().doc(`planRuns/${incidentId}`),
  chatSettings: () => db().doc('settings/chat'),
  drill: (id: string) => db().doc(`drills/${id}`),
  statusComponent: (id: string) => db().doc(`statusComponents/${id}`),
} as const satisfies Record<string, (...ids: never[]) => DocumentReference>;
