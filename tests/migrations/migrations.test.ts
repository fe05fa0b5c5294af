import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownMigrations, migrate, planMigration } from '#electron/kernel/migrate.ts';
import { isSound, openSqlite } from '#electron/kernel/sqlite.ts';
import { allRecords } from '#electron/records.ts';
import type { Field } from '#shared/kernel/field.ts';
import { tempFolder } from '#tests/support/core.ts';
import { firstMigrations, migrationNames, oldStore, rowsOf, tablesOf } from '#tests/support/old-store.ts';

const snake = (name: string): string => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

it('migrations are named by number, verb and noun, and no number is taken twice', () => {
  for (const name of migrationNames) expect(name).toMatch(/^\d{4}_[a-z]+(?:_[a-z0-9]+)+$/u);
  const numbers = migrationNames.map((name) => name.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
});

describe('from an empty file', () => {
  it('all migrations make a sound database of STRICT tables, and a second run changes nothing', async () => {
    const path = join(tempFolder(), 'a.db');
    expect(planMigration(path)).toEqual({
      from: '',
      to: knownMigrations.at(-1),
      pending: knownMigrations.length,
    });
    await migrate(path);
    const sqlite = openSqlite(path, 'read');
    expect(isSound(sqlite)).toBe(true);
    const loose = sqlite
      .prepare(
        `select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite%' and name not like 'kysely%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    const schema = sqlite.prepare('select name, sql from sqlite_master order by name').all();
    sqlite.close();
    expect(planMigration(path).pending).toBe(0);
    await migrate(path);
    const again = openSqlite(path, 'read');
    expect(again.prepare('select name, sql from sqlite_master order by name').all()).toEqual(schema);
    again.close();
  });
});

/** Columns that a migration takes away because what they said stands elsewhere, or whose values it changes; a test of their own proves it. */
const movedColumns: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '0006_create_post': { person: ['post'] },
  '0055_add_english_sources_and_campaign_repeat': { reminder_rule: ['repeat_days'] },
};

/** Tables of rules shipped with the program to which a migration adds rows; those that were there stay first. */
const extendedTables: Readonly<Record<string, readonly string[]>> = {
  '0043_add_member_reminders': ['reminder_rule'],
  '0047_add_campaign_reminder': ['reminder_rule'],
};

describe('each migration', () => {
  it.each(migrationNames.map((name, index) => [name, index] as const))(
    '%s keeps every row and every column of the tables that were there',
    async (name, index) => {
      const path = join(tempFolder(), 'a.db');
      await oldStore(path, index);
      const before = openSqlite(path, 'read');
      const moved = movedColumns[name] ?? {};
      const tables = new Map(
        [...tablesOf(before)].map(([table, columns]) => [
          table,
          columns.filter((column) => !moved[table]?.includes(column.name)),
        ]),
      );
      before.close();
      const rows = rowsOf(path, tables);
      await migrate(path, firstMigrations(index + 1));
      const after = openSqlite(path, 'read');
      expect(isSound(after)).toBe(true);
      expect(after.prepare('select 1 from pragma_foreign_key_check').all()).toEqual([]);
      // It does something: a new table, column or index.
      expect(after.prepare('select name from kysely_migration order by name').pluck().all().at(-1)).toBe(
        name,
      );
      after.close();
      const kept = Object.entries(rowsOf(path, tables)).map(([table, now]) => [
        table,
        extendedTables[name]?.includes(table) ? now.slice(0, rows[table]?.length) : now,
      ]);
      expect(Object.fromEntries(kept)).toEqual(rows);
    },
  );
});

describe('fields and columns say the same', () => {
  const integers = new Set<Field['kind']>(['money', 'integer', 'reference', 'flag']);
  const own = new Set(['id', 'version', 'created_at', 'updated_at', 'removed_at']);
  const tableOf = (feature: string): string =>
    snake(allRecords.find((record) => record.feature === feature)?.table ?? feature);

  it.each(allRecords.map((record) => [record.feature, record] as const))('%s', async (_feature, record) => {
    const path = join(tempFolder(), 'a.db');
    await migrate(path);
    const sqlite = openSqlite(path, 'read');
    const table = snake(record.table);
    const info = sqlite.pragma(`table_info("${table}")`) as { name: string; type: string; notnull: number }[];
    const keys = sqlite.pragma(`foreign_key_list("${table}")`) as { from: string; table: string }[];
    const unique = sqlite
      .prepare(
        `select group_concat(c.name) from pragma_index_list(?) i join pragma_index_info(i.name) c where i."unique" = 1 group by i.name`,
      )
      .pluck()
      .all(table);
    sqlite.close();

    expect(info.map(({ name }) => name)).toEqual(expect.arrayContaining([...own]));
    const columns = info
      .filter(({ name }) => !own.has(name))
      .map(({ name, type, notnull }) => ({ name, type, notnull }));
    const fields = Object.entries(record.fields).map(([name, field]) => ({
      name: snake(name),
      type: integers.has(field.kind) ? 'INTEGER' : 'TEXT',
      notnull: field.required ? 1 : 0,
    }));
    const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
    expect(columns.sort(byName)).toEqual(fields.sort(byName));
    for (const [name, field] of Object.entries(record.fields)) {
      if (field.refers)
        expect(keys, name).toContainEqual(
          expect.objectContaining({ from: snake(name), table: tableOf(field.refers) }),
        );
      if (field.unique) expect(unique, name).toContain(snake(name));
    }
  });
});
