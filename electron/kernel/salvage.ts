import { rm } from 'node:fs/promises';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { tellRestore } from './backup-exchange.ts';
import { tableNames } from './backup-file.ts';
import type { ClosedStore } from './backup-rescue.ts';
import { asideFolderOf, exchangeFiles, finishExchange, incomingOf, undoExchange } from './backup-restore.ts';
import { lockDataFolder } from './data-lock.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import type { RecordDefinition } from './record/record-definition.ts';
import { indexAll } from './record/record-index.ts';
import { salvageTable, type Salvaged } from './salvage-rows.ts';
import { openSqlite, type Sqlite } from './sqlite.ts';
import { storeFiles } from './store-file.ts';
import { databaseFiles, syncFile } from './sync-file.ts';

export type SalvageReport = {
  readonly asideFolder: string;
  /** Rows saved per table, and where some were lost. */
  readonly tables: Readonly<Record<string, Salvaged>>;
};

/** Made anew from the records, or of no use in a new file. */
const notCopied = new Set(['search_entry', 'session', 'kysely_migration', 'kysely_migration_lock']);

/** Drops every trigger; gives the statements that make them again. */
function setTriggersAside(target: Sqlite): readonly string[] {
  const triggers = target.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) target.exec(`drop trigger "${name}"`);
  return triggers.map(({ sql }) => sql);
}

/**
 * 抢救: saves what can still be read of a damaged database that is not open into a new one, which takes its place. The damaged
 * files go aside and are kept. For a store without a usable backup; what the rows mean together is then for people to check
 * (`verify` tells dangling references and a broken audit chain).
 * Errors: `unavailable` data-folder-in-use; `storage` damaged when not even the list of tables can be read.
 */
export async function salvageStore(
  store: ClosedStore,
  records: readonly RecordDefinition[],
): Promise<SalvageReport> {
  const { dataFolder, clock } = store;
  const { path } = storeFiles(dataFolder, store.kind ?? 'desk');
  const lock = lockDataFolder(dataFolder, clock.now());
  const fresh = incomingOf(path);
  try {
    await finishExchange(path);
    await migrate(fresh);
    const tables: Record<string, Salvaged> = {};
    let source: Sqlite | undefined;
    const target = openSqlite(fresh, 'write');
    try {
      source = openSqlite(path, 'read');
      target.pragma('foreign_keys = OFF');
      const there = new Set(tableNames(source));
      // Triggers guard what people do; the rows come in any order and are taken as they are.
      const triggers = setTriggersAside(target);
      for (const table of tableNames(target).filter((name) => there.has(name) && !notCopied.has(name)))
        tables[table] = salvageTable(source, target, table);
      for (const trigger of triggers) target.exec(trigger);
    } catch {
      throw new DeskError({ code: 'storage', reason: 'damaged' });
    } finally {
      source?.close();
      target.close();
    }
    const single = openSqlite(fresh, 'write');
    indexAll(single, records);
    single.pragma('journal_mode = DELETE');
    single.close();
    await syncFile(fresh);
    const asideFolder = asideFolderOf(path, clock.now());
    try {
      await exchangeFiles(path, asideFolder);
    } catch (error) {
      await undoExchange(path, asideFolder);
      throw error;
    }
    const database = openDatabase(path);
    const order = { path, withoutManifest: true, by: { personId: null, name: '' } };
    try {
      await tellRestore(database, clock, order, { salvaged: tables, aside: asideFolder });
    } finally {
      await database.close();
    }
    return { asideFolder, tables };
  } finally {
    for (const file of databaseFiles(fresh)) await rm(file, { force: true });
    lock.release();
  }
}
