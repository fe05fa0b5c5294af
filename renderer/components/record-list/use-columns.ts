import { useMemo, useState } from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import { shownColumns, type Column } from './list-columns.ts';
import type { KeptList } from './list-views.ts';

/** The columns of a list as the person keeps them; while one is dragged its width is not kept yet. */
export function useColumns(
  fields: Fields,
  list: {
    readonly kept: KeptList;
    readonly keep: (kept: KeptList) => void;
    readonly widths: Readonly<Record<string, number>> | undefined;
    readonly usualColumns: readonly string[] | undefined;
  },
): {
  readonly columns: readonly Column[];
  /** null: the usual ones. */
  readonly keepColumns: (columns: readonly Column[] | null) => void;
  /** Width in px; kept when the dragging is done. */
  readonly resize: (field: string, width: number, done: boolean) => void;
} {
  const { kept, keep, widths, usualColumns } = list;
  const [dragged, setDragged] = useState<readonly Column[] | null>(null);
  const columns = useMemo(
    () => dragged ?? shownColumns(fields, kept.columns, widths, usualColumns),
    [dragged, fields, kept.columns, widths, usualColumns],
  );
  const keepColumns = (next: readonly Column[] | null): void => {
    setDragged(null);
    keep({ ...kept, columns: next ? next.map(({ field, width }) => ({ field, width })) : null });
  };
  return {
    columns,
    keepColumns,
    resize(field, width, done) {
      const next = columns.map((column) => (column.field === field ? { ...column, width } : column));
      if (done) keepColumns(next);
      else setDragged(next);
    },
  };
}
