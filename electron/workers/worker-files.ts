/** Where the worker entries lie: TypeScript beside this file in a checkout, bundles in out/main in the program. */
export type WorkerName = 'import-worker' | 'report-worker';

export function workerFile(name: WorkerName, from: string = import.meta.url): URL {
  if (from.endsWith('.ts')) return new URL(`./${name}.ts`, from);
  // The bundler may have put this file into a chunk.
  return new URL(from.includes('/chunks/') ? `../${name}.js` : `./${name}.js`, from);
}
