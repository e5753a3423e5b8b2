import { expect, it } from 'vitest';
import { firebaseSigns } from './firebaseOutput';
import type { KeeperReport } from './keeperMessages';

it('hears readiness in pieces cut anywhere', () => {
  const reports: KeeperReport[] = [];
  const signs = firebaseSigns((report) => reports.push(report));
  signs.read('│ ✔  All emulators ready! It is now');
  expect(reports).toEqual([]);
  signs.read(' safe to connect your app. │\n');
  expect(reports).toEqual([{ type: 'ready' }]);
});

it('tells functions that do not load', () => {
  const reports: KeeperReport[] = [];
  const signs = firebaseSigns((report) => reports.push(report));
  const line = '⬢  functions: Failed to load function definition from source: FirebaseError: no';
  signs.read(`${line}\n│ ✔  All emulators ready! │\n`);
  expect(reports).toEqual([{ type: 'ready', functionsProblem: line }]);
});

it('keeps its last words, and knows when a clean end began', () => {
  const signs = firebaseSigns(() => undefined);
  signs.read(Array.from({ length: 100 }, (_, index) => `line ${index}\n`).join(''));
  expect(signs.heardSigint()).toBe(false);
  signs.read('i  emulators: Received SIGINT (Ctrl-C) for the first time. Starting a clean shutdown.\nbye');
  expect(signs.heardSigint()).toBe(true);
  expect(signs.tail()).toMatch(/^line 41\n[^]*\nbye$/);
});
