import type { IncidentId } from '../incident/incident';
import type { Phase } from '../incident/phase';
import type { Severity } from '../incident/severity';
import type { Instant } from '../time/instant';
import type { IncidentNotice, NoticeUpdate, PublicSummary, Touched } from './notice';

/** `updateId` follows from what asked for it: the same ask, the same update. `incident`: what is written down of it inside. */
export type Publishing = {
  noticeId: string; updateId: string; incident: { id: IncidentId; severity: Severity; startedAt: Instant } | null;
  title: string; components: readonly Touched[]; phase: Phase; text: string; seen: number;
};
export type Published = { kind: 'done'; notice: IncidentNotice; update: NoticeUpdate } | { kind: 'repeated'; notice: IncidentNotice } | { kind: 'refused'; code: 'changed-meanwhile' | 'too-many' };

const mostUpdates = 100;

/**
 * A notice with one update more, public from now on; its draft is used up. Whoever wrote it must have seen all updates before it. The last phase ends it, and another one
 * after that opens it again.
 */
export function publishUpdate(before: IncidentNotice | undefined, { noticeId, updateId, incident, title, components, phase, text, seen }: Publishing, now: Instant): Published {
  const updates = before?.updates ?? [];
  if (before !== undefined && updates.some(({ id }) => id === updateId)) return { kind: 'repeated', notice: before };
  if (updates.length !== seen) return { kind: 'refused', code: 'changed-meanwhile' };
  if (updates.length >= mostUpdates) return { kind: 'refused', code: 'too-many' };
  const update: NoticeUpdate = { id: updateId, at: now, phase, text };
  const base = before ?? {
    id: noticeId, createdAt: now, kind: 'incident' as const, incidentId: incident?.id ?? null, startedAt: Math.min(now, incident?.startedAt ?? now), publishedAt: null, resolvedAt: null, summary: null,
  };
  const notice: IncidentNotice = {
    ...base, title, components: [...components], severity: incident?.severity ?? before?.severity ?? null, publishedAt: base.publishedAt ?? now,
    resolvedAt: phase === 'resolved' ? (base.resolvedAt ?? now) : null, updates: [...updates, update], draft: null,
  };
  return { kind: 'done', notice, update };
}

/** With what was found out, once it is over; undefined while it is not. */
export function summarised(notice: IncidentNotice, { impact, rootCause, resolution }: Omit<PublicSummary, 'at'>, now: Instant): IncidentNotice | undefined {
  return notice.resolvedAt === null || notice.publishedAt === null ? undefined : { ...notice, summary: { impact, rootCause, resolution, at: now } };
}
