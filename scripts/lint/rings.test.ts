import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { root } from '../root';

// The snippets are in no file, so nothing can be said about their types; the rules under test need none.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false, project: null } } },
  ] as never, // ESLint and typescript-eslint each declare this shape in their own words.
});

/** The rules that a snippet breaks when it stands in the file `path`. */
const broken = async (path: string, code: string): Promise<(string | null)[]> => {
  const [result] = await eslint.lintText(code, { filePath: `${root}/${path}` });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? `not linted: ${message}`);
};

describe('who may import whom', () => {
  it.each([
    ['domain/incident/x.ts', "import 'firebase/firestore';"],
    ['domain/incident/x.ts', "import 'firebase-admin/firestore';"],
    ['domain/incident/x.ts', "import 'react';"],
    ['domain/incident/x.ts', "import 'node:crypto';"],
    ['domain/incident/x.ts', "import 'vitest';"],
    ['domain/incident/x.ts', "import 'temporal-polyfill';"],
    ['domain/incident/x.ts', "import '../../functions/src/store/y';"],
    ['domain/incident/x.ts', "import '../../app/src/ui/y';"],
    ['domain/incident/x.ts', "import '../../scripts/root';"],
    ['domain/incident/x.ts', "export * from 'react';"],
    ['domain/incident/x.ts', "export { a } from 'react';"],
    ['domain/incident/x.ts', "void import('react');"],
    ['domain/incident/x.ts', "export type A = import('react').FC;"],
    ['domain/incident/x.ts', 'export const load = (name: string) => import(name);'],
    ['domain/incident/x.test.ts', "import 'firebase-admin/firestore';"],
    ['functions/src/store/x.ts', "import 'react';"],
    ['functions/src/store/x.ts', "import 'firebase/firestore';"],
    ['functions/src/store/x.ts', "import '../../../app/src/ui/y';"],
    ['functions/src/store/x.ts', "import '../../../scripts/root';"],
    ['app/src/ui/x.tsx', "import 'firebase/auth';"],
    ['app/src/ui/x.tsx', "void import('firebase/firestore');"],
    ['app/src/sw/x.ts', "import 'firebase/messaging/sw';"],
    ['app/src/live/x.ts', "import 'firebase-admin/firestore';"],
    ['app/src/live/x.ts', "import '../../../functions/src/store/y';"],
    ['app/src/ui/x.tsx', "import 'node:fs';"],
    ['app/src/ui/x.tsx', "import 'temporal-polyfill';"],
  ])('%s refuses %s', async (path, code) => {
    expect(await broken(path, code)).toEqual(['rouse/rings']);
  });

  it.each([
    ['domain/incident/x.ts', "import 'zod'; import '../time/zone'; import '#domain/access/roles';"],
    ['domain/time/x.ts', "import 'temporal-polyfill';"],
    ['domain/incident/x.test.ts', "import 'vitest'; import 'node:fs';"],
    ['functions/src/store/x.ts', "import 'firebase-admin/firestore'; import 'node:crypto'; import '#domain/a'; import './y';"],
    ['functions/src/store/x.ts', "import '../../../domain/incident/y';"],
    ['app/src/live/x.ts', "import 'firebase/firestore';"],
    ['app/src/session/x.ts', "void import('firebase/auth');"],
    ['app/src/device/x.ts', "import 'firebase/messaging';"],
    ['app/src/ui/x.tsx', "import 'react'; import '@ionic/react'; import '#domain/a'; import '../live/y';"],
    ['scripts/x.ts', "import 'firebase-admin/firestore'; import '../functions/src/y'; import '../domain/z';"],
  ])('%s allows %s', async (path, code) => {
    expect(await broken(path, code)).toEqual([]);
  });
});

describe('a pure domain', () => {
  it.each([
    ['no-restricted-properties', 'export const a = Date.now();'],
    ['no-restricted-properties', 'export const a = Math.random();'],
    ['no-restricted-syntax', 'export const a = new Date();'],
    ['no-restricted-syntax', 'export const a = Date();'],
    ['no-restricted-syntax', 'export const a = (day: Date) => day.getHours();'],
    ['no-restricted-globals', 'export const a = process.env;'],
    ['no-restricted-globals', "export const a = fetch('https://example.org');"],
    ['no-restricted-globals', 'export const a = setTimeout(() => undefined, 1);'],
    ['no-restricted-globals', 'export const a = crypto.randomUUID();'],
    ['no-restricted-globals', 'export const a = globalThis.Date;'],
  ])('%s: %s', async (rule, code) => {
    expect(await broken('domain/incident/x.ts', code)).toEqual([rule]);
  });

  it('may make a date of a number, and read it in UTC', async () => {
    expect(await broken('domain/incident/x.ts', 'export const a = (now: number) => new Date(now).getUTCHours();')).toEqual([]);
  });
});

describe('every file', () => {
  const lines = (count: number) => 'export {};\n'.repeat(count);

  it('has at most 400 lines, blank ones and comments included', async () => {
    expect(await broken('app/src/ui/x.tsx', lines(400))).toEqual([]);
    expect(await broken('app/src/ui/x.tsx', lines(399) + '\n// a comment')).toEqual(['max-lines']);
  });

  it('cannot switch a rule off', async () => {
    expect(await broken('domain/x.ts', "// eslint-disable-next-line\nimport 'react';")).toContain('rouse/rings');
  });

  it('uses no any and no non-null assertion', async () => {
    expect(await broken('app/src/ui/x.tsx', 'export const a = (b: any) => b;')).toEqual(['@typescript-eslint/no-explicit-any']);
    expect(await broken('app/src/ui/x.tsx', 'export const a = (b?: string) => b!;')).toEqual([
      '@typescript-eslint/no-non-null-assertion',
    ]);
  });
});
