import { z } from 'zod';
import { Instant } from '../time/instant';

// What an incident gathers while people work on it: only shapes, so that the incident's own can be made of them.

const key = z.string().max(20);

/** What the incident does to people, money, security and compliance: the answers of the severity guide, and how many people, where somebody counted. */
export const Impact = z.strictObject({
  answers: z.strictObject({ affected: key.optional(), money: key.optional(), security: key.optional(), compliance: key.optional() }),
  people: z.number().int().min(0).max(10_000_000_000).nullable(), note: z.string().max(500),
  by: z.string(), at: Instant,
});
export type Impact = z.infer<typeof Impact>;

/** Something to do in this incident. `ownerId` null: nobody's yet. */
export const Task = z.strictObject({
  id: z.string(), title: z.string().min(1).max(160), owner: z.strictObject({ userId: z.string(), name: z.string() }).nullable(), dueAt: Instant.nullable(),
  addedAt: Instant, doneAt: Instant.nullable(), doneBy: z.string().nullable(),
});
export type Task = z.infer<typeof Task>;

/** A decision that everybody should see, pinned to the incident: "Traffic goes to Frankfurt until noon". */
export const Decided = z.strictObject({ id: z.string(), text: z.string().min(1).max(500), by: z.string(), at: Instant });
export type Decided = z.infer<typeof Decided>;

/** What somebody said about one item of the exit list. */
export const ExitCheck = z.strictObject({ item: z.string().max(120), state: z.enum(['done', 'skipped']), reason: z.string().max(300), by: z.string(), at: Instant });
export type ExitCheck = z.infer<typeof ExitCheck>;

/** What an incident turned out to be, and why it happened. `real` pages were right; the others are noise to be tuned. */
export const VerdictKind = z.enum(['real', 'falsePositive', 'duplicate', 'known']);
export type VerdictKind = z.infer<typeof VerdictKind>;
export const Verdict = z.strictObject({ kind: VerdictKind, cause: z.string().max(1000), by: z.string(), at: Instant });
export type Verdict = z.infer<typeof Verdict>;

/** The earlier incident that this one repeats: the same cause again. `resolvedAt`: when that one had ended. */
export const RepeatOf = z.strictObject({ incidentId: z.string().max(20), title: z.string().max(300), resolvedAt: Instant, by: z.string(), at: Instant });
export type RepeatOf = z.infer<typeof RepeatOf>;

/** One step of a runbook, done or skipped in this incident. `step`: the step's key (`stepsOf`). */
export const StepTick = z.strictObject({ runbookId: z.string(), step: z.string().max(40), state: z.enum(['done', 'skipped']), by: z.string(), at: Instant });
export type StepTick = z.infer<typeof StepTick>;
