import { languages } from '#shared/kernel/language.ts';
import type { RawCell } from '#shared/features/import/raw-row.ts';
import { createTexts, textAt } from '#shared/text/texts.ts';
import type { ImportOrder } from '../import-order.ts';
import { asUnreadable } from '../read/read-problem.ts';
import { dataRows, type Reading } from './data-rows.ts';
import { mappedColumns, rowReader, type FedRow } from './row-reader.ts';

export type FeedOrder = Reading &
  Pick<ImportOrder, 'kind' | 'mapping'> & {
    /** What the person wrote over cells: row → column → text. */
    readonly corrections: ReadonlyMap<number, ReadonlyMap<number, string>>;
  };

export type FedBatch = { readonly headers: readonly string[]; readonly rows: readonly FedRow[] };

/** Gives the rows of a file to the engine, batch by batch. Errors: `cancelled`, `rule-violated` file-…. */
export type RowFeed = (order: FeedOrder) => AsyncGenerator<FedBatch, void, undefined>;

/** Everything about a row that needs no look into the store: reading, correcting, understanding its cells. */
export const readRows: RowFeed = async function* (order) {
  const inAllLanguages = languages.map(createTexts);
  const read = rowReader(mappedColumns(order.kind, order.mapping), (address, choice) => {
    const [feature, field] = address.split('.');
    return inAllLanguages.map((texts) => textAt(texts, `record.${feature}.choices.${field}.${choice}`));
  });
  try {
    for await (const { rows, headers } of dataRows(order))
      yield {
        headers,
        rows: rows.map((raw) => {
          const cells = corrected(raw.cells, order.corrections.get(raw.row));
          return { row: raw.row, cells, ...read(cells) };
        }),
      };
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
