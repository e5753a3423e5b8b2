import { useState } from 'react';

/** A sheet that is fetched when it first opens, and what it is about; kept while it closes, so that nothing changes under the motion. */
export type Opening<About> = { about: About | null; open: boolean; show: (about: About) => void; close: () => void };

/** Whether a sheet is up, and about what. `about` null: it never was, and need not be loaded. */
export function useOpening<About>(): Opening<About> {
  const [state, set] = useState<{ about: About | null; open: boolean }>({ about: null, open: false });
  return {
    ...state,
    show: (about) => set({ about, open: true }),
    close: () => set((before) => ({ ...before, open: false })),
  };
}
