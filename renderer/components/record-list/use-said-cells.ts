import { useMemo } from 'react';
import { saidIn } from '#shared/kernel/language.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { Cells } from './list-table.tsx';

/** The column `name` in the person's language, of records that are named in both. */
export function useSaidCells(): Cells {
  const { language } = useTexts();
  return useMemo(
    () => ({
      name: (row) => {
        const { nameEn } = row;
        return saidIn(language, String(row['name'] ?? ''), typeof nameEn === 'string' ? nameEn : null);
      },
    }),
    [language],
  );
}
