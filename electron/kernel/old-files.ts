import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How long files are kept, in days since they were last written. */
export const keptDays = { upload: 2, jobFile: 30 } as const;
const dayMs = 86_400_000;

/** Uploads are `<id>~<name>`, their previews `<id>.stage` with the journals of SQLite; the rest is what jobs made. */
const isUpload = (name: string): boolean =>
  /^[0-9a-f-]{36}~/u.test(name) || /\.stage(?:-wal|-shm|-journal)?$/u.test(name);

/**
 * Removes uploads and previews of more than 2 days, exports, printed sheets and refused rows of more than 30. `now` is
 * an instant. Gives the names of what went; a file that another program holds stays until the next time.
 */
export async function removeOldFiles(folder: string, now: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const removed: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(folder, entry.name);
    const days = isUpload(entry.name) ? keptDays.upload : keptDays.jobFile;
    try {
      const { mtimeMs } = await stat(path);
      if (Date.parse(now) - mtimeMs <= days * dayMs) continue;
      await rm(path);
      removed.push(entry.name);
    } catch {
      // Held by another program, or gone meanwhile: not worth a failed start.
    }
  }
  return removed;
}
