import { z } from 'zod';
import { IncidentId } from '../incident/incident';
import { Severity } from '../incident/severity';
import { Instant } from '../time/instant';

/** The parts that people write, in the order in which they are read. Times, responders and the timeline come from the incident itself and are never typed. */
export const SectionName = z.enum(['summary', 'impact', 'rootCause', 'contributingFactors', 'wentWell', 'couldImprove', 'lessons']);
export type SectionName = z.infer<typeof SectionName>;

export const sectionTitles: Record<SectionName, string> = {
  summary: 'Summary', impact: 'Impact', rootCause: 'Root cause', contributingFactors: 'Contributing factors', wentWell: 'What went well',
  couldImprove: 'What could be improved', lessons: 'Lessons learned',
};

/** Markdown. `version` counts what was saved, from 0: whoever saves says on which version it is based. `by` null: drafted by Rouse. */
export const Section = z.strictObject({ text: z.string().max(10_000), version: z.number().int().min(0), by: z.string().nullable(), at: Instant });
export type Section = z.infer<typeof Section>;

/** Who does it: a person, or a team. */
export const ActionOwner = z.strictObject({ kind: z.enum(['person', 'team']), id: z.string(), name: z.string() });
export type ActionOwner = z.infer<typeof ActionOwner>;

/** Something to do so that it does not happen again, or hurts less. `remindedAt`: when its owner was asked last. */
export const ActionItem = z.strictObject({
  id: z.string(), title: z.string().min(1).max(200), owner: ActionOwner.nullable(), dueAt: Instant.nullable(),
  addedAt: Instant, doneAt: Instant.nullable(), doneBy: z.string().nullable(), remindedAt: Instant.nullable(),
});
export type ActionItem = z.infer<typeof ActionItem>;

export const PostMortemState = z.enum(['draft', 'inReview', 'published']);
export type PostMortemState = z.infer<typeof PostMortemState>;

/**
 * `postMortems/{incidentId}`: what is learned from an incident. `dueAt`: until when it should be published, by the severity. `remindAt`: when an action item is next asked
 * for; null: none waits. Every saved text of a section is kept beside it (`sections/{section}-{version}`), so no word is lost.
 */
export const PostMortem = z.strictObject({
  incidentId: IncidentId, title: z.string().min(1).max(300), severity: Severity, serviceId: z.string(), serviceName: z.string(),
  triggeredAt: Instant, resolvedAt: Instant,
  state: PostMortemState, createdAt: Instant, dueAt: Instant.nullable(), reviewAt: Instant.nullable(), publishedAt: Instant.nullable(), publishedBy: z.string().nullable(),
  ownerId: z.string().nullable(), sections: z.record(SectionName, Section), actionItems: z.array(ActionItem).max(50), remindAt: Instant.nullable(),
});
export type PostMortem = z.infer<typeof PostMortem>;

/** `postMortems/{incidentId}/sections/{section}-{version}`: what a section said, as it was saved. */
export const SectionVersion = z.strictObject({ section: SectionName, version: z.number().int().min(0), text: z.string().max(10_000), by: z.string().nullable(), at: Instant });
export type SectionVersion = z.infer<typeof SectionVersion>;
