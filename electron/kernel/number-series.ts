import type { Writer } from './database.ts';

export type NumberSeriesTable = { name: string; last: number };

declare module './tables.ts' {
  interface Tables {
    numberSeries: NumberSeriesTable;
  }
}

/**
 * The next number of a series, without gaps: it is taken in the transaction that uses it, so a failed one gives it back.
 * The first is 1.
 */
export async function nextNumber(writer: Writer, name: string): Promise<number> {
  const { last } = await writer
    .insertInto('numberSeries')
    .values({ name, last: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({ last: row('numberSeries.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** A number of the year: `2026-A001`. More than 999 get a fourth digit. */
export async function nextOfYear(writer: Writer, year: number, letter: string): Promise<string> {
  const number = await nextNumber(writer, `${letter}-${year}`);
  return `${year}-${letter}${String(number).padStart(3, '0')}`;
}
