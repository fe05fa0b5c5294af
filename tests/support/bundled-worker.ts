/** Builds one worker entry as the program's bundler does, for tests that run the real thread. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type BundledWorker = { readonly url: URL; remove(): void };

/**
 * Bundles `entry` (relative to the repository). Native packages stay outside, as in build/electron.vite.config.ts;
 * so the output lies below node_modules, where they are found. Takes about a second.
 */
export async function bundledWorker(entry: string): Promise<BundledWorker> {
  const folder = mkdtempSync(join(root, 'node_modules/.cache/', 'worker-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      outDir: folder,
      rollupOptions: {
        external: ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler', /^node:/],
        output: { format: 'es', entryFileNames: 'worker.mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return {
    url: pathToFileURL(join(folder, 'worker.mjs')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The fonts of printed documents, as installed. */
export const fontFolder = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc');
