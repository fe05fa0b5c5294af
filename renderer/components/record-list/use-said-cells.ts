import { useMemo } from 'react';
import { saidIn, type Language } from '#shared/kernel/language.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { Cells } from './list-table.tsx';
import type { Row } from './record.queries.ts';

const textIn = (value: Row[string] | undefined): string | null => (typeof value === 'string' ? value : null);

/** The name of a record in a language, of records that are named in both. */
export const nameIn = (language: Language, row: Row, title = 'name', titleEn = 'nameEn'): string =>
  saidIn(language, textIn(row[title]) ?? '', textIn(row[titleEn]));

/** The column that names a record in the person's language, of records that are named in both; beside the list's own cells. */
export function useSaidCells(
  title: string | undefined,
  titleEn: string | undefined,
  cells: Cells | undefined,
): Cells | undefined {
  const { language } = useTexts();
  return useMemo(() => {
    if (title === undefined || titleEn === undefined) return cells;
    return { [title]: (row) => nameIn(language, row, title, titleEn), ...cells };
  }, [language, title, titleEn, cells]);
}
