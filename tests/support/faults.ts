import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';

/** Throws at the n-th fault point from now on, once. `struck` names it, or is undefined when none came. */
export function failAt(n: number): { readonly struck: string | undefined } {
  let left = n;
  let struck: string | undefined;
  onFaultPoint((name) => {
    left -= 1;
    if (left !== 0) return;
    struck = name;
    throw new Error(`fault at ${name}`);
  });
  onTestFinished(() => onFaultPoint(undefined));
  return {
    get struck() {
      return struck;
    },
  };
}

/** The files of a folder as a kill at one fault point leaves them: what was written is there, nothing is cleaned up. */
export type Killed = { readonly point: string; readonly folder: string };

/** Runs an operation on a data folder and keeps the folder's state at every fault point, and at the end. */
export async function killedAtEveryPoint(
  dataFolder: string,
  work: () => Promise<unknown>,
): Promise<readonly Killed[]> {
  const kept = mkdtempSync(join(tmpdir(), 'desk-'));
  onTestFinished(() => rmSync(kept, { recursive: true, force: true }));
  const states: Killed[] = [];
  const keep = (point: string): void => {
    const folder = join(kept, String(states.length));
    cpSync(dataFolder, folder, { recursive: true });
    states.push({ point, folder });
  };
  onFaultPoint(keep);
  try {
    await work();
  } finally {
    onFaultPoint(undefined);
  }
  keep('end');
  return states;
}
