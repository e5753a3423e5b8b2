import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../../app/dist/assets');

/** The file of a part, whose name ends with eight signs of its contents. */
function fileOf(part: string): string {
  const found = readdirSync(folder).filter((file) => file.startsWith(`${part}-`) && file.length === part.length + '-12345678.js'.length && file.endsWith('.js'));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${part}: ${found.length} files of the build are called so`);
  return found[0];
}

/** What a file of the build cannot run without: what it imports at once, by name. */
const imported = (file: string): string[] => [...readFileSync(join(folder, file), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].flatMap(([, name]) => name ?? []);

/** How much JavaScript these parts of the production build take with all that they import, by gzip (kB). */
export function weightOf(parts: readonly string[]): number {
  const needed = new Set<string>();
  const waiting = parts.map(fileOf);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (needed.has(file)) continue;
    needed.add(file);
    waiting.push(...imported(file));
  }
  return [...needed].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1000;
}
