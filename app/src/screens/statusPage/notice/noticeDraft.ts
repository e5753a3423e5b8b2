import { z } from 'zod';
import { Phase } from '#domain/incident/phase';
import { type IncidentNotice, type NoticeUpdate, Touched } from '#domain/statusPage/notice';
import type { Issue } from '../../../commands/send';

/** A notice while it is written, on this device. What is null was not changed: it follows what waits on the server. `seen`: how many updates were public when this was begun. */
export const NoticeDraft = z.strictObject({
  title: z.string().nullable(), components: z.array(Touched).nullable(), phase: Phase.nullable(), text: z.string().nullable(), seen: z.number(),
});
export type NoticeDraft = z.infer<typeof NoticeDraft>;

/** The name under which a notice is kept that nothing is stored of. */
export const newNoticeName = (incidentId: string | null): string => `notice:new:${incidentId ?? ''}`;
/** The name under which the words for a stored notice are kept. */
export const noticeName = (noticeId: string): string => `notice:${noticeId}`;

/** What the screen shows, and what is published of it. */
export type Written = { title: string; components: Touched[]; phase: Phase; text: string };

/** What the words begin with: the draft that waits, else where the last update left it, with no words. `goesOn`: after it was resolved, so that nothing is known of it again. */
export function beginningOf(notice: IncidentNotice, goesOn = false): Written {
  const { title, components, draft, updates } = notice;
  return { title, components, phase: draft?.phase ?? (goesOn ? 'investigating' : updates.at(-1)?.phase) ?? 'investigating', text: draft?.text ?? '' };
}

/** The beginning with what was changed here. `words`: those of another phase, where the words that wait are of one and nobody has written their own. */
export function writtenOf(draft: NoticeDraft | null, beginning: Written, words: (phase: Phase, touched: readonly Touched[]) => string | null): Written {
  const title = draft?.title ?? beginning.title;
  const components = draft?.components ?? beginning.components;
  const phase = draft?.phase ?? beginning.phase;
  const isDrafted = beginning.text !== '' && phase !== beginning.phase;
  return { title, components, phase, text: draft?.text ?? (isDrafted ? words(phase, components) : null) ?? beginning.text };
}

/** The draft with a change; begun now, it has seen as many updates as are public. */
export function changed(draft: NoticeDraft | null, changes: Partial<Written>, published: number): NoticeDraft {
  return { ...(draft ?? { title: null, components: null, phase: null, text: null, seen: published }), ...changes };
}

/** The draft with the words that wait on the server again; null where nothing else of it was changed. */
export function withoutText(draft: NoticeDraft | null): NoticeDraft | null {
  return draft === null || (draft.title === null && draft.components === null && draft.phase === null) ? null : { ...draft, text: null };
}

/**
 * What is unsent of a draft. null where an update that came after it was begun says the same: it was published, and only the answer got lost on its way.
 */
export function unsent(draft: NoticeDraft | null, updates: readonly NoticeUpdate[]): NoticeDraft | null {
  if (draft === null) return null;
  const isPublic = updates.slice(draft.seen).some(({ text, phase }) => draft.text !== null && text === draft.text.trim() && (draft.phase === null || phase === draft.phase));
  return isPublic ? null : draft;
}

/** What was written before there was a notice, as the draft for the one that there is now. `its`: what was written for that one already; null: nothing. No word of either is lost. */
export function carriedOver(mine: NoticeDraft, its: NoticeDraft | null): NoticeDraft {
  if (its === null) return mine;
  const texts = [...new Set([its.text, mine.text].filter((text) => text !== null))];
  return {
    title: its.title ?? mine.title, components: its.components ?? mine.components, phase: its.phase ?? mine.phase, text: texts.length === 0 ? null : texts.join('\n\n'), seen: Math.min(mine.seen, its.seen),
  };
}

/** What others published since this draft was begun; none: it stands as it was. */
export const publishedMeanwhile = (draft: NoticeDraft | null, updates: readonly NoticeUpdate[]): NoticeUpdate[] => (draft === null ? [] : updates.slice(draft.seen));

/** What keeps it from being published, at the field that it is about; `nothing` wrong: an empty list. */
export function issuesOf({ title, components, text }: Written): Issue[] {
  return [
    ...(title.trim() === '' ? [{ path: 'title', message: 'is needed' }] : []),
    ...(text.trim() === '' ? [{ path: 'text', message: 'Write what those outside should know.' }] : []),
    ...(components.length === 0 ? [{ path: 'components', message: 'Choose at least one component.' }] : []),
  ];
}
