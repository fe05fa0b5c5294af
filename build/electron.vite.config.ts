import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path: string): string => `${root}/${path}`;

/** What stays outside the bundle: packages with native parts, and fonts read as files. */
const external = ['electron', 'better-sqlite3', 'sharp', '@myriaddreamin/typst-ts-node-compiler', /^node:/];

/** Screens have addresses with folders (`/customer/5`), so files are named from the root; electron-vite would write `./`. */
const absoluteAddresses: Plugin = {
  name: 'absolute-addresses',
  enforce: 'post',
  config(config) {
    config.base = '/';
  },
};

/** Three builds: everything that runs in Node, the preload bridge, and the screens. */
export default defineConfig({
  main: {
    root,
    build: {
      outDir: at('out/main'),
      minify: true,
      sourcemap: true,
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: {
          main: at('electron/main.ts'),
          headless: at('electron/headless.ts'),
          'report-worker': at('electron/workers/report-worker.ts'),
          'import-worker': at('electron/workers/import-worker.ts'),
          'reading-worker': at('electron/workers/reading-worker.ts'),
          'reckoning-worker': at('electron/workers/reckoning-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: at('out/preload'),
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), absoluteAddresses],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      chunkSizeWarningLimit: 1500,
      rollupOptions: {
        input: { index: at('renderer/index.html') },
        // What the first screen needs comes in one file instead of a hundred small ones.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
