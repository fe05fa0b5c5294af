import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a printed file under a temporary name, then names it: a torn file is never found. */
export async function keepSheet(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<{ path: string; name: string }> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${randomUUID()}-${name}`);
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
  return { path, name };
}
