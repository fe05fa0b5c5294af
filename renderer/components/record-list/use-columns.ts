import { useCallback, useMemo, useState } from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { shownColumns, widthOfWords, type Column, type WordRoom } from './list-columns.ts';
import type { KeptList } from './list-views.ts';
import type { RecordFeature } from './record-feature.ts';
import { useFieldName } from './use-field-name.ts';

/** The columns of a list as the person keeps them; while one is dragged its width is not kept yet. */
export function useColumns(
  feature: RecordFeature,
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
  const room = useWordRoom(feature);
  const [dragged, setDragged] = useState<readonly Column[] | null>(null);
  const columns = useMemo(
    () => dragged ?? shownColumns(fields, kept.columns, widths, usualColumns, room),
    [dragged, fields, kept.columns, widths, usualColumns, room],
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

/** An arrow beside the heading; the sign and the edges of a badge around a choice. */
const signPx = 14;
const badgePx = 28;

function useWordRoom(feature: RecordFeature): WordRoom {
  const { choice } = useTexts();
  const fieldName = useFieldName(feature);
  return useCallback(
    (name, field) => {
      const choices = (field.choices ?? []).map((value) => widthOfWords(choice(feature, name, value)));
      return Math.max(signPx + widthOfWords(fieldName(name)), ...choices.map((width) => badgePx + width));
    },
    [feature, choice, fieldName],
  );
}
