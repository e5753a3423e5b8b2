import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Verdict } from './payloads';
import { type Compared, kinds } from './schedulesKinds';

/** How many lines of a difference are said. */
const linesSaid = 6;

/**
 * Runs the cases of a file, `{ "cases": [{ id, kind, input, expect }] }`, through the on-call engine. Says a line per failure, with what was expected
 * and what came; a case that is not of its kind's form is one. Throws with a sentence where the file itself can't be read.
 */
export function checkSchedules(path: string, say: (line: string) => void): Verdict {
  let passed = 0;
  let failed = 0;
  for (const [i, one] of casesIn(path).entries()) {
    const problem = problemOf(one);
    if (problem === undefined) {
      passed += 1;
      continue;
    }
    failed += 1;
    say(`${nameOf(one, i)}: ${problem}`);
  }
  return { passed, failed };
}

const File = z.union([z.object({ cases: z.array(z.unknown()) }).transform(({ cases }) => cases), z.array(z.unknown())]);
const Case = z.object({ kind: z.string(), input: z.unknown().optional(), expect: z.unknown().optional() });
const Named = z.object({ id: z.string() });

function casesIn(path: string): unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} can not be read as JSON: ${reasonOf(error)}`, { cause: error });
  }
  const read = File.safeParse(content);
  if (read.success) return read.data;
  throw new Error(`${path} is not of this form: an object with a list of "cases".`);
}

function nameOf(one: unknown, i: number): string {
  const named = Named.safeParse(one);
  return named.success ? named.data.id : `case ${i + 1}`;
}

function problemOf(one: unknown): string | undefined {
  const read = Case.safeParse(one);
  if (!read.success) return 'is not a case: it has no kind';
  const { kind, input, expect } = read.data;
  const run = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (run === undefined) return `there is no kind "${kind}"`;
  try {
    return difference(run(input, expect));
  } catch (error) {
    return reasonOf(error);
  }
}

/** The lines that differ, in the order of the case; undefined when none does. */
function difference({ expected, came }: Compared): string | undefined {
  if (expected.length === came.length && expected.every((line, i) => line === came[i])) return undefined;
  const [missing, extra] = [without(expected, came), without(came, expected)];
  if (missing.length + extra.length === 0) return `expected ${shortened(expected)}, came in another order: ${shortened(came)}`;
  return `expected ${shortened(missing)}; came ${shortened(extra)}`;
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const i = left.indexOf(line);
    if (i >= 0) left.splice(i, 1);
    return i < 0;
  });
}

const shortened = (lines: readonly string[]) =>
  lines.length === 0 ? 'nothing else' : `${lines.slice(0, linesSaid).join(' | ')}${lines.length > linesSaid ? ` and ${lines.length - linesSaid} more` : ''}`;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
