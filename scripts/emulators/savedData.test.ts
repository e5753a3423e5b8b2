import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdsExport, replaceExport } from './savedData';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rouse-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string | undefined): string => {
  const path = join(folder, name);
  mkdirSync(path);
  if (text !== undefined) writeFileSync(join(path, 'firebase-export-metadata.json'), text);
  return path;
};
const text = (path: string): string => readFileSync(join(path, 'firebase-export-metadata.json'), 'utf8');

it('replaces what is there and leaves nothing beside it', () => {
  const kept = write('data', 'old');
  const fresh = write('saving', 'new');
  expect(replaceExport(fresh, kept)).toBe(true);
  expect(text(kept)).toBe('new');
  expect([fresh, `${kept}.old`].filter((path) => existsSync(path))).toEqual([]);
});

it('keeps what is there when the new export was not finished', () => {
  const kept = write('data', 'old');
  expect(replaceExport(write('saving', undefined), kept)).toBe(false);
  expect(replaceExport(join(folder, 'missing'), kept)).toBe(false);
  expect(text(kept)).toBe('old');
});

it('writes the first one', () => {
  const kept = join(folder, 'data');
  expect(replaceExport(write('saving', 'new'), kept)).toBe(true);
  expect(holdsExport(kept)).toBe(true);
});
