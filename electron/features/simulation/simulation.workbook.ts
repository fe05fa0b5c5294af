import { writeXlsx } from 'hucre/xlsx';
import type { SimulationResult } from '#shared/features/simulation/simulation.content.ts';
import type { Language } from '#shared/kernel/language.ts';
import { resultTables, spanWords, type Cell } from './simulation.tables.ts';

const valueOf = (cell: Cell): string | number => (typeof cell === 'object' ? cell.fen / 100 : cell);

/** 试算结果 as a workbook: a sheet for each table, money in yuan; the first says over which history. */
export async function simulationWorkbook(
  result: SimulationResult,
  names: Readonly<Record<number, string>>,
  language: Language,
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: resultTables(result, names, language).map(({ title, columns, rows }, at) => {
      const sample = rows.find(({ kind }) => kind !== 'group')?.cells ?? [];
      return {
        name: title,
        columns: columns.map((_title, place) => ({
          width: place === 0 ? 28 : 16,
          ...(typeof sample[place] === 'object' ? { numFmt: '#,##0.00' } : {}),
        })),
        rows: [
          ...(at === 0 ? [...spanWords(result, language).map((line) => [line]), []] : []),
          [...columns],
          ...rows.map(({ cells }) => cells.map(valueOf)),
        ],
      };
    }),
  });
}
