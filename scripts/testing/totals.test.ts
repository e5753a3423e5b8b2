import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { add, isSuccess, readTotals, totalsLine } from './totals';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rouse-totals-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) });
const totalsOf = (code: number, counts: number[], testResults: object[]) => {
  const path = join(folder, 'report.json');
  const [numPassedTests, numFailedTests, numPendingTests, numTodoTests] = counts;
  writeFileSync(path, JSON.stringify({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }));
  return readTotals(path, code);
};

describe('readTotals', () => {
  it('counts what the report says; a todo did not run either', () => {
    expect(totalsOf(1, [5, 2, 1, 1], [file('failed', 'failed', 'failed')])).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('counts a file that does not load as a failure', () => {
    expect(totalsOf(1, [5, 0, 0, 0], [file('passed', 'passed'), file('failed')])).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('counts a bad end without a failure in the report, and a missing report', () => {
    expect(totalsOf(1, [5, 0, 0, 0], [])).toEqual({ passed: 5, failed: 1, skipped: 0 });
    expect(readTotals(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

it('sums, and says so in the form that other programs read', () => {
  const sum = add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
  expect(totalsLine(sum)).toBe('11 passed, 22 failed, 33 skipped');
});

it.each([
  [{ passed: 3, failed: 0, skipped: 0 }, true],
  [{ passed: 3, failed: 1, skipped: 0 }, false],
  [{ passed: 3, failed: 0, skipped: 1 }, false],
  [{ passed: 0, failed: 0, skipped: 0 }, false],
])('%j is a success: %s', (totals, success) => {
  expect(isSuccess(totals)).toBe(success);
});
