import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a folder holds a finished export of the emulators: firebase-tools writes this file last. */
export const holdsExport = (folder: string): boolean => existsSync(join(folder, 'firebase-export-metadata.json'));

/**
 * Puts a new export in the place of the old one, and says whether it did. The old one stays until a finished new one is
 * beside it, because firebase-tools exports only the emulators that happen to run.
 */
export const replaceExport = (fresh: string, kept: string): boolean => {
  if (!holdsExport(fresh)) return false;
  const old = `${kept}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(kept)) renameSync(kept, old);
  renameSync(fresh, kept);
  rmSync(old, { recursive: true, force: true });
  return true;
};
