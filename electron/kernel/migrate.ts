import { Migrator, type Migration } from 'kysely/migration';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { migrations } from '#migrations/all.ts';
import { kyselyOver } from './database.ts';
import { isSound, openSqlite } from './sqlite.ts';

/** Names of the migrations that this program knows, in order. */
export const knownMigrations: readonly string[] = Object.keys(migrations).sort();

/** The schema version of a database: the name of its last migration, '' for an empty file. */
export function schemaVersionOf(path: string): string {
  const sqlite = openSqlite(path, 'write');
  try {
    const has = sqlite.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
    return has
      ? String(sqlite.prepare("select coalesce(max(name), '') from kysely_migration").pluck().get())
      : '';
  } finally {
    sqlite.close();
  }
}

export type MigrationPlan = { readonly from: string; readonly to: string; readonly pending: number };

/**
 * What opening this file would do. Error: `storage` newer-database when a newer program wrote it (the file is left
 * alone), `damaged` when quick_check fails.
 */
export function planMigration(path: string): MigrationPlan {
  const sqlite = openSqlite(path, 'write');
  try {
    if (!isSound(sqlite)) throw new DeskError({ code: 'storage', reason: 'damaged' });
  } finally {
    sqlite.close();
  }
  const from = schemaVersionOf(path);
  const to = knownMigrations.at(-1) ?? '';
  if (from > to) throw new DeskError({ code: 'storage', reason: 'newer-database' });
  return { from, to, pending: knownMigrations.filter((name) => name > from).length };
}

/**
 * Runs the pending migrations, all or nothing: one transaction around them (SQLite's DDL is transactional).
 * Error: `storage` migration-failed; the file is as it was before.
 */
export async function migrate(path: string, known: Record<string, Migration> = migrations): Promise<void> {
  const sqlite = openSqlite(path, 'write');
  const db = kyselyOver(sqlite);
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw new DeskError({ code: 'storage', reason: 'migration-failed' });
  } finally {
    await db.destroy();
  }
}
