import BetterSqlite, { type Database as Sqlite } from 'better-sqlite3';
import { DeskError } from '#shared/rpc/desk-error.ts';

export type { Sqlite };

/** Older libraries can corrupt a database in WAL mode (reliability.md §1). */
const lowestSqlite = [3, 51, 3] as const;

function assertLibraryVersion(sqlite: Sqlite): void {
  const text = String(sqlite.prepare('select sqlite_version()').pluck().get());
  const parts = text.split('.').map(Number);
  for (let index = 0; index < lowestSqlite.length; index++) {
    const have = parts[index] ?? 0;
    const want = lowestSqlite[index] ?? 0;
    if (have > want) return;
    if (have < want) throw new DeskError({ code: 'storage', reason: 'library-too-old' });
  }
}

/**
 * Opens one connection with the settings that the store's promises need: WAL, synchronous FULL, foreign keys, no
 * trusted schema, cell checks. A reading connection can write nothing.
 * Error: `storage` when the file is no database, is damaged or cannot be opened.
 */
export function openSqlite(path: string, mode: 'write' | 'read'): Sqlite {
  let sqlite: Sqlite;
  try {
    sqlite = new BetterSqlite(path, { readonly: mode === 'read', timeout: 5000 });
  } catch {
    throw new DeskError({ code: 'storage', reason: 'cannot-open' });
  }
  try {
    assertLibraryVersion(sqlite);
    if (mode === 'write') sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('trusted_schema = OFF');
    // Without mmap: a mapped page is checked again at every visit, and reading takes two to four times as long.
    sqlite.pragma('cell_size_check = ON');
    sqlite.pragma('cache_size = -32000');
    sqlite.pragma('temp_store = MEMORY');
    if (mode === 'read') sqlite.pragma('query_only = ON');
    return sqlite;
  } catch (error) {
    sqlite.close();
    if (error instanceof DeskError) throw error;
    throw new DeskError({ code: 'storage', reason: 'not-a-database' });
  }
}

/** quick_check: true when the file's structure is whole. */
export function isSound(sqlite: Sqlite): boolean {
  try {
    return sqlite.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}

/** The schema version of an open database: the name of its last migration, '' for an empty file. */
export function schemaVersionIn(sqlite: Sqlite): string {
  return appliedMigrationsIn(sqlite).at(-1) ?? '';
}

/** Names of the migrations that an open database has had, in order. */
export function appliedMigrationsIn(sqlite: Sqlite): readonly string[] {
  const has = sqlite.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  if (!has) return [];
  return sqlite.prepare('select name from kysely_migration order by name').pluck().all() as string[]; // one text column
}
