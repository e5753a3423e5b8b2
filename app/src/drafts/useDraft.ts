import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { usePerson } from '../session/useSession';
import { say } from '../ui';
import { keepDraft, readDraft } from './drafts';

/** Something half-typed that survives a reload, on this device and for this person. `keep(null)` forgets it. */
export function useDraft<T>(name: string, schema: z.ZodType<T>): { draft: T | null; keep: (draft: T | null) => void } {
  const { userId } = usePerson();
  const [held, hold] = useState(() => ({ name, draft: readDraft(userId, name, schema) }));
  // The screen of another scope is another draft.
  if (held.name !== name) hold({ name, draft: readDraft(userId, name, schema) });
  const keep = useCallback((draft: T | null) => {
    keepDraft(userId, name, draft);
    hold({ name, draft });
  }, [userId, name]);
  return { draft: held.name === name ? held.draft : null, keep };
}

/** Whoever leaves with something unsaved is told so: by the browser where it would close, by a sentence where they come back to it. */
export function useUnsavedWarning(unsaved: boolean, sentence: string): void {
  const latest = useRef({ unsaved, sentence });
  useEffect(() => { latest.current = { unsaved, sentence }; }, [unsaved, sentence]);
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => { if (latest.current.unsaved) event.preventDefault(); };
    window.addEventListener('beforeunload', onLeave);
    const at = latest;
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      if (at.current.unsaved) say(at.current.sentence);
    };
  }, []);
}
