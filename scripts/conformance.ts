/**
 * `npm run conformance -- payloads <folder>`: whether the parsers make of every body in a folder what its `expect.json` says.
 * `npm run conformance -- schedules <file>`: whether the on-call engine makes of every case in a file what the case expects.
 * A line per failure, and at the end `N passed, M failed`; exit code 1 when something failed.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkPayloads, type Verdict } from './conformance/payloads';
import { checkSchedules } from './conformance/schedules';

const usage = 'Give it like this: npm run conformance -- payloads <folder>, or npm run conformance -- schedules <file>';

/** npm changes to the root folder; a relative path may have been meant from where npm was started. */
function placeAt(path: string): string {
  const here = resolve(path);
  return existsSync(here) ? here : resolve(process.env.INIT_CWD ?? '.', path);
}

async function main([what, path]: readonly string[]): Promise<number> {
  if (path === undefined) throw new Error(usage);
  const { passed, failed } = await verdictOn(what, placeAt(path), (line) => console.log(line));
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function verdictOn(what: string | undefined, path: string, say: (line: string) => void): Promise<Verdict> {
  switch (what) {
    case 'payloads':
      return checkPayloads(path, say);
    case 'schedules':
      return checkSchedules(path, say);
    default:
      throw new Error(usage);
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
