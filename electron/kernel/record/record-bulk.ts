import type { Statement } from 'better-sqlite3';
import type { Sqlite } from '../sqlite.ts';
import { fieldEntries, type RecordDefinition } from './record-definition.ts';
import { indexedOf, type CutTokens } from './record-index.ts';
import { snake } from '#electron/kernel/sql-name.ts';
import { insertMany } from './many-rows.ts';

/** Values as SQL stores them, by field. */
export type BulkValues = Readonly<Record<string, string | number | null>>;

/**
 * Writes many records with prepared statements inside a transaction that the caller holds: imports and the sample store.
 * Forms go through record-handlers, which audits each record; a bulk writes one audit row for all.
 */
export type BulkWriter = {
  /** Returns the new id. */
  insert(definition: RecordDefinition, values: BulkValues, now: string): number;
  /** Replaces all values of a record. */
  update(definition: RecordDefinition, id: number, values: BulkValues, version: number, now: string): void;
  /** Removes a record for good (undo of an import only). Throws when other records refer to it. */
  erase(definition: RecordDefinition, id: number): void;
  /**
   * Writes what waits for the search. It is kept back because FTS5 puts its own buffer on disk at every savepoint, those that
   * SQLite takes for a single statement included: batches are several times faster, and one table after the other stays in
   * the processor's cache. Call before commit.
   */
  flush(): void;
  /** How many records wait for the search; `dropWaiting` forgets those after a mark, when a savepoint takes them back. */
  readonly waiting: number;
  dropWaiting(mark: number): void;
};

/** A record that the search does not know yet. */
type Waiting = {
  readonly feature: string;
  readonly id: number;
  readonly title: string;
  readonly detail: string;
  readonly tokens: string;
  readonly fresh: boolean;
};

type Prepared = {
  readonly names: readonly string[];
  readonly insert: Statement;
  readonly update: Statement;
  readonly erase: Statement;
};

/** The values of a row in the order of its columns, after what stands before them. */
function bound(
  names: readonly string[],
  values: BulkValues,
  ...before: readonly (string | number)[]
): (string | number | null)[] {
  const row: (string | number | null)[] = [...before];
  for (const name of names) row.push(values[name] ?? null);
  return row;
}

export function bulkWriter(sqlite: Sqlite, cut?: CutTokens): BulkWriter {
  const prepared = new Map<string, Prepared>();
  const waiting: Waiting[] = [];
  const putEntry = sqlite
    .prepare(
      `insert into search_entry (feature, record_id, title, detail) values (?, ?, ?, ?)
       on conflict (feature, record_id) do update set title = excluded.title, detail = excluded.detail returning id`,
    )
    .pluck();
  const lastEntry = sqlite.prepare('select coalesce(max(id), 0) from search_entry').pluck();
  const newEntries = insertMany(sqlite, 'search_entry (id, feature, record_id, title, detail)', 5);
  const putText = sqlite.prepare('insert or replace into search_text (rowid, tokens) values (?, ?)');
  const newTexts = insertMany(sqlite, 'search_text (rowid, tokens)', 2);
  const dropEntry = sqlite
    .prepare('delete from search_entry where feature = ? and record_id = ? returning id')
    .pluck();
  const dropText = sqlite.prepare('delete from search_text where rowid = ?');

  function statements(definition: RecordDefinition): Prepared {
    let found = prepared.get(definition.feature);
    if (!found) {
      const table = `"${snake(definition.table)}"`;
      const names = fieldEntries(definition).map(([name]) => name);
      const columns = names.map((name) => `"${snake(name)}"`);
      found = {
        names,
        insert: sqlite.prepare(
          `insert into ${table} (version, created_at, updated_at, removed_at, ${columns.join(', ')})
           values (1, ?, ?, null, ${columns.map(() => '?').join(', ')})`,
        ),
        update: sqlite.prepare(
          `update ${table} set version = ?, updated_at = ?, ${columns.map((column) => `${column} = ?`).join(', ')} where id = ?`,
        ),
        erase: sqlite.prepare(`delete from ${table} where id = ?`),
      };
      prepared.set(definition.feature, found);
    }
    return found;
  }

  function index(definition: RecordDefinition, id: number, values: BulkValues, fresh: boolean): void {
    if (definition.indexed === false) return;
    const { title, detail, tokens } = indexedOf(definition, values, cut);
    waiting.push({ feature: definition.feature, id, title, detail, tokens, fresh });
  }

  return {
    flush() {
      const last = Number(lastEntry.get());
      const fresh = waiting.filter((record) => record.fresh);
      for (const [at, { feature, id, title, detail }] of fresh.entries())
        newEntries.add(last + 1 + at, feature, id, title, detail);
      newEntries.flush();
      for (const [at, { tokens }] of fresh.entries()) newTexts.add(last + 1 + at, tokens);
      newTexts.flush();
      for (const { feature, id, title, detail, tokens, fresh: isNew } of waiting)
        if (!isNew) putText.run(putEntry.get(feature, id, title, detail), tokens);
      waiting.length = 0;
    },
    get waiting() {
      return waiting.length;
    },
    dropWaiting(mark) {
      waiting.length = mark;
    },
    insert(definition, values, now) {
      const { names, insert } = statements(definition);
      const id = Number(insert.run(bound(names, values, now, now)).lastInsertRowid);
      index(definition, id, values, true);
      return id;
    },
    update(definition, id, values, version, now) {
      const { names, update } = statements(definition);
      const row = bound(names, values, version, now);
      row.push(id);
      update.run(row);
      index(definition, id, values, false);
    },
    erase(definition, id) {
      statements(definition).erase.run(id);
      const entry: unknown = dropEntry.get(definition.feature, id);
      if (entry !== undefined) dropText.run(entry);
    },
  };
}
