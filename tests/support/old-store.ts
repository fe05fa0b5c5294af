import type { Migration } from 'kysely/migration';
import { migrations } from '#migrations/all.ts';
import { migrate } from '#electron/kernel/migrate.ts';
import { openSqlite, type Sqlite } from '#electron/kernel/sqlite.ts';

export const migrationNames = Object.keys(migrations).sort();

/** The first so many migrations. */
export const firstMigrations = (count: number): Record<string, Migration> =>
  Object.fromEntries(migrationNames.slice(0, count).map((name) => [name, migrations[name] as Migration])); // a known name

type Column = { readonly name: string; readonly type: string; readonly hidden: number };

/** Ordinary tables with their columns. */
export function tablesOf(sqlite: Sqlite): Map<string, readonly Column[]> {
  const names = sqlite
    .prepare(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%' and name not like 'kysely%' order by name`,
    )
    .pluck()
    .all() as string[];
  return new Map(names.map((name) => [name, sqlite.pragma(`table_xinfo("${name}")`) as Column[]]));
}

/**
 * A database at an older schema with one row in every table, whose references lead to each other's row 1. Where a migration
 * brought rows of its own, row 1 is replaced and the others stay.
 */
export async function oldStore(path: string, count: number): Promise<void> {
  await migrate(path, firstMigrations(count));
  const sqlite = openSqlite(path, 'write');
  try {
    sqlite.pragma('foreign_keys = OFF');
    // The rows stand for any; that two columns exclude each other is not what a migration is tried for.
    sqlite.pragma('ignore_check_constraints = ON');
    // What triggers refuse may stand in a store whose rows came in an order of their own.
    const triggers = sqlite.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[]; // two columns
    for (const { name } of triggers) sqlite.exec(`drop trigger "${name}"`);
    for (const [table, columns] of tablesOf(sqlite)) {
      const stored = columns.filter(({ hidden }) => hidden === 0);
      const names = stored.map(({ name }) => `"${name}"`).join(', ');
      const values = stored.map(({ name, type }) =>
        type === 'INTEGER'
          ? 1
          : name.endsWith('_hash') || name === 'hash'
            ? '0'.repeat(64)
            : `${table}.${name}`,
      );
      sqlite
        .prepare(`insert or replace into "${table}" (${names}) values (${values.map(() => '?').join(', ')})`)
        .run(values);
    }
    for (const trigger of triggers) sqlite.exec(trigger.sql);
  } finally {
    sqlite.close();
  }
}

/** Every row of the named tables and columns, as one comparable value. */
export function rowsOf(
  path: string,
  tables: ReadonlyMap<string, readonly Column[]>,
): Record<string, unknown[]> {
  const sqlite = openSqlite(path, 'read');
  try {
    const entries = [...tables].map(([table, columns]): [string, unknown[]] => {
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      return [table, sqlite.prepare(`select ${names} from "${table}"`).raw().all()];
    });
    return Object.fromEntries(entries);
  } finally {
    sqlite.close();
  }
}
