import type { Instant } from '../time/instant';
import type { StatusComponent } from './component';
import type { IncidentNotice, MaintenanceNotice, Touched } from './notice';
import type { NamedComponent, PastNotice, PublicMaintenance, PublicNotice } from './publicStatus';

// What the public sees of a notice, field by field: a field that is not named here stays inside. No incident, no severity, no person, no draft.

type Names = readonly Pick<StatusComponent, 'id' | 'name'>[];

/** One that was removed since has no name any more, and is left out. */
const named = (touched: readonly Touched[], components: Names): NamedComponent[] =>
  touched.flatMap(({ componentId, state }) => components.filter(({ id }) => id === componentId).map(({ name }) => ({ componentId, name, state })));

/** A notice with all of its updates. null: nothing of it is public. */
export function shownNotice(notice: IncidentNotice, components: Names): PublicNotice | null {
  const { id, title, startedAt, resolvedAt, publishedAt, updates, summary } = notice;
  if (publishedAt === null || updates.length === 0) return null;
  return {
    kind: 'incident', id, title, components: named(notice.components, components), startedAt, resolvedAt,
    updates: updates.map(({ id: updateId, at, phase, text }) => ({ id: updateId, at, phase, text })), updateCount: updates.length,
    summary: summary === null ? null : { impact: summary.impact, rootCause: summary.rootCause, resolution: summary.resolution, at: summary.at },
  };
}

export function shownMaintenance(notice: MaintenanceNotice, components: Names): PublicMaintenance {
  const { id, title, text, createdAt, startsAt, endsAt, cancelledAt } = notice;
  return { kind: 'maintenance', id, title, text, components: named(notice.components, components).map((each) => ({ ...each, state: 'maintenance' })), createdAt, startsAt, endsAt, cancelledAt };
}

/** How many of its updates the page itself shows. */
export const updatesOnPage = 3;
export const shortened = (notice: PublicNotice): PublicNotice => ({ ...notice, updates: notice.updates.slice(-updatesOnPage) });

/** What is kept of it once it is over; null while it is not, as of `now` (ms since epoch). */
export function pastOf(whole: PublicNotice | PublicMaintenance, now: Instant): PastNotice | null {
  const { id, title, components } = whole;
  if (whole.kind === 'maintenance') {
    const endedAt = whole.cancelledAt ?? whole.endsAt;
    if (endedAt > now) return null;
    return { kind: 'maintenance', id, title, components, startedAt: Math.min(whole.startsAt, endedAt), endedAt, cancelled: whole.cancelledAt !== null && whole.cancelledAt < whole.startsAt, last: whole.text, summary: null };
  }
  if (whole.resolvedAt === null) return null;
  return { kind: 'incident', id, title, components, startedAt: Math.min(whole.startedAt, whole.resolvedAt), endedAt: whole.resolvedAt, cancelled: false, last: whole.updates.at(-1)?.text ?? '', summary: whole.summary };
}
