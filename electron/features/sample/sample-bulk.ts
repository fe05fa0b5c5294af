import { fieldEntries, type RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { indexedOf } from '#electron/kernel/record/record-index.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { sampleRecords } from './sample-records.ts';
import type { SampleFeature, SampleSink } from './sample-rows.ts';
import { snake } from '#electron/kernel/sql-name.ts';
import { bufferFor, flush, type Buffer, type Cell } from './sample-buffer.ts';

/** Features in an order in which each refers only to earlier ones (a department's leader is checked at the commit). */
const features = Object.keys(sampleRecords) as readonly SampleFeature[]; // the keys of a literal object

/** Rows held back before they are written. */
const heldRows = 2000;

/** Takes the secondary indexes off tables that are empty; the result puts them back, which sorts once instead of searching for every row. */
function withoutIndexes(sqlite: Sqlite, tables: readonly string[]): () => void {
  const marks = tables.map(() => '?').join(', ');
  const indexes = sqlite
    .prepare(
      `select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (${marks})`,
    )
    .all(...tables) as { name: string; sql: string }[]; // two text columns
  for (const { name } of indexes) sqlite.exec(`drop index "${name}"`);
  return () => {
    for (const { sql } of indexes) sqlite.exec(sql);
  };
}

/**
 * Fills empty tables and the search index as fast as SQLite allows, inside a transaction that the caller holds: several rows
 * to a statement, indexes built at the end. Call `finish` after the last record.
 */
export function sampleBulk(sqlite: Sqlite, now: string): { readonly sink: SampleSink; finish(): void } {
  const definitions = features.map((feature): [SampleFeature, RecordDefinition] => [
    feature,
    sampleRecords[feature],
  ]);
  const restore = withoutIndexes(sqlite, [
    ...definitions.map(([, { table }]) => snake(table)),
    'search_entry',
  ]);
  const buffers = new Map<SampleFeature, Buffer>();
  const indexed = new Map<SampleFeature, RecordDefinition>();
  for (const [feature, definition] of definitions) {
    const names = fieldEntries(definition).map(([name]) => name);
    const columns = ['id', 'version', 'created_at', 'updated_at', ...names.map(snake)];
    buffers.set(feature, bufferFor(sqlite, snake(definition.table), columns, names));
    if (definition.indexed !== false) indexed.set(feature, definition);
  }
  const entries = bufferFor(sqlite, 'search_entry', ['id', 'feature', 'record_id', 'title', 'detail'], []);
  const texts = bufferFor(sqlite, 'search_text', ['rowid', 'tokens'], []);
  let entryId = Number(sqlite.prepare('select coalesce(max(id), 0) from search_entry').pluck().get());
  let held = 0;
  const flushAll = (): void => {
    for (const buffer of buffers.values()) flush(buffer);
    flush(entries);
    flush(texts);
    held = 0;
  };
  const setting = (name: 'hashsize', value: number): void =>
    void sqlite.exec(`insert into search_text (search_text, rank) values ('${name}', ${value})`);
  // A larger hash means fewer pieces of the index to merge; the defaults come back at the end.
  setting('hashsize', 64 * 1024 * 1024);

  return {
    sink(feature, id, row) {
      const buffer = buffers.get(feature);
      if (!buffer) throw new RangeError(`no table for ${feature}`);
      const values = row as Readonly<Record<string, Cell | boolean>>; // the values of a field table
      buffer.cells.push(id, 1, now, now);
      for (const name of buffer.names) {
        const value = values[name] ?? null;
        buffer.cells.push(typeof value === 'boolean' ? Number(value) : value);
      }
      buffer.rows += 1;
      held += 1;
      const index = indexed.get(feature);
      if (index) {
        entryId += 1;
        const { title, detail, tokens } = indexedOf(index, values);
        entries.cells.push(entryId, feature, id, title, detail);
        entries.rows += 1;
        texts.cells.push(entryId, tokens);
        texts.rows += 1;
      }
      if (held >= heldRows) flushAll();
    },
    finish() {
      flushAll();
      setting('hashsize', 1024 * 1024);
      restore();
    },
  };
}
