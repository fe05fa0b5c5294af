import BetterSqlite from 'better-sqlite3';
import { verdicts, type PreviewRow, type Verdict } from '#shared/features/import/import.contract.ts';

/**
 * The stage of one import: a small database file beside the uploaded file, with what the last preview found and what the
 * person corrected. It is thrown away with the upload and never touches the store.
 */
export type ImportStage = {
  clearRows(): void;
  /** SHA-256 of the file that the last preview read; undefined without a preview. */
  previewedHash(): string | undefined;
  notePreview(fileHash: string): void;
  put(row: PreviewRow): void;
  /** Runs many puts in one transaction. */
  batch(work: () => void): void;
  rows(query: { page: number; pageSize: number; verdict?: Verdict; problemsOnly: boolean }): {
    rows: PreviewRow[];
    total: number;
  };
  countByVerdict(): Record<Verdict, number>;
  /** Rows kept out, in order. */
  keptOut(): IterableIterator<PreviewRow>;
  correct(row: number, column: number, text: string): void;
  exclude(row: number, excluded: boolean): void;
  decide(row: number, feature: string, id: number): void;
  corrections(): ReadonlyMap<number, ReadonlyMap<number, string>>;
  excluded(): ReadonlySet<number>;
  decisions(): ReadonlyMap<number, ReadonlyMap<string, number>>;
  close(): void;
};

type StoredRow = { row: number; verdict: Verdict; body: string };

const rowOf = ({ row, verdict, body }: StoredRow): PreviewRow => ({
  row,
  verdict,
  ...(JSON.parse(body) as Omit<PreviewRow, 'row' | 'verdict'>),
});

function grouped<Value>(
  rows: readonly (readonly [number, number | string, Value])[],
): Map<number, Map<number | string, Value>> {
  const groups = new Map<number, Map<number | string, Value>>();
  for (const [row, key, value] of rows) {
    const group = groups.get(row) ?? new Map<number | string, Value>();
    group.set(key, value);
    groups.set(row, group);
  }
  return groups;
}

export function openStage(path: string): ImportStage {
  const sqlite = new BetterSqlite(path);
  // Losing a stage in a crash loses nothing of the store.
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = OFF');
  sqlite.exec(`begin;
    create table if not exists row (row integer primary key, verdict text not null, problem integer not null, body text not null) strict;
    create index if not exists row_verdict on row (verdict);
    create table if not exists correction (row integer, col integer, text text not null, primary key (row, col)) strict, without rowid;
    create table if not exists exclusion (row integer primary key) strict;
    create table if not exists preview (only integer primary key check (only = 1), file_hash text not null) strict;
    create table if not exists decision (row integer, feature text, id integer not null, primary key (row, feature)) strict, without rowid;
    commit;`);
  const put = sqlite.prepare('insert or replace into row (row, verdict, problem, body) values (?, ?, ?, ?)');
  return {
    clearRows: () => void sqlite.exec('delete from row'),
    previewedHash: () => sqlite.prepare('select file_hash from preview').pluck().get() as string | undefined,
    notePreview: (fileHash) =>
      void sqlite.prepare('insert or replace into preview values (1, ?)').run(fileHash),
    put({ row, verdict, ...body }) {
      put.run(row, verdict, body.problems.length > 0 ? 1 : 0, JSON.stringify(body));
    },
    batch: (work) => sqlite.transaction(work)(),
    rows({ page, pageSize, verdict, problemsOnly }) {
      const where = `where (? is null or verdict = ?) and (? = 0 or problem = 1)`;
      const parameters = [verdict ?? null, verdict ?? null, problemsOnly ? 1 : 0];
      const total = sqlite
        .prepare(`select count(*) from row ${where}`)
        .pluck()
        .get(...parameters) as number;
      const rows = sqlite
        .prepare(`select row, verdict, body from row ${where} order by row limit ? offset ?`)
        .all(...parameters, pageSize, (page - 1) * pageSize) as StoredRow[];
      return { rows: rows.map(rowOf), total };
    },
    countByVerdict() {
      const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
      const found = sqlite.prepare('select verdict, count(*) as n from row group by verdict').all() as {
        verdict: Verdict;
        n: number;
      }[];
      for (const { verdict, n } of found) counts[verdict] = n;
      return counts;
    },
    *keptOut() {
      const found = sqlite
        .prepare("select row, verdict, body from row where verdict in ('refused', 'ask') order by row")
        .iterate();
      for (const row of found as IterableIterator<StoredRow>) yield rowOf(row);
    },
    correct: (row, column, text) =>
      void sqlite.prepare('insert or replace into correction values (?, ?, ?)').run(row, column, text),
    exclude: (row, excluded) =>
      void sqlite
        .prepare(
          excluded ? 'insert or ignore into exclusion values (?)' : 'delete from exclusion where row = ?',
        )
        .run(row),
    decide: (row, feature, id) =>
      void sqlite.prepare('insert or replace into decision values (?, ?, ?)').run(row, feature, id),
    corrections: () =>
      grouped(
        sqlite.prepare('select row, col, text from correction').raw().all() as [number, number, string][],
      ) as Map<number, Map<number, string>>,
    excluded: () => new Set(sqlite.prepare('select row from exclusion').pluck().all() as number[]),
    decisions: () =>
      grouped(
        sqlite.prepare('select row, feature, id from decision').raw().all() as [number, string, number][],
      ) as Map<number, Map<string, number>>,
    close: () => void sqlite.close(),
  };
}
