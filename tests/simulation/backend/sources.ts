import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';

/** What a module of ours gets from outside, beside its exports: the clock, the timers, the network and the environment of the process that it runs in. */
export const givenNames = ['exports', 'require', 'module', 'Date', 'performance', 'setTimeout', 'clearTimeout', 'process', 'fetch', 'AbortSignal'] as const;
type Compiled = (...given: unknown[]) => void;
export type Exports = Record<string, unknown>;
/** The backend's and the domain's modules, compiled once: `functions/src/wake/wake`, `domain/incident/incident`. */
export type Sources = ReadonlyMap<string, Compiled>;

/** Compiles the code under `root` as it stands, each module by itself, so that a process can be started many times, each with its own of everything. */
export async function readSources(root: string): Promise<Sources> {
  const files = ['domain', 'functions/src'].flatMap((folder) => [...listed(root, folder)]).filter((file) => !file.endsWith('.test.ts') && !file.startsWith('functions/src/local/'));
  const { outputFiles } = await build({
    absWorkingDir: root, entryPoints: files, outdir: join(root, 'out'), outbase: root, bundle: false, write: false, format: 'cjs', platform: 'node', target: 'node20',
    // As ES modules are: changing what is frozen throws.
    banner: { js: '"use strict";' }, logLevel: 'silent', tsconfigRaw: {},
  });
  return new Map(outputFiles.map(({ path, text }) => {
    const name = path.slice(join(root, 'out').length + 1).replace(/\.js$/, '');
    return [name, compileFunction(text, [...givenNames], { filename: join(root, `${name}.ts`) }) as Compiled]; // Its parameters are the names above.
  }));
}

function listed(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => `${folder}/${file}`);
}

const resolutions = new Map<string, Map<string, string | undefined>>();
/** Which module of ours another one means by this; undefined: a package. Remembered: processes are started often. */
function resolved(name: string, asked: string): string | undefined {
  const ofModule = resolutions.get(name) ?? new Map<string, string | undefined>();
  resolutions.set(name, ofModule);
  if (!ofModule.has(asked)) ofModule.set(asked, asked.startsWith('#domain/') ? asked.slice(1) : asked.startsWith('.') ? join(name, '..', asked) : undefined);
  return ofModule.get(asked);
}

/** Loads modules of `sources`, each once. `outside`: the packages. `mutate`: what becomes of a module's exports, by its name; for breaking things on purpose. */
export function loader(sources: Sources, given: readonly unknown[], outside: (name: string) => unknown, mutate: Mutations = {}, shared?: (name: string) => unknown): (name: string) => Exports {
  const loaded = new Map<string, { exports: Exports }>();
  const load = (name: string): Exports => {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    const compiled = sources.get(name);
    if (compiled === undefined) throw new Error(`there is no module ${name}`);
    const module: { exports: Exports } = { exports: {} };
    loaded.set(name, module);
    const require = (asked: string): unknown => {
      const own = resolved(name, asked);
      if (own === undefined) return outside(asked);
      return own.startsWith('domain/') && shared !== undefined ? shared(own) : load(own);
    };
    compiled(module.exports, require, module, ...given);
    const change = mutate[name];
    if (change !== undefined) module.exports = { ...module.exports, ...change({ ...module.exports }) };
    return module.exports;
  };
  return load;
}

export type Mutations = Readonly<Record<string, (real: Exports) => Exports>>;

const requireReal = createRequire(import.meta.url);
/** A package as Node loads it. */
export const real = (name: string): Exports => requireReal(name) as Exports; // CommonJS gives an object.
