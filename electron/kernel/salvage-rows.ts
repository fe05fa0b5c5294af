import type { Sqlite } from './sqlite.ts';

type Row = Record<string, string | number | bigint | Buffer | null>;

/** Rows of one table that can still be read, and whether some could not. */
export type Salvaged = { readonly copied: number; readonly gaps: boolean };

/** How far behind a damaged page the search for the next readable row goes, in doublings of the row number. */
const doublings = 44;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Reads a table with row numbers from the front; where a page is unreadable it looks for a readable row farther on, reads
 * back to the damage from there, and goes on.
 */
function readByNumber(source: Sqlite, table: string, columns: string, take: (row: Row) => void): boolean {
  const from = `from ${quoted(table)} not indexed`;
  const forward = source.prepare(
    `select rowid as "rowid ", ${columns} ${from} where rowid > ? order by rowid`,
  );
  const backward = source.prepare(
    `select rowid as "rowid ", ${columns} ${from} where rowid > ? and rowid < ? order by rowid desc`,
  );
  const probe = source.prepare(`select rowid ${from} where rowid >= ? order by rowid limit 1`).pluck();
  const give = (row: Row): number => {
    const { 'rowid ': number, ...rest } = row;
    take(rest);
    return Number(number);
  };
  let last = Number.MIN_SAFE_INTEGER;
  let gaps = false;
  for (;;) {
    try {
      for (const row of forward.iterate(last)) last = give(row as Row);
      return gaps;
    } catch {
      gaps = true;
    }
    let found: number | undefined;
    const start = Math.max(last, 0);
    for (let power = 0; power < doublings && found === undefined; power += 1) {
      try {
        const next = probe.get(start + 2 ** power);
        if (next === undefined) return gaps;
        found = Number(next);
      } catch {
        // Still in the damage.
      }
    }
    if (found === undefined) return gaps;
    const rows: Row[] = [];
    try {
      for (const row of backward.iterate(last, found)) rows.push(row as Row);
    } catch {
      // Back at the damage.
    }
    for (const row of rows.reverse()) give(row);
    last = found - 1;
  }
}

/** Reads a table without row numbers from both ends to the damage. */
function readByKey(
  source: Sqlite,
  table: string,
  columns: string,
  keys: readonly string[],
  take: (row: Row) => void,
): boolean {
  for (const direction of ['asc', 'desc']) {
    const order = keys.map((key) => `${quoted(key)} ${direction}`).join(', ');
    try {
      for (const row of source.prepare(`select ${columns} from ${quoted(table)} order by ${order}`).iterate())
        take(row as Row);
      if (direction === 'asc') return false;
    } catch {
      // From the other end, then.
    }
  }
  return true;
}

/** Copies what can be read of one table into the same table of another database; rows that are there stay. */
export function salvageTable(source: Sqlite, target: Sqlite, table: string): Salvaged {
  type Column = { name: string; pk: number; hidden: number };
  const columnsOf = (sqlite: Sqlite): Column[] =>
    (sqlite.pragma(`table_xinfo(${quoted(table)})`) as Column[]).filter(({ hidden }) => hidden === 0);
  const known = columnsOf(source);
  const shared = columnsOf(target).filter(({ name }) => known.some((column) => column.name === name));
  const columns = shared.map(({ name }) => quoted(name)).join(', ');
  const insert = target.prepare(
    `insert or ignore into ${quoted(table)} (${columns}) values (${shared.map(() => '?').join(', ')})`,
  );
  let copied = 0;
  const take = (row: Row): void => {
    copied += insert.run(shared.map(({ name }) => row[name] ?? null)).changes;
  };
  const withoutNumbers =
    target.prepare(`select wr from pragma_table_list(?) where schema = 'main'`).pluck().get(table) === 1;
  const keys = shared.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const gaps = target.transaction(() =>
    withoutNumbers
      ? readByKey(
          source,
          table,
          columns,
          keys.map(({ name }) => name),
          take,
        )
      : readByNumber(source, table, columns, take),
  )();
  return { copied, gaps };
}
