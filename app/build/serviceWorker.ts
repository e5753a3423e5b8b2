import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'vite';
import { injectManifest } from 'workbox-build';

const here = import.meta.dirname;
const entry = join(here, '../src/sw/sw.ts');
const tsconfig = join(here, '../src/sw/tsconfig.json');

/**
 * Builds `sw.js` beside the app: one classic script without imports, because a worker that must wake within a second
 * from nothing should load one file. It is written last, when every file that it precaches has its final name.
 */
export function serviceWorker(): Plugin {
  let folder = '';
  return {
    name: 'rouse-service-worker',
    apply: 'build',
    configResolved({ root, build: { outDir } }) { folder = resolve(root, outDir); },
    async writeBundle() {
      const bundled = await build({
        entryPoints: [entry], tsconfig, bundle: true, write: false, minify: true, format: 'iife', target: 'es2022', legalComments: 'none',
        define: { 'process.env.NODE_ENV': '"production"' },
      });
      const source = join(folder, 'sw.bundled.js');
      await writeFile(source, bundled.outputFiles[0]?.contents ?? '');
      const { count, size, warnings } = await injectManifest({
        swSrc: source, swDest: join(folder, 'sw.js'), globDirectory: folder,
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'], globIgnores: ['sw.js', 'sw.bundled.js'],
        // Vite has put a hash into these names already.
        dontCacheBustURLsMatching: /^assets\//,
      });
      await rm(source);
      for (const warning of warnings) this.warn(warning);
      this.info(`sw.js precaches ${count} files, ${Math.round(size / 1024)} kB`);
    },
  };
}
