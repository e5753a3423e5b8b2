import { join } from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const alias = { '#domain': join(import.meta.dirname, 'domain') };
const setupFiles = [join(import.meta.dirname, 'tests/setup/console.ts')];

/** Tests of what crosses a boundary: `files` at a time, because they share one emulator suite (or its ports). */
const boundary = (name: string, testTimeout: number, retry = 0, files = 1, tidies = true, except: string[] = []): TestProjectInlineConfiguration => ({
  resolve: { alias },
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    exclude: except,
    environment: 'node',
    setupFiles: tidies ? [...setupFiles, join(import.meta.dirname, 'tests/setup/tidy.ts')] : setupFiles,
    fileParallelism: files > 1,
    maxWorkers: files,
    testTimeout,
    hookTimeout: testTimeout,
    retry,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: [...['functions/src', 'app/src', 'scripts'].map((folder) => `${folder}/**/*.test.{ts,tsx}`), 'tests/proof/**/*.test.ts'],
          environment: 'node',
          setupFiles,
          // The linter's own tests load the type-checked configuration, and the whole may run beside tests that come first.
          testTimeout: 90_000,
        },
      },
      {
        resolve: { alias },
        // Pure: no file can leave anything behind for the next, so all of them share what they import (11 s of importing instead of 60).
        test: { name: 'unit-domain', include: ['domain/**/*.test.ts'], environment: 'node', setupFiles, isolate: false, testTimeout: 90_000 },
      },
      {
        resolve: { alias },
        // The whole backend in virtual time on a store in memory: one file takes as long as its steps take.
        test: { name: 'simulation', include: ['tests/simulation/**/*.test.ts'], environment: 'node', setupFiles, testTimeout: 300_000, execArgv: ['--max-semi-space-size=64'] },
      },
      boundary('rules', 30_000, 0, 1, false),
      // A listener of the emulator, or a real browser, on two busy cores stalls now and then: tried once more, which the reporter shows; a fault of ours fails twice.
      // They wait for listeners more than they compute, and each has a service of its own.
      boundary('backend', 60_000, 1, 3),
      // What counts every document, stops workers, or pages the seeded people and counts every page of theirs.
      boundary('alone', 60_000, 1),
      // Three tries: the emulator's listeners, which a browser cannot ask anew, lose a change now and then.
      // Where another journey goes by: made when all is asked for, so that the whole stays near twenty minutes.
      boundary('journeys', 120_000, 2, 1, true, process.env.ROUSE_SIZES === 'all' ? [] : ['tests/journeys/detours/**']),
      boundary('quality', 60_000, 1),
      boundary('start', 240_000, 0, 1, false),
    ],
  },
});
