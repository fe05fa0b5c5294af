import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openCore } from '#electron/core.ts';
import { storeFiles } from '#electron/kernel/store-file.ts';

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- an interface of the library is extended
  export interface ProvidedContext {
    /** A store that has been migrated and never used. */
    storeTemplate: string;
  }
}

/** Once per run: a new store takes ten times longer to migrate than to copy, and several hundred tests want one. */
export default async function makeTemplate(project: TestProject): Promise<() => void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'desk-template-'));
  const core = await openCore({ dataFolder, ballastBytes: 0 });
  await core.close();
  project.provide('storeTemplate', storeFiles(dataFolder, 'desk').path);
  return () => rmSync(dataFolder, { recursive: true, force: true });
}

/** Puts the unused store into a data folder that has none. */
export function layTemplate(template: string, dataFolder: string): void {
  const { path } = storeFiles(dataFolder, 'desk');
  if (existsSync(path)) return;
  mkdirSync(dataFolder, { recursive: true });
  copyFileSync(template, path);
}
