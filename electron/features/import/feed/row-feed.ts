import type { RawCell } from '#shared/features/import/raw-row.ts';
import { fieldTokens } from '#electron/kernel/record/record-index.ts';
import type { ImportOrder } from '../import-order.ts';
import { asUnreadable } from '../read/read-problem.ts';
import { dataRows, type Reading } from './data-rows.ts';
import { mappedColumns, rowReader, type FedRow, type MappedColumn } from './row-reader.ts';

/** Address → choice → its names as people write them. */
export type WrittenChoices = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

export type FeedOrder = Reading &
  Pick<ImportOrder, 'kind' | 'mapping'> & {
    /** What the person wrote over cells: row → column → text. */
    readonly corrections: ReadonlyMap<number, ReadonlyMap<number, string>>;
    /** Addresses of the values that the search finds: their tokens are cut here. */
    readonly searched: readonly string[];
    readonly choices: WrittenChoices;
  };

export type FedBatch = {
  readonly headers: readonly string[];
  readonly rows: readonly FedRow[];
  /** Address → text → its tokens, for the texts of these rows. */
  readonly tokens: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

/** Gives the rows of a file to the engine, batch by batch. Errors: `cancelled`, `rule-violated` file-…. */
export type RowFeed = (order: FeedOrder) => AsyncGenerator<FedBatch, void, undefined>;

/** Everything about a row that needs no look into the store: reading, correcting, understanding its cells. */
export const readRows: RowFeed = async function* (order) {
  const columns = mappedColumns(order.kind, order.mapping);
  const cut = tokenCutter(columns, order.searched);
  const read = rowReader(columns, (address, choice) => order.choices.get(address)?.get(choice) ?? []);
  try {
    for await (const { rows: raw, headers } of dataRows(order)) {
      const rows = raw.map(({ row, cells: found }) => {
        const cells = corrected(found, order.corrections.get(row));
        return { row, cells, ...read(cells) };
      });
      yield { headers, rows, tokens: cut(rows) };
    }
  } catch (error) {
    throw asUnreadable(error);
  }
};

function corrected(
  cells: readonly RawCell[],
  changes: ReadonlyMap<number, string> | undefined,
): readonly RawCell[] {
  if (!changes) return cells;
  const mended = [...cells];
  for (const [column, text] of changes) {
    while (mended.length < column) mended.push(null);
    mended[column] = text === '' ? null : text;
  }
  return mended;
}

/** Cuts the words of some rows, each text of a column once. */
function tokenCutter(
  columns: readonly MappedColumn[],
  searched: readonly string[],
): (rows: readonly FedRow[]) => FedBatch['tokens'] {
  const wanted = columns.flatMap(({ column, address, field }, place) =>
    searched.includes(address) ? [{ column, address, field, place }] : [],
  );
  return (rows) =>
    new Map(
      wanted.map(({ column, address, field, place }) => {
        const tokens = new Map<string, string>();
        for (const { cells, values } of rows) {
          const text = values[place] === true ? cells[column] : values[place];
          if (typeof text === 'string' && !tokens.has(text)) tokens.set(text, fieldTokens(field, text));
        }
        return [address, tokens];
      }),
    );
}
