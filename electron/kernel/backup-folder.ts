import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  backupManifest,
  type BackupLine,
  type BackupManifest,
} from '#shared/features/backup/backup.contract.ts';
import { backupsToRemove } from '#shared/features/backup/backup.rules.ts';
import { dayOfInstant } from '#shared/kernel/day.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { attachmentsOf, attachmentsOfFolder, bringOver, thinAttachments } from './backup-attachments.ts';
import { storeOffsetMinutes } from './clock.ts';
import { faultPoint } from './fault-point.ts';
import { copyToPart, partEnding, sha256OfFile, syncFolder, writeTextSynced } from './sync-file.ts';

const ending = '.json';
const ourName = /^dealer-desk-\d{8}-\d{6}-[a-z-]+(?:-\d+)?\.(?:db|json)/u;

/** The manifest beside a backup, or undefined where there is none or it is none of ours. */
export async function readManifest(databasePath: string): Promise<BackupManifest | undefined> {
  const text = await readFile(databasePath.replace(/\.db$/u, '') + ending, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const parsed = backupManifest.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The backups of a folder by their manifests, newest (highest sequence) first. A folder that is gone has none. */
export async function listBackups(
  folder: string,
  place: BackupLine['place'],
): Promise<readonly BackupLine[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const lines: BackupLine[] = [];
  for (const name of names.filter((n) => n.endsWith(ending) && ourName.test(n))) {
    const path = join(folder, `${name.slice(0, -ending.length)}.db`);
    const manifest = await readManifest(path);
    if (!manifest) continue;
    const size = await stat(path).then(
      (found) => found.size,
      () => -1,
    );
    lines.push({ ...manifest, path, place, missing: size !== manifest.bytes });
  }
  return lines.sort((a, b) => b.sequence - a.sequence);
}

/** A free name and the next sequence number. */
export async function nextBackup(
  folder: string,
  wanted: string,
): Promise<{ name: string; sequence: number }> {
  const newest = (await listBackups(folder, 'data'))[0]?.sequence ?? 0;
  let name = wanted;
  for (let n = 2; existsSync(join(folder, `${name}.db`)) || existsSync(join(folder, name + ending)); n += 1)
    name = `${wanted}-${n}`;
  return { name, sequence: newest + 1 };
}

/**
 * Copies a finished backup into another folder with the attachments that it needs, from the store or the first folder, proves the
 * copies by their hashes, then writes its manifest.
 */
export async function copyBackup(
  manifest: BackupManifest,
  from: string,
  to: string,
  attachments: AttachmentStore,
): Promise<BackupManifest> {
  // Never created: an unplugged stick's folder would be made on the computer's own disk.
  if (!existsSync(to)) throw new DeskError({ code: 'storage', reason: 'folder-missing' });
  const { name, sequence } = await nextBackup(to, manifest.file.replace(/\.db$/u, ''));
  const target = join(to, `${name}.db`);
  try {
    const part = await copyToPart(join(from, manifest.file), target);
    faultPoint('backup:afterSecondCopy');
    if ((await sha256OfFile(part)) !== manifest.sha256)
      throw new DeskError({ code: 'storage', reason: 'backup-damaged' });
    const missing = await bringOver({
      wanted: attachmentsOf(part),
      sources: [attachments, attachmentsOfFolder(from)],
      target: attachmentsOfFolder(to),
      inFolder: to,
    });
    const copied: BackupManifest = {
      ...manifest,
      file: `${name}.db`,
      sequence,
      attachments: { ...manifest.attachments, missing: missing.length },
    };
    await rename(part, target);
    await writeTextSynced(join(to, name + ending), `${JSON.stringify(copied, null, 2)}\n`);
    await syncFolder(to);
    return copied;
  } catch (error) {
    await rm(target + partEnding, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Removes what the rule of thinning lets go, with the attachments that only those needed, and what an interrupted backup left.
 * `now` is an instant. Returns the backups that went.
 */
export async function thinBackups(folder: string, now: string): Promise<readonly string[]> {
  const lines = await listBackups(folder, 'data');
  const usable = lines.filter((line) => !line.missing);
  const today = dayOfInstant(now, storeOffsetMinutes);
  const gone = new Set(backupsToRemove(usable, today, storeOffsetMinutes));
  for (const { file, path } of lines.filter((line) => gone.has(line.file))) {
    await rm(path, { force: true });
    faultPoint('backup:afterThinnedFile');
    await rm(join(folder, file.replace(/\.db$/u, ending)), { force: true });
  }
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    if (ourName.test(name) && name.includes(partEnding)) await rm(join(folder, name), { force: true });
  }
  if (gone.size > 0) await thinAttachments(folder, now);
  return [...gone];
}
