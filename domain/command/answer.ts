import { z } from 'zod';
import { IncidentId, IncidentStatus } from '../incident/incident';
import { Finding, Preview } from '../proof/proof';
import { DryRun, TestedAlert } from '../routing/evidence';
import { Instant } from '../time/instant';

/**
 * What the callable answers on success. `done`: this command changed something (or its first try did). `unchanged`: the wish was
 * already true, or overtaken (`already-acknowledged`, `already-resolved`, …); `message` is the sentence to show.
 */
export const CommandAnswer = z.object({
  outcome: z.enum(['done', 'unchanged']),
  code: z.string(),
  message: z.string(),
  incidentId: IncidentId.optional(),
  status: IncidentStatus.optional(),
  /** acknowledge: who has it, since when (ms since epoch). */
  holder: z.object({ userId: z.string().nullable(), name: z.string(), at: Instant }).optional(),
  /** resolve while alerts fire: they still do; offer monitoring. */
  warning: z.enum(['alertsFiring']).optional(),
  notificationId: z.string().optional(),
  /** invitePerson and resetPassword: a link that is shown this once. */
  link: z.string().optional(),
  key: z.string().optional(), integrationId: z.string().optional(), userId: z.string().optional(), email: z.string().optional(), teamId: z.string().optional(),
  /** saveService, saveMaintenanceWindow, saveHeartbeat: what was saved. */
  savedId: z.string().optional(),
  /** testRoutingRules: newest first. */
  tested: z.array(TestedAlert).optional(),
  /** dryRunRoutingRules. */
  dryRun: DryRun.optional(),
  /** dryRunPlan: what each step would do, in a sentence; `would` says whether it could. */
  planned: z.array(z.object({ step: z.string(), would: z.enum(['run', 'skip', 'fail']), result: z.string() })).optional(),
  /** previewPaging. */
  preview: Preview.optional(),
  /** checkCoverage, saveSchedule, savePolicy, addOverride: what the next 60 days leave open. */
  findings: z.array(Finding).optional(),
  /** saveSchedule, addOverride: who is on call otherwise than before, in sentences: "Thu 03:00 to 04:00: Sam → nobody". */
  changes: z.array(z.string()).optional(),
  /** deactivatePerson: what nobody covers afterwards, in sentences. */
  uncovered: z.array(z.string()).optional(),
  /** importRunbooks: what became of each file, or would. `issues`: why it was refused, else fields that are only kept. */
  imported: z.array(z.object({
    path: z.string(), title: z.string(), outcome: z.enum(['new', 'newVersion', 'unchanged', 'refused']),
    issues: z.array(z.object({ path: z.string(), message: z.string() })), runbookId: z.string().nullable(),
  })).optional(),
});
export type CommandAnswer = z.infer<typeof CommandAnswer>;

/**
 * Why a command was refused; `code` travels as `details.code` of the callable's error, beside the callable's own status:
 * unauthenticated, permission-denied, invalid-argument (with `details.issues`), not-found, failed-precondition.
 */
export const RefusalCode = z.enum([
  'not-signed-in', 'person-inactive', 'not-allowed', 'invalid', 'no-such-incident', 'no-such-person', 'no-such-service', 'no-such-team',
  'not-acknowledged', 'not-resolved', 'incident-resolved', 'nobody-reached', 'command-id-used', 'last-admin', 'invite-invalid', 'email-taken',
  'no-such-notification', 'no-device', 'no-such-integration', 'no-such-window', 'no-such-heartbeat', 'no-such-runbook', 'no-such-policy', 'in-use',
  'secret-needed', 'not-mergeable', 'not-repeatable', 'nobody-to-ask', 'not-asked', 'no-such-schedule', 'no-such-override', 'no-such-method', 'wrong-code', 'code-expired', 'too-many-codes', 'channel-not-set-up', 'no-such-calendar',
  'no-such-task', 'no-such-item', 'too-many', 'in-the-future', 'after-detection', 'reason-needed', 'too-big', 'changed-meanwhile', 'no-such-action', 'no-such-problem', 'not-reviewed-by-its-writer',
  'no-such-component', 'no-such-notice', 'no-such-plan', 'no-such-step', 'no-such-drill', 'already-published', 'title-differs', 'drill-not-public', 'no-such-destination', 'no-such-cover-request', 'move-in-invalid', 'not-sent',
]);
export type RefusalCode = z.infer<typeof RefusalCode>;
