import { fileURLToPath } from 'node:url';

/** Where the worker entries lie: TypeScript beside this file in a checkout, bundles in out/main in the program. */
export type WorkerName = 'import-worker' | 'reading-worker' | 'reckoning-worker' | 'report-worker';

/** Where the built screens lie, seen from a checkout and from the program. */
export function pageFolder(from: string = import.meta.url): string {
  if (from.endsWith('.ts')) return fileURLToPath(new URL('../../out/renderer', from));
  return fileURLToPath(new URL(from.includes('/chunks/') ? '../../renderer' : '../renderer', from));
}

export function workerFile(name: WorkerName, from: string = import.meta.url): URL {
  if (from.endsWith('.ts')) return new URL(`./${name}.ts`, from);
  // The bundler may have put this file into a chunk.
  return new URL(from.includes('/chunks/') ? `../${name}.js` : `./${name}.js`, from);
}
