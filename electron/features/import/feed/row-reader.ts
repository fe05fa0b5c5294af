import type { Field } from '#shared/kernel/field.ts';
import { importField } from '#shared/features/import/import-fields.ts';
import { importKindRules, type ImportKind } from '#shared/features/import/import.kinds.ts';
import type { ImportMapping } from '#shared/features/import/import-mapping.rules.ts';
import { readCell } from '#shared/features/import/import-value.rules.ts';
import type { RawCell } from '#shared/features/import/raw-row.ts';

/** A problem of one cell (`column`) or of the whole row (null). */
export type RowProblem = { readonly column: number | null; readonly code: string; readonly warning: boolean };

/** What a cell says for its field: a value, true for the cell just as it stands, null for nothing. */
export type FedValue = string | number | true | null;

/** A row as the engine takes it: cells corrected by the person, each mapped one understood. */
export type FedRow = {
  /** Line as a person sees it in Excel. */
  readonly row: number;
  readonly cells: readonly RawCell[];
  /** In the order of the mapped columns. */
  readonly values: readonly FedValue[];
  readonly problems: readonly RowProblem[];
};

export type MappedColumn = { readonly column: number; readonly address: string; readonly field: Field };

/** The columns that go somewhere, in the order of the file. */
export function mappedColumns(kind: ImportKind, mapping: ImportMapping): readonly MappedColumn[] {
  const known = new Set(importKindRules[kind].columns.map((column) => column.to));
  return Object.entries(mapping).flatMap(([column, address]) => {
    const field = known.has(address) ? importField(address) : undefined;
    return field ? [{ column: Number(column), address, field }] : [];
  });
}

const noProblems: readonly RowProblem[] = [];

/** A reader of rows for some mapped columns. `names` gives the written names of a choice. */
export function rowReader(
  mapped: readonly MappedColumn[],
  names: (address: string, choice: string) => readonly string[],
): (cells: readonly RawCell[]) => Pick<FedRow, 'values' | 'problems'> {
  const columns = mapped.map(({ column, address, field }) => ({
    column,
    read: (cell: RawCell) => readCell(cell, address, field, (choice) => names(address, choice)),
  }));
  return (cells) => {
    const values: FedValue[] = [];
    const problems: RowProblem[] = [];
    for (const { column, read } of columns) {
      const cell = cells[column] ?? null;
      const found = cell === null ? undefined : read(cell);
      if (found?.kind !== 'value') {
        values.push(null);
        if (found?.kind === 'problem') problems.push({ column, code: found.code, warning: false });
        continue;
      }
      values.push(found.value === cell ? true : found.value);
      if (found.warning) problems.push({ column, code: found.warning, warning: true });
    }
    return { values, problems: problems.length === 0 ? noProblems : problems };
  };
}
