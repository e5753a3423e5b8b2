import { z } from 'zod';
import { IncidentRole } from '../role/roleNames';

/** Impact, worst first. The order of this list is the order of severities. */
export const Severity = z.enum(['SEV1', 'SEV2', 'SEV3', 'SEV4']);
export type Severity = z.infer<typeof Severity>;

/** How loud a page is: high wakes, low waits for the morning and never escalates. */
export const Urgency = z.enum(['high', 'low']);
export type Urgency = z.infer<typeof Urgency>;

export const SeverityRule = z.strictObject({
  name: z.string().min(1).max(40),
  meaning: z.string().min(1).max(200),
  respondWithinMinutes: z.number().int().positive(),
  /** `highInSupportHours` is high wherever a service has no support hours. */
  urgency: z.enum(['high', 'highInSupportHours', 'low']),
  /** Minutes an acknowledge holds without a sign of work; null: it does not run out. */
  leaseMinutes: z.number().int().positive().nullable(),
  updateEveryMinutes: z.number().int().positive().nullable(),
  exitList: z.array(z.string().min(1).max(120)).max(12),
  /** Where a type of incident has a list of its own. */
  exitLists: z.partialRecord(z.enum(['outage', 'degradation', 'defect', 'security', 'other']), z.array(z.string().min(1).max(120)).max(12)).optional(),
  /** The roles that are proposed; absent: the usual ones of this severity (`rolesOf`). */
  roles: z.array(IncidentRole).max(6).optional(),
  postMortemDueDays: z.number().int().positive().nullable(),
  plan: z.array(z.enum(['page', 'openChannel', 'draftStatusUpdate'])),
  /** Minutes that `monitoring` watches before the incident ends by itself. */
  watchMinutes: z.number().int().positive(),
  /** What sources call this severity, in lower case. */
  words: z.array(z.string().min(1).max(40)),
});
export type SeverityRule = z.infer<typeof SeverityRule>;

/** `settings/severities`: the one severity policy, read by every part. */
export const SeverityPolicy = z.strictObject({
  SEV1: SeverityRule,
  SEV2: SeverityRule,
  SEV3: SeverityRule,
  SEV4: SeverityRule,
  /** The severity of an alert that names none, or uses a word no rule knows: a page too loud beats one not heard. */
  unnamed: Severity,
});
export type SeverityPolicy = z.infer<typeof SeverityPolicy>;

const carefulExit = ['Fix is in', 'Verified', 'Watched', 'Service restored', 'Final update sent'];

export const defaultSeverityPolicy: SeverityPolicy = {
  SEV1: {
    name: 'Critical', meaning: 'Complete outage or data loss', respondWithinMinutes: 15, urgency: 'high', leaseMinutes: 10,
    updateEveryMinutes: 30, exitList: carefulExit, postMortemDueDays: 5, plan: ['page', 'openChannel', 'draftStatusUpdate'],
    watchMinutes: 30, words: ['critical', 'fatal', 'emergency', 'disaster', 'page', 'p1', 'sev1'],
  },
  SEV2: {
    name: 'High', meaning: 'A major feature is unavailable', respondWithinMinutes: 30, urgency: 'high', leaseMinutes: 30,
    updateEveryMinutes: 60, exitList: carefulExit, postMortemDueDays: 5, plan: ['openChannel', 'draftStatusUpdate'],
    watchMinutes: 30, words: ['error', 'high', 'major', 'p2', 'sev2'],
  },
  SEV3: {
    name: 'Medium', meaning: 'Partial or degraded', respondWithinMinutes: 120, urgency: 'highInSupportHours', leaseMinutes: 240,
    updateEveryMinutes: null, exitList: [], postMortemDueDays: null, plan: ['draftStatusUpdate'],
    watchMinutes: 15, words: ['warning', 'warn', 'medium', 'average', 'p3', 'sev3'],
  },
  SEV4: {
    name: 'Low', meaning: 'Minor, a workaround exists', respondWithinMinutes: 24 * 60, urgency: 'low', leaseMinutes: null,
    updateEveryMinutes: null, exitList: [], postMortemDueDays: null, plan: [],
    watchMinutes: 15, words: ['info', 'low', 'minor', 'notice', 'p4', 'p5', 'sev4'],
  },
  unnamed: 'SEV2',
};

/** Which severity a source's word means under this policy; the policy's `unnamed` for no word or an unknown one. */
export function severityOfWord(word: string | null, policy: SeverityPolicy): Severity {
  const spoken = word?.trim().toLowerCase();
  return Severity.options.find((severity) => spoken !== undefined && policy[severity].words.includes(spoken)) ?? policy.unnamed;
}

/** Whether `a` has more impact than `b`. */
export function isWorse(a: Severity, b: Severity): boolean {
  return Severity.options.indexOf(a) < Severity.options.indexOf(b);
}

/** How loud this severity is; `atWork`: whether it is within the support hours of its service, which is always so where it has none. */
export function urgencyOf(severity: Severity, policy: SeverityPolicy, atWork: boolean): Urgency {
  const { urgency } = policy[severity];
  switch (urgency) {
    case 'high': case 'low': return urgency;
    case 'highInSupportHours': return atWork ? 'high' : 'low';
    default: return urgency satisfies never;
  }
}
