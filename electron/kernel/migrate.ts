import { existsSync, statSync } from 'node:fs';
import { Migrator, type Migration } from 'kysely/migration';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { migrations } from '#migrations/all.ts';
import { kyselyOver } from './database.ts';
import { markIndex } from './record/record-index.ts';
import { faultPoint } from './fault-point.ts';
import { appliedMigrationsIn, isSound, openSqlite, type Sqlite } from './sqlite.ts';

/** Names of the migrations that this program knows, in order. */
export const knownMigrations: readonly string[] = Object.keys(migrations).sort();

export type MigrationPlan = { readonly from: string; readonly to: string; readonly pending: number };

/** Opens what stands where our database should be: when it is none, it was damaged. */
function openOwn(path: string): Sqlite {
  try {
    return openSqlite(path, 'read');
  } catch (error) {
    const foreign =
      error instanceof DeskError && 'reason' in error.data && error.data.reason === 'not-a-database';
    throw foreign ? new DeskError({ code: 'storage', reason: 'damaged' }) : error;
  }
}

/**
 * What opening this file would do, found through a reading connection: the file is not touched.
 * Errors: `storage` newer-database when a newer program wrote it, `damaged` when quick_check fails, `not-a-database` when it
 * is somebody else's.
 */
export function planMigration(path: string, known: readonly string[] = knownMigrations): MigrationPlan {
  const to = known.at(-1) ?? '';
  if (!existsSync(path) || statSync(path).size === 0) return { from: '', to, pending: known.length };
  const sqlite = openOwn(path);
  try {
    if (!isSound(sqlite)) throw new DeskError({ code: 'storage', reason: 'damaged' });
    const applied = appliedMigrationsIn(sqlite);
    if (applied.some((name) => !known.includes(name)))
      throw new DeskError({ code: 'storage', reason: 'newer-database' });
    if (applied.length === 0 && sqlite.prepare("select 1 from sqlite_master where type = 'table'").get())
      throw new DeskError({ code: 'storage', reason: 'not-a-database' });
    return { from: applied.at(-1) ?? '', to, pending: known.length - applied.length };
  } finally {
    sqlite.close();
  }
}

/** The same migrations, each followed by a place where a fault test may strike. */
function withFaultPoints(known: Record<string, Migration>): Record<string, Migration> {
  const struck = Object.entries(known).map(([name, migration]): [string, Migration] => [
    name,
    {
      async up(db) {
        await migration.up(db);
        faultPoint(`migrate:after:${name}`);
      },
    },
  ]);
  return Object.fromEntries(struck);
}

/**
 * Runs the pending migrations, all or nothing: one transaction around them, opened here because Kysely's migrator opens
 * none on SQLite. References are not enforced meanwhile (a table may be rebuilt) and are checked before the commit.
 * Errors: `storage` migration-failed or disk-full; the file is as it was before.
 */
export async function migrate(path: string, known: Record<string, Migration> = migrations): Promise<void> {
  const sqlite = openSqlite(path, 'write');
  const db = kyselyOver(sqlite);
  try {
    sqlite.pragma('foreign_keys = OFF');
    sqlite.exec('begin immediate');
    if (appliedMigrationsIn(sqlite).length === 0) markIndex(sqlite);
    const provider = { getMigrations: async () => withFaultPoints(known) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error) throw error;
    if (sqlite.prepare('select 1 from pragma_foreign_key_check limit 1').get())
      throw new Error('a migration left a reference that leads nowhere');
    faultPoint('migrate:beforeCommit');
    sqlite.exec('commit');
    faultPoint('migrate:afterCommit');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback');
    const full = error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL';
    const failure = new DeskError({ code: 'storage', reason: full ? 'disk-full' : 'migration-failed' });
    failure.cause = error;
    throw failure;
  } finally {
    sqlite.close();
  }
}
