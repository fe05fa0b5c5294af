import type { IndicatorUnit } from '#shared/features/indicator/indicator.exact.ts';
import { shippedIndicators } from '#shared/features/indicator/indicator.library.ts';
import { figureToType } from '#shared/features/indicator/indicator-typing.rules.ts';
import type { ExportCells } from '#electron/kernel/record/record-definition.ts';

/** A file of 填报 names the indicator and holds the figure in its unit, as the import reads it: yuan, `83.4%`, pieces. */
export const entryCells: ExportCells = (sqlite, language) => {
  const own = new Map(
    (
      sqlite
        .prepare(
          `select key, name, name_en, unit from indicator where removed_at is null order by valid_from`,
        )
        .all() as { key: string; name: string; name_en: string | null; unit: IndicatorUnit }[]
    ).map((row) => [row.key, row]), // the newest version names it
  );
  const of = (key: string): { name: string; unit: IndicatorUnit } | undefined => {
    const shipped = shippedIndicators.get(key);
    if (shipped) return { name: shipped.name[language], unit: shipped.unit };
    const row = own.get(key);
    return row && { name: language === 'en' ? (row.name_en ?? row.name) : row.name, unit: row.unit };
  };
  return (field, row) => {
    const found = of(String(row['indicator']));
    if (!found) return undefined;
    if (field === 'indicator') return found.name;
    if (field !== 'value') return undefined;
    const figure = figureToType(Number(row['value']), found.unit);
    return found.unit === 'basisPoints' ? `${figure}%` : Number(figure);
  };
};
