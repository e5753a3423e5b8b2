import { z } from 'zod';
import type { Runbook } from '#domain/runbook/runbook';

/** A runbook while it is written. `basedOn`: the version that it was begun from; null for a new one. */
export const RunbookDraft = z.object({ source: z.string(), ownerId: z.string().nullable(), note: z.string(), basedOn: z.number().nullable() });
export type RunbookDraft = z.infer<typeof RunbookDraft>;

/** What the drafts on this device call the draft of this runbook. */
export const draftNameOf = (runbookId: string): string => `runbook:${runbookId}`;

/** The form before anything is typed: the runbook as it is, or the template of a new one, which its writer owns. */
export function beginning(runbook: Runbook | null, template: string, userId: string): RunbookDraft {
  return runbook
    ? { source: runbook.markdown, ownerId: runbook.ownerId, note: '', basedOn: runbook.version }
    : { source: template, ownerId: userId, note: '', basedOn: null };
}

/** Whether there is something to lose. */
export function isChanged(draft: RunbookDraft, before: RunbookDraft): boolean {
  return draft.source !== before.source || draft.ownerId !== before.ownerId || draft.note !== before.note;
}

/** Whether somebody saved another version than the one that this draft was begun from. */
export function isOvertaken(draft: RunbookDraft, runbook: Runbook | null): runbook is Runbook {
  return runbook !== null && draft.basedOn !== runbook.version;
}

/** The draft that brings an earlier version back, as a change of the newest. */
export function restoring(runbook: Runbook, version: { version: number; markdown: string }): RunbookDraft {
  return { source: version.markdown, ownerId: runbook.ownerId, note: `Back to version ${version.version}`, basedOn: runbook.version };
}
