import { createHash } from 'node:crypto';
import { tableNames } from '#electron/kernel/backup-file.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';

/** What opening, signing in and restoring write themselves: not the store's content. */
const ownTraces = new Set(['session', 'audit', 'audit_record', 'job', 'kysely_migration']);

/**
 * One hash over every logical row of the store's tables, whatever the pages look like. `without`: the beginning of the names
 * of tables to leave out.
 */
export function contentHash(path: string, without?: string): string {
  const sqlite = openSqlite(path, 'read');
  try {
    const hash = createHash('sha256');
    const counted = (name: string): boolean =>
      !ownTraces.has(name) && !(without !== undefined && name.startsWith(without));
    for (const table of tableNames(sqlite).filter(counted)) {
      hash.update(`\n${table}\n`);
      const rows = sqlite.prepare(`select * from "${table}"`).raw().all();
      for (const row of rows.map((r) => JSON.stringify(r)).sort()) hash.update(row);
    }
    return hash.digest('hex');
  } finally {
    sqlite.close();
  }
}
