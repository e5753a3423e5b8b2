/**
 * `npm run build:functions`: bundles the backend into functions/lib.
 *
 * One file for the functions and one for the local sweep loop. firebase-admin and firebase-functions stay outside: a
 * deployment installs them from functions/package.json, a local run resolves them from the root's node_modules.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../root';

const entries = {
  index: 'functions/src/index.ts',
  sweepLoop: 'functions/src/local/sweepLoop.ts',
};

const missing = Object.values(entries).filter((source) => !existsSync(join(root, source)));
if (missing.length > 0) {
  console.error(`Cannot build the functions: ${missing.join(' and ')} not found.`);
  process.exit(1);
}

const outdir = join(root, 'functions/lib');
// A file of an earlier build must not be deployed with this one.
rmSync(outdir, { recursive: true, force: true });

await build({
  absWorkingDir: root,
  entryPoints: entries,
  outdir,
  bundle: true,
  platform: 'node',
  // The oldest Node that runs it: the emulator uses the machine's own, a deployment Node 22.
  target: 'node20',
  format: 'esm',
  external: ['firebase-admin', 'firebase-admin/*', 'firebase-functions', 'firebase-functions/*'],
  // Node's build of yaml is CommonJS and requires `process`, which a bundled ES module cannot; its build for browsers is an ES module and the same parser.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
  tsconfig: join(root, 'tsconfig.json'),
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
});
