import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { partsOfTheWay } from './build/parts';
import { serviceWorker } from './build/serviceWorker';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Ionic registers its components by side effect, so a bundler keeps all of them unless it is told that the ones nobody
// imports do nothing: 309 → 180 kB gzip on a skeleton of 25 components. Their stylesheets do have an effect.
const onlyWhatIsUsed = /[\\/]node_modules[\\/](@ionic|ionicons|@stencil)[\\/]/;

export default defineConfig({
  root: here('.'),
  plugins: [react(), serviceWorker()],
  resolve: { alias: [{ find: /^#domain\//, replacement: here('../domain/') }] },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { resolveDependencies: (_file, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []) },
    rolldownOptions: {
      // zod tries whether `new Function` is allowed. Here it is not, and the browser reports the try as a breach of the policy. Before any chunk's own code, because a
      // shared chunk runs before the first one (zod: core/util.js, `allowsEval`).
      output: {
        banner: '(globalThis.__zod_globalConfig??={}).jitless=true;',
        codeSplitting: { groups: [{ debugName: 'the way to an incident', name: partsOfTheWay(here('src/')), includeDependenciesRecursively: false }] },
      },
      treeshake: {
        moduleSideEffects: (id: string) => id.endsWith('.css') || !onlyWhatIsUsed.test(id),
        // What wraps a component only makes a value: without a reader it is nothing.
        manualPureFunctions: [
          'createComponent', 'createReactComponent', 'createForwardRef', 'createRoutingComponent', 'createInlineOverlayComponent', 'createContext',
        ],
      },
    },
  },
});
