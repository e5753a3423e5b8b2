import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run';
import { readTotals, type Totals } from './totals';

/** The test projects of vitest.config.ts, in the order in which `npm test` runs them. */
export const projects = ['unit', 'simulation', 'rules', 'backend', 'alone', 'journeys', 'quality', 'start'] as const;
export type Project = (typeof projects)[number];

/** Those that run against the emulator suite. */
export const onSuite: readonly Project[] = ['rules', 'backend', 'alone', 'journeys', 'quality'];

/**
 * Runs one project and counts its tests. `args` are further arguments, such as file names. vitest's own output is shown as it comes; of one that runs `beside` others, when
 * it has ended: it has the processor when the others wait.
 */
export const runProject = async (
  project: Project,
  args: string[],
  environment: Record<string, string>,
  stopped: AbortSignal,
  beside = false,
): Promise<Totals> => {
  const folder = mkdtempSync(join(tmpdir(), 'rouse-report-'));
  const report = join(folder, 'report.json');
  try {
    const { code, output } = await run(
      process.execPath,
      [
        // The unit tests are two projects: `unit` and `unit-domain`.
        ...['node_modules/vitest/vitest.mjs', 'run', '--project', project === 'unit' ? 'unit*' : project],
        ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report],
        ...args,
      ],
      { env: environment, show: !beside, stopped, humble: beside },
    );
    if (beside) console.log(output);
    return readTotals(report, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
