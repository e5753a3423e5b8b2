import { z } from 'zod';
import { Instant } from '../time/instant';
import { ComponentState } from './component';
import { NoticeUpdate, PublicSummary } from './notice';

// The public documents, and all that they hold. Strict: what no schema here names is written nowhere that the public page reads.

/** A component that a notice touches, by the name that it had then. */
export const NamedComponent = z.strictObject({ componentId: z.string(), name: z.string(), state: ComponentState });
export type NamedComponent = z.infer<typeof NamedComponent>;

/**
 * A component as the public sees it. `sinceAt`: its state has been so since then. `knownAt`: it has been on the page since then; before, nothing is known. `held`: the state
 * that was set by hand, which time does not change.
 */
export const PublicComponent = z.strictObject({
  id: z.string(), name: z.string(), description: z.string(), group: z.string(), state: ComponentState, sinceAt: Instant, knownAt: Instant, held: ComponentState.nullable(),
});
export type PublicComponent = z.infer<typeof PublicComponent>;

/** A published notice of an incident: in `publicStatus/page` with its newest updates while it is open, in `publicStatus/notice-{id}` with all of them. */
export const PublicNotice = z.strictObject({
  kind: z.literal('incident'), id: z.string(), title: z.string(), components: z.array(NamedComponent), startedAt: Instant, resolvedAt: Instant.nullable(),
  /** Oldest first. `updateCount`: how many there are in all. */
  updates: z.array(NoticeUpdate), updateCount: z.number().int(), summary: PublicSummary.nullable(),
});
export type PublicNotice = z.infer<typeof PublicNotice>;

/** Planned maintenance; whether it runs follows from the time alone. */
export const PublicMaintenance = z.strictObject({
  kind: z.literal('maintenance'), id: z.string(), title: z.string(), text: z.string(), components: z.array(NamedComponent), createdAt: Instant, startsAt: Instant, endsAt: Instant,
  cancelledAt: Instant.nullable(),
});
export type PublicMaintenance = z.infer<typeof PublicMaintenance>;

/** `publicStatus/notice-{id}`. */
export const PublicWhole = z.discriminatedUnion('kind', [PublicNotice, PublicMaintenance]);
export type PublicWhole = z.infer<typeof PublicWhole>;

/** `publicStatus/page`: how it is. `changedAt`: as of then; what time alone has changed since is `pageAt`'s to say. */
export const PublicPage = z.strictObject({
  title: z.string(), about: z.string(), supportUrl: z.string().nullable(), changedAt: Instant,
  components: z.array(PublicComponent), notices: z.array(PublicNotice), maintenance: z.array(PublicMaintenance),
});
export type PublicPage = z.infer<typeof PublicPage>;

/** What is over, in short. `last`: the last word that was said. */
export const PastNotice = z.strictObject({
  kind: z.enum(['incident', 'maintenance']), id: z.string(), title: z.string(), components: z.array(NamedComponent), startedAt: Instant, endedAt: Instant, cancelled: z.boolean(),
  last: z.string(), summary: PublicSummary.nullable(),
});
export type PastNotice = z.infer<typeof PastNotice>;

const seconds = z.number().int().min(0).max(86_400);
/** The seconds of one UTC day that a component spent in each state that is not operational. */
export const DaySeconds = z.strictObject({ degraded: seconds, partialOutage: seconds, majorOutage: seconds, maintenance: seconds });
export type DaySeconds = z.infer<typeof DaySeconds>;
export type BadState = keyof DaySeconds;

export const PublicMonthName = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** `publicStatus/2026-10`: what began in that month and is over, and its days by component and date (UTC). */
export const PublicMonth = z.strictObject({ month: PublicMonthName, past: z.array(PastNotice), days: z.record(z.string(), z.record(z.string(), DaySeconds)) });
export type PublicMonth = z.infer<typeof PublicMonth>;
