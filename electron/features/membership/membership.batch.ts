import type { LotMove, NewLot } from '#shared/features/membership/membership-ledger.rules.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import {
  entryColumns,
  entryValues,
  lotColumns,
  lotValues,
  moveColumns,
  type NewEntry,
  type Value,
} from './membership.inserting.ts';

/** Many entries in one transaction: ids are counted here, rows go to the database in portions. */
export type LedgerBatch = {
  /** Adds an entry with its lots and moves; its id. */
  add(entry: NewEntry, births: readonly NewLot[], moves: readonly LotMove[]): number;
};

/** Rows of one statement; more of them win little and make texts that are prepared for long. */
const portion = 100;

/**
 * Rows of one table, many with one statement. What is the same in all rows of a statement (day, kind, person, and the zeros of
 * most entries) is handed over once, which `insertMany` does not: to hand over a value costs about as much as to write it. Loops
 * by index: they run for every value of a batch.
 */
function rowsInto(sqlite: Sqlite, table: string, columns: readonly string[]) {
  const statements = new Map<number, ReturnType<Sqlite['prepare']>>();
  const rows: (readonly Value[])[] = [];
  /** Bits of the columns in which rows differ. */
  let own = 0;
  const textOf = (count: number): string => {
    let place = 0;
    const places = columns.map((_name, at) => ((own >> at) & 1 ? `column${(place += 1)}` : '?'));
    const row = `(${Array.from({ length: place }, () => '?').join(', ')})`;
    return `insert into ${table} (${columns.join(', ')}) select ${places.join(', ')}
      from (values ${Array.from({ length: count }, () => row).join(', ')})`;
  };
  return {
    /** Takes a row; true: as many as one statement takes are waiting. */
    add(row: readonly Value[]): boolean {
      rows.push(row);
      const [first = row] = rows;
      for (let at = 0; at < row.length; at += 1) if (row[at] !== first[at]) own |= 1 << at;
      return rows.length >= portion;
    },
    write(): void {
      const [first] = rows;
      if (!first) return;
      own ||= 1; // a single row differs from none, but a statement needs something of each
      const key = own * 100_000 + rows.length;
      let statement = statements.get(key);
      if (!statement) statements.set(key, (statement = sqlite.prepare(textOf(rows.length))));
      const values = first.filter((_value, at) => !((own >> at) & 1));
      for (const row of rows)
        for (let at = 0; at < row.length; at += 1) if ((own >> at) & 1) values.push(row[at] ?? null);
      statement.run(values);
      rows.length = 0;
      own = 0;
    },
  };
}

/**
 * Runs the work with a batch, on the connection whose transaction is open; nobody else adds entries until it ends. Everything
 * is written when it returns; what throws inside is for the transaction to take back.
 */
export function inLedgerBatch<Result>(sqlite: Sqlite, work: (batch: LedgerBatch) => Result): Result {
  const last = (table: string): number =>
    Number(sqlite.prepare(`select coalesce(max(id), 0) from ${table}`).pluck().get());
  let entryId = last('membership_entry');
  let lotId = last('membership_lot');
  const entries = rowsInto(sqlite, 'membership_entry', [...entryColumns, 'id']);
  const lots = rowsInto(sqlite, 'membership_lot', [...lotColumns, 'id']);
  const moved = rowsInto(sqlite, 'membership_move', moveColumns);
  const write = (): void => {
    entries.write();
    lots.write();
    moved.write();
  };
  const result = work({
    add(entry, births, moves) {
      entryId += 1;
      const row = entryValues(entry);
      row.push(entryId);
      let isFull = entries.add(row);
      for (const lot of births) {
        lotId += 1;
        const made = lotValues(entry.membershipId, entryId, lot);
        made.push(lotId);
        isFull = lots.add(made) || isFull;
      }
      for (const move of moves) isFull = moved.add([move.lotId, entryId, move.quantity]) || isFull;
      if (isFull) write();
      return entryId;
    },
  });
  write();
  return result;
}
