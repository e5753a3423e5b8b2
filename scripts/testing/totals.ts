import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many tests passed, failed or did not run. */
export type Totals = { passed: number; failed: number; skipped: number };

export const none: Totals = { passed: 0, failed: 0, skipped: 0 };

export const add = (a: Totals, b: Totals): Totals => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The last line of `npm test`; other programs read it. */
export const totalsLine = ({ passed, failed, skipped }: Totals): string => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** A skipped test says nothing, so it is no success. */
export const isSuccess = ({ passed, failed, skipped }: Totals): boolean => passed > 0 && failed === 0 && skipped === 0;

/** The parts of vitest's JSON report that count. */
const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/**
 * Counts a report. A file that fails outside its tests (it does not load, its setup throws) is one failure; so is a run
 * that ended badly with no failure in its report: no tests found, an error after the last one, a crash.
 */
export const readTotals = (path: string, code: number | null): Totals => {
  const report = read(path);
  if (report === undefined) return { ...none, failed: 1 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

const read = (path: string): z.infer<typeof Report> | undefined => {
  try {
    return Report.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // vitest writes no report when it cannot start; its own output has told why.
    return undefined;
  }
};
