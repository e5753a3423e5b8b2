import { useCallback, useMemo, useState } from 'react';
import { z } from 'zod';
import { fingerprint } from './sameValue';
import { useDraft } from './useDraft';

export type Edited<T> = {
  /** What is shown and typed in. */
  value: T;
  changed: boolean;
  /** Somebody else has saved another value since this draft was begun. */
  overtaken: boolean;
  change: (value: T) => void;
  /** Back to what is saved. */
  discard: () => void;
  /** Saved: the draft is forgotten, and its value stays on the screen until the listener brings it back. */
  settle: (value: T) => void;
};

/** Saved configuration while it is edited: the changes stay on this device until they are saved or discarded. `saved` undefined: not known yet. */
export function useEdited<T>(name: string, schema: z.ZodType<T>, saved: T | undefined): Edited<T> | null {
  const withBase = useMemo(() => z.object({ base: z.string(), value: schema }), [schema]);
  const { draft, keep } = useDraft(name, withBase);
  const [settling, setSettling] = useState<{ value: T; before: string } | null>(null);
  const stored = useMemo(() => (saved === undefined ? null : fingerprint(saved)), [saved]);
  const settled = settling !== null && settling.before === stored ? settling.value : null;
  const base = draft?.base ?? (settled === null ? stored : fingerprint(settled));
  const change = useCallback((value: T) => { if (base !== null) keep({ base, value }); }, [base, keep]);
  const discard = useCallback(() => keep(null), [keep]);
  const settle = useCallback((value: T) => {
    if (stored !== null) setSettling({ value, before: stored });
    keep(null);
  }, [stored, keep]);
  return useMemo(() => {
    if (saved === undefined || stored === null) return null;
    const changed = draft !== null && fingerprint(draft.value) !== (settled === null ? stored : fingerprint(settled));
    return { value: draft?.value ?? settled ?? saved, changed, overtaken: changed && settled === null && draft.base !== stored, change, discard, settle };
  }, [saved, stored, draft, settled, change, discard, settle]);
}
