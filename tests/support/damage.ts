import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '#electron/core.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';

/** Writes the log into the database, so that its file alone is the store. Closes the core. */
export async function closeWhole(core: Core): Promise<void> {
  core.database.raw.writer.pragma('wal_checkpoint(TRUNCATE)');
  await core.close();
}

/** Zeroes pages of one table in the closed store's file, from its second leaf on; returns the damaged bytes. */
export function zeroPages(dataFolder: string, table: string, count: number): Buffer {
  const path = join(dataFolder, 'desk.db');
  const sqlite = openSqlite(path, 'read');
  const pages = sqlite
    .prepare(`select pageno from dbstat where name = ? and pagetype = 'leaf' order by path`)
    .pluck()
    .all(table) as number[]; // page numbers
  sqlite.close();
  if (pages.length < count + 2) throw new Error(`${table} has ${pages.length} leaf pages only`);
  const bytes = readFileSync(path);
  for (const page of pages.slice(1, 1 + count)) bytes.fill(0, (page - 1) * 4096, page * 4096);
  writeFileSync(path, bytes);
  return bytes;
}

/** Makes the closed store's file one of a newer program. */
export function makeNewer(dataFolder: string): Buffer {
  const path = join(dataFolder, 'desk.db');
  const sqlite = openSqlite(path, 'write');
  sqlite.prepare("insert into kysely_migration values ('9999_later', '2027')").run();
  sqlite.close();
  return readFileSync(path);
}

/** Turns the lowest bit of one byte of a file. */
export function flipByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
