import { join } from 'node:path';
import { anyImportSize } from '../../shared/features/import/import-size.rules.ts';
import { maskPhone, normalPhone } from '../../shared/kernel/phone.ts';
import { maskPlate } from '../../shared/kernel/plate.ts';
import { searchTokens } from '../../electron/kernel/search-tokens.ts';
import { median, timed, type Bench } from './bench.ts';
import { writeGbk, writeXlsx } from './import-files.ts';
import { benchStore, type BenchStore } from './store.ts';

type RawTable = { readonly table: string; readonly columns: string; readonly rows: unknown[][] };

/** Exactly the rows that an import leaves, taken out of a store that imported them. */
function rowsLeft(store: BenchStore): RawTable[] {
  const raw = store.core.database.raw.reader;
  return ['customer', 'vehicle', 'search_entry', 'import_change'].map((table) => {
    const columns = raw.pragma(`table_info(${table})`) as { name: string }[];
    const names = columns.map((column) => column.name).join(', ');
    return {
      table,
      columns: names,
      rows: raw.prepare(`select ${names} from ${table}`).raw().all() as unknown[][],
    };
  });
}

/** The limit: the same rows, search tokens included, inserted by prepared statements from memory into an empty store. */
async function rawInsert(tables: readonly RawTable[], tokens: readonly [number, string][]): Promise<number> {
  const store = await benchStore();
  const { writer } = store.core.database.raw;
  writer.exec('delete from search_entry; delete from search_text where rowid < 1000');
  const took = await timed(() => {
    writer.exec('begin immediate');
    writer
      .prepare(
        "insert into import (id, kind, file_name, file_hash, person_name, at, state, counts) values (1, '', '', '', '', '', 'done', '')",
      )
      .run();
    for (const { table, columns, rows: values } of tables) {
      const statement = writer.prepare(
        `insert into ${table} (${columns}) values (${columns
          .split(', ')
          .map(() => '?')
          .join(', ')})`,
      );
      for (const row of values) statement.run(...row);
    }
    const text = writer.prepare('insert into search_text (rowid, tokens) values (?, ?)');
    for (const [id, words] of tokens) text.run(id, words);
    writer.exec('commit');
  });
  await store.close();
  return took;
}

/** `few`: a small file whose preview starts the worker thread, which the program then keeps; it leaves nothing. */
async function importOnce(path: string, few: string): Promise<{ ms: number; store: BenchStore }> {
  const store = await benchStore();
  const warm = await store.core.imports.takePath(few);
  const quiet = { signal: new AbortController().signal, progress: () => undefined };
  await store.core.imports.run(warm.fileId, {}, 'preview', store.actor, quiet);
  const { fileId } = await store.core.imports.takePath(path);
  const ms = await timed(() => store.core.imports.run(fileId, {}, 'run', store.actor, quiet, anyImportSize));
  return { ms, store };
}

/** Import of customer-vehicle rows with validation, matching, backup before, search index, undo records and audit. */
export const importBench: Bench = {
  name: 'import',
  async run(report) {
    const scratch = await benchStore();
    const few = join(scratch.folder, 'few.csv');
    writeGbk(few, 20);
    for (const count of [10_000, 100_000]) {
      const files = {
        csv: join(scratch.folder, `${count}.csv`),
        xlsx: join(scratch.folder, `${count}.xlsx`),
      };
      writeGbk(files.csv, count);
      await writeXlsx(files.xlsx, count);
      const first = await importOnce(files.csv, few);
      const tables = rowsLeft(first.store);
      const entries = first.store.core.database.raw.reader
        .prepare(
          `select s.id, coalesce(c.name, '') as a, coalesce(c.code, v.vin) as b, coalesce(c.phone, v.plate) as d, coalesce(v.model, '') as m from search_entry s
           left join customer c on s.feature = 'customer' and c.id = s.record_id left join vehicle v on s.feature = 'vehicle' and v.id = s.record_id
           where s.feature in ('customer', 'vehicle')`,
        )
        .raw()
        .all() as [number, string, string, string, string][];
      const tokens = entries.map(([id, name, code, hidden, model]): [number, string] => {
        const phone = normalPhone(hidden) !== undefined;
        const texts = [name, code, model, phone ? maskPhone(hidden) : maskPlate(hidden)];
        return [id, searchTokens(texts, [{ kind: phone ? 'phone' : 'plate', text: hidden }])];
      });
      await first.store.close();
      const runs = count === 10_000 ? 5 : 3;
      const limits: number[] = [];
      const found: Record<string, number[]> = { csv: [], xlsx: [] };
      for (let run = 0; run < runs; run++) {
        limits.push(await rawInsert(tables, tokens));
        for (const kind of ['csv', 'xlsx'] as const) {
          const { ms, store } = await importOnce(files[kind], few);
          await store.close();
          found[kind]?.push(ms);
        }
      }
      const limit = median(limits);
      const beside = 'same rows inserted raw from memory';
      report({
        name: `import.gbk-csv.${count / 1000}k`,
        value: median(found['csv'] ?? []),
        unit: 'ms',
        limit,
        beside,
        target: 1.5,
      });
      report({
        name: `import.xlsx.${count / 1000}k`,
        value: median(found['xlsx'] ?? []),
        unit: 'ms',
        limit,
        beside,
        target: 2,
      });
    }
    await scratch.close();
  },
};
