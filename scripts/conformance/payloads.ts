import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parsed } from '#domain/ingest/parsed';
import { sourceOf } from '#domain/ingest/sources';
import { bodyIn } from './bodies';
import { alertsOf, differences } from './compare';
import { type Expectation, Expectations, notCompared } from './expectations';

export type Verdict = { passed: number; failed: number };

/**
 * Runs the bodies of a folder through the sources' parsers and compares with its `expect.json`: a case per body, and one per set of files that
 * share a key. Says a line per failure; throws with a sentence where the folder itself can't be read.
 */
export async function checkPayloads(folder: string, say: (line: string) => void): Promise<Verdict> {
  const expectations = readExpectations(folder);
  for (const name of notCompared(expectations)) say(`note: "${name}" is expected somewhere, and is not compared`);
  const failures: string[] = [];
  let passed = 0;
  const judge = (what: string, problems: readonly string[]) => {
    if (problems.length === 0) passed += 1;
    else failures.push(`${what}: ${problems.join('; ')}`);
  };
  for (const [file, expected] of Object.entries(expectations.cases)) judge(file, await caseProblems(folder, file, expected));
  for (const files of expectations.sameKey) judge(files.join(' and '), await keyProblems(folder, files, expectations));
  failures.forEach(say);
  return { passed, failed: failures.length };
}

function readExpectations(folder: string): Expectations {
  const path = join(folder, 'expect.json');
  if (!existsSync(path)) throw new Error(`There is no expect.json in ${folder}.`);
  const read = Expectations.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (read.success) return read.data;
  throw new Error(`${path} is not of this form: ${read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).slice(0, 5).join('; ')}`);
}

async function caseProblems(folder: string, file: string, expected: Expectation): Promise<string[]> {
  const parsed = await parsedFile(folder, file, expected.source);
  return typeof parsed === 'string' ? [parsed] : differences(parsed, expected);
}

async function keyProblems(folder: string, files: readonly string[], { cases }: Expectations): Promise<string[]> {
  const keys: string[][] = [];
  for (const file of files) {
    const parsed = await parsedFile(folder, file, cases[file]?.source ?? file.split('/')[0] ?? '');
    if (typeof parsed === 'string') return [`${file}: ${parsed}`];
    keys.push(alertsOf(parsed).map(({ dedupKey }) => dedupKey));
  }
  const [first = [], ...others] = keys;
  const shared = first.some((key) => others.every((other) => other.includes(key)));
  return shared ? [] : [`expected a dedup key in common, came ${keys.map((own) => JSON.stringify(own)).join(' and ')}`];
}

/** What a parser made of a file, or why it could not be asked. A body that can't even be decoded is refused, as over HTTP. */
async function parsedFile(folder: string, file: string, source: string): Promise<Parsed | string> {
  const parser = sourceOf(source);
  if (parser === undefined) return `there is no source "${source}"`;
  const path = join(folder, file);
  if (!existsSync(path)) return 'there is no such file';
  const body = await bodyIn(path).then((value) => ({ value }), (error: unknown) => ({ problem: reasonOf(error) }));
  if ('problem' in body) return { ok: false, issues: [{ path: '(body)', message: body.problem }] };
  try {
    // As for a sender that gave no key of its own: the same for every reading of this file, another one for the next.
    return parser.parse(body.value, { assignedKey: `assigned:${file}`, mapping: null });
  } catch (error) {
    return `the parser threw: ${reasonOf(error)}`;
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
