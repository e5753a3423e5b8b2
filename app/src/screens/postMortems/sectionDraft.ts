import { z } from 'zod';
import type { Section } from '#domain/postMortem/postMortem';
import { diffOf } from '../runbooks/diff';

/** A section while it is written, on this device: its words, and the version that they go on from. */
export const SectionDraft = z.strictObject({ text: z.string(), basedOn: z.number() });
export type SectionDraft = z.infer<typeof SectionDraft>;

/** What is unsaved of a draft: null where it says what is saved, also because the answer to a save got lost. */
export const unsaved = (draft: SectionDraft | null, section: Pick<Section, 'text'>): SectionDraft | null => (draft === null || draft.text === section.text ? null : draft);

/** Somebody saved another version of the section since this draft was begun. */
export const isOvertaken = (draft: SectionDraft | null, section: Pick<Section, 'text' | 'version'>): boolean => unsaved(draft, section) !== null && draft !== null && draft.basedOn !== section.version;

/** Every line of both texts, in their order: what is alike once, what differs theirs before mine. So whoever mends it has every word before them. */
export const bothOf = (theirs: string, mine: string): string => (theirs.trim() === '' ? mine : diffOf(theirs, mine).map(({ text }) => text).join('\n'));
