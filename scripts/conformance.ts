/**
 * `npm run conformance -- payloads <folder>`: whether the parsers make of every body in a folder what its `expect.json` says. A line per
 * failure, and at the end `N passed, M failed`; exit code 1 when something failed.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkPayloads } from './conformance/payloads';

const usage = 'Give it like this: npm run conformance -- payloads <folder>';

/** npm changes to the root folder; a relative path may have been meant from where npm was started. */
function folderAt(path: string): string {
  const here = resolve(path);
  return existsSync(here) ? here : resolve(process.env.INIT_CWD ?? '.', path);
}

async function main([what, path]: readonly string[]): Promise<number> {
  switch (what) {
    case 'payloads': {
      if (path === undefined) throw new Error(usage);
      const { passed, failed } = await checkPayloads(folderAt(path), (line) => console.log(line));
      console.log(`${passed} passed, ${failed} failed`);
      return failed > 0 ? 1 : 0;
    }
    case 'schedules':
      throw new Error('Schedules can not be checked by this command yet: their rules are held by the unit tests of domain/oncall.');
    default:
      throw new Error(usage);
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
