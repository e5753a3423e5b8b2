import { z } from 'zod';
import type { Incident } from '#domain/incident/incident';
import { Phase } from '#domain/incident/phase';
import type { SeverityPolicy } from '#domain/incident/severity';
import { phaseTold } from '#domain/update/phaseTold';
import { draftOf } from '#domain/update/templates';

/** An update half-written. What is null was not chosen: it follows the incident. */
export const UpdateDraft = z.object({ phase: Phase.nullable(), final: z.boolean().nullable(), text: z.string().nullable() });
export type UpdateDraft = z.infer<typeof UpdateDraft>;

export const untouchedDraft: UpdateDraft = { phase: null, final: null, text: null };

/** The update as it stands on the screen: the phase of the incident, or that of the update before (`last`) where that went further; final once it is over, and the template's words, each until somebody changes it. */
export function composed(draft: UpdateDraft, incident: Incident, last: Phase | null, severities: SeverityPolicy, now: number, zone: string): { phase: Phase; final: boolean; text: string } {
  const phase = draft.phase ?? phaseTold(incident, last);
  const final = draft.final ?? phase === 'resolved';
  return { phase, final, text: draft.text ?? draftOf(incident, phase, final, { severities }, now, zone) };
}

/** The draft to keep; null where nothing of it was chosen, so that there is nothing to keep. */
export function keptDraft(draft: UpdateDraft): UpdateDraft | null {
  return draft.phase === null && draft.final === null && draft.text === null ? null : draft;
}
