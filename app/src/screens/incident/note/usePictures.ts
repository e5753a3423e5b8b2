import { useRef, useState } from 'react';
import type { PictureIn } from '#domain/picture/picture';
import { keepDraft, readDraft } from '../../../drafts/drafts';
import { usePerson } from '../../../session/useSession';
import { mostPictures, NotePictures } from './noteDraft';
import { smallPicture } from './smallPicture';

export type Pictures = {
  all: readonly PictureIn[]; problem: string | null; busy: boolean;
  add: (files: readonly Blob[]) => Promise<void>; remove: (index: number) => void; setWords: (index: number, words: string) => void;
  /** Writes what was typed to the device: at the end of a field, for a letter is not worth a megabyte. */
  keep: () => void; forget: () => void;
  /** Brings back what was forgotten when it was sent, and then refused. */
  restore: (pictures: readonly PictureIn[]) => void;
};

/** The pictures of a note that is being written, made small as they come and kept on this device like its words. */
export function usePictures(incidentId: string): Pictures {
  const { userId } = usePerson();
  const name = `note-pictures.${incidentId}`;
  const [all, setAll] = useState<readonly PictureIn[]>(() => readDraft(userId, name, NotePictures) ?? []);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // Making one small takes a moment, in which another may be removed: what is there by then counts.
  const latest = useRef(all);
  const show = (next: readonly PictureIn[]) => {
    latest.current = next;
    setAll(next);
  };
  const keep = () => keepDraft(userId, name, latest.current.length === 0 ? null : latest.current);
  const add = async (files: readonly Blob[]) => {
    if (files.length === 0) return;
    setBusy(true);
    setProblem(null);
    for (const file of files) {
      if (latest.current.length >= mostPictures) {
        setProblem(`A note takes ${mostPictures} pictures. Put the others into another note.`);
        break;
      }
      const made = await smallPicture(file).catch(() => ({ problem: 'That picture could not be made small. Choose it again.' }));
      if ('problem' in made) setProblem(made.problem);
      else show([...latest.current, made.picture]);
    }
    setBusy(false);
    keep();
  };
  return {
    all, problem, busy, add, keep,
    remove: (index) => { show(latest.current.filter((_, at) => at !== index)); setProblem(null); keep(); },
    setWords: (index, words) => show(latest.current.map((picture, at) => (at === index ? { ...picture, words } : picture))),
    forget: () => { show([]); keep(); },
    restore: (pictures) => { show(pictures); keep(); },
  };
}
