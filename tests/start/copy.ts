import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../../scripts/root';

const left = ['.git', '.rouse', '.firebase', 'node_modules', 'dist', 'lib'];

/** A copy of this tree as a stranger has it after `npm ci`: no builds, no documents of an earlier run. */
export const copyOfTree = (): { folder: string; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'rouse-start-'));
  cpSync(root, folder, { recursive: true, filter: (path) => path === root || !left.includes(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
