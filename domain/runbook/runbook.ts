import { z } from 'zod';
import { Severity } from '../incident/severity';
import { Instant } from '../time/instant';

/** Whom to ask when the runbook does not help, by severity. */
export const EscalationContact = z.strictObject({ severities: z.array(Severity).min(1), name: z.string().trim().min(1).max(120), how: z.string().trim().max(300) });
export type EscalationContact = z.infer<typeof EscalationContact>;

/** What a step may call: a destination of the kind webhook. `name` is how a step names it. */
export const RunbookAction = z.strictObject({ name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,58}$/, 'has small letters, digits and - only'), title: z.string().trim().min(1).max(120), destinationId: z.string().min(1).max(64) });
export type RunbookAction = z.infer<typeof RunbookAction>;

/** What the front matter says: for what it is, and what its reader needs before the first step. */
export const AboutRunbook = z.strictObject({
  title: z.string().trim().min(1, 'is needed').max(120), services: z.array(z.string().min(1).max(64)).max(50),
  /** Every one of these labels has this value in an alert of the incident; `*` at the end stands for any rest. */
  labels: z.record(z.string().max(100), z.string().max(200)),
  symptoms: z.array(z.string().max(300)).max(20), diagnosis: z.string().max(2000), resolution: z.string().max(2000),
  contacts: z.array(EscalationContact).max(20), actions: z.array(RunbookAction).max(20),
});
export type AboutRunbook = z.infer<typeof AboutRunbook>;

const somebody = z.strictObject({ userId: z.string(), name: z.string() });

/** How far somebody stands behind it. Every new version is a draft again. */
export const RunbookReview = z.strictObject({ state: z.enum(['draft', 'verified', 'approved']), by: somebody.nullable(), at: Instant });
export type RunbookReview = z.infer<typeof RunbookReview>;

/** `runbooks/{id}`: Markdown with front matter, written by people, sanitised where it is shown. `serviceIds` and `title` are the front matter's. */
export const Runbook = z.strictObject({
  id: z.string(), title: z.string().min(1).max(120), serviceIds: z.array(z.string()), markdown: z.string().max(100_000),
  about: AboutRunbook.nullable().default(null),
  version: z.number().int().min(1).default(1), ownerId: z.string().nullable().default(null),
  review: RunbookReview.default({ state: 'draft', by: null, at: 0 }),
  changedAt: Instant.default(0), changedBy: somebody.nullable().default(null),
});
export type Runbook = z.infer<typeof Runbook>;

/** `runbooks/{id}/versions/{version}`: what it said then. */
export const RunbookVersion = z.strictObject({ version: z.number().int(), markdown: z.string().max(100_000), title: z.string(), note: z.string().max(200), by: somebody, at: Instant });
export type RunbookVersion = z.infer<typeof RunbookVersion>;
