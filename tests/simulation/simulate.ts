import { join } from 'node:path';
import fc from 'fast-check';
import { action, type Action } from './actions';
import { loadDomain } from './backend/instance';
import { type Mutations, readSources } from './backend/sources';
import { type Setup, setup } from './people';
import { type Broken, type Code, type Counts, World } from './world';

/** Actions of one world at most; its number is random. */
const mostActions = 240;
export type Life = { setup: Setup; actions: Action[] };
export const life: fc.Arbitrary<Life> = fc.record({ setup, actions: fc.array(action, { minLength: 1, maxLength: mostActions, size: 'max' }) });

/** `path`: where a shrunk failure lies, as a report prints it. */
export type Asked = { steps: number; seed: number; path?: string; shrinkFor?: number; onWorld?: (counts: Counts) => void };
export type Outcome = { counts: Counts; worlds: number; broken: (Broken & { seed: number; path: string; life: Life }) | undefined };

/** The code under this root, broken on purpose where `mutations` says so. */
export async function readCode(mutations: Mutations = {}, root = process.env.ROUSE_SIMULATED ?? join(import.meta.dirname, '../..')): Promise<Code> {
  const sources = await readSources(root);
  return { sources, mutations, domain: loadDomain(sources, mutations) };
}

const none = (): Counts => ({ steps: 0, commits: 0, sends: 0, crashes: 0, sweeps: 0, wakes: 0, accepted: 0 });

/** Lives through random worlds until so many steps are done, or something breaks; then tries for a while (ms) to find a shorter life that breaks too. */
export async function simulate(code: Code, { steps, seed, path, shrinkFor = 20_000, onWorld }: Asked): Promise<Outcome> {
  const counts = none();
  let worlds = 0;
  let first: number | undefined;
  let broken: Outcome['broken'];
  const lived = async ({ setup: given, actions }: Life) => {
    if (first === undefined && counts.steps >= steps) return;
    // Shrinking is over: the shortest so far it is.
    if (first !== undefined && performance.now() - first > shrinkFor) return;
    const world = new World(code, given);
    const found = await world.live(actions);
    if (first === undefined) {
      worlds += 1;
      for (const name of Object.keys(counts) as (keyof Counts)[]) counts[name] += world.counts[name]; // Its own keys.
      onWorld?.(counts);
    }
    if (found === undefined) return;
    first ??= performance.now();
    broken = { ...found, seed, path: '', life: { setup: given, actions } };
    throw new Error(`${found.invariant}: ${found.what}`);
  };
  const result = await fc.check(fc.asyncProperty(life, lived), { seed, numRuns: Math.max(1, Math.ceil(steps / 20)), unbiased: true, ...(path === undefined ? {} : { path }) });
  // The simulation itself failed: a bug of its own, not of what it simulates.
  if (result.failed && broken === undefined) throw new Error('the simulation itself failed', { cause: result.errorInstance });
  if (broken !== undefined) broken.path = result.counterexamplePath ?? '';
  return { counts, worlds, broken };
}

/** A broken invariant as a person reads it: what, where to find it again, and what happened last. */
export function told({ invariant, what, step, seed, path, life: { actions }, log }: NonNullable<Outcome['broken']>): string {
  return [`Broken: ${invariant}.`, what, `Step ${step} of ${actions.length}; again with seed ${seed} and path ${path}.`, 'The last that happened (seconds since the beginning):', ...log.slice(-30)].join('\n');
}
