import { z } from 'zod';
import { PictureIn } from '#domain/picture/picture';
import { MINUTE } from '#domain/time/instant';
import { resolveWallTime, WallTime } from '#domain/time/zone';
import type { Wish } from '../../../commands/wish';

/** A note as it is being typed. `happened`: a wall time in the writer's zone, where it tells of something past; null: now. */
export const NoteDraft = z.strictObject({ text: z.string(), happened: z.string().nullable() });
export type NoteDraft = z.infer<typeof NoteDraft>;
/** Kept apart from the words: where a device has no room for pictures, the words are kept all the same. */
export const NotePictures = z.array(PictureIn).max(4);

export const emptyNote: NoteDraft = { text: '', happened: null };

/** The most a note, a decision and a note's pictures may be: the command's own limits. */
export const mostCharacters = { note: 20_000, decision: 500 } as const;
export const mostPictures = 4;

export type NoteProblems = { text?: string; happened?: string };
type Written = { wish: Extract<Wish, { type: 'addNote' | 'addDecision' }> } | { problems: NoteProblems };
type About = { incidentId: string; zone: string; now: number };

/** The command that writes it down, or what is still wrong with it. `now`: ms since epoch. */
export function noteWish({ text, happened }: NoteDraft, pictures: readonly PictureIn[], { incidentId, zone, now }: About): Written {
  const at = happenedAt(happened, zone, now);
  const problems: NoteProblems = {
    ...(text.trim() === '' && pictures.length === 0 ? { text: 'Write something, or add a picture.' } : {}),
    ...(text.trim().length > mostCharacters.note ? { text: tooLong(text, mostCharacters.note) } : {}),
    ...(typeof at === 'string' ? { happened: at } : {}),
  };
  if (Object.keys(problems).length > 0) return { problems };
  return {
    wish: {
      type: 'addNote', incidentId, text: text.trim(), ...(typeof at === 'number' ? { happenedAt: at } : {}),
      ...(pictures.length === 0 ? {} : { pictures: pictures.map((picture) => ({ ...picture, words: picture.words.trim() })) }),
    },
  };
}

/** The command that pins it as a decision, or what is still wrong with it. */
export function decisionWish({ text }: NoteDraft, { incidentId }: Pick<About, 'incidentId'>): Written {
  const words = text.trim();
  if (words === '') return { problems: { text: 'Say what was decided.' } };
  if (words.length > mostCharacters.decision) return { problems: { text: `${tooLong(text, mostCharacters.decision)} A decision is pinned where everybody sees it: keep it short, and put the rest into a note.` } };
  return { wish: { type: 'addDecision', incidentId, text: words } };
}

const tooLong = (text: string, most: number) => `${text.trim().length.toLocaleString('en')} of ${most.toLocaleString('en')} characters. Leave the part that shows it.`;

/** null: now; a sentence: what is wrong with the time. */
function happenedAt(happened: string | null, zone: string, now: number): number | string | null {
  if (happened === null) return null;
  const wall = WallTime.safeParse(happened);
  if (!wall.success) return 'Enter the date and time.';
  const at = resolveWallTime(wall.data, zone, 'first');
  if (at > now) return 'This is in the future.';
  // The field knows no seconds: what happened within this minute is now.
  return now - at < MINUTE ? null : at;
}
