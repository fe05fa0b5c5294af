import { classifyPlate } from '#shared/kernel/plate.ts';
import { importField } from '#shared/features/import/import-fields.ts';
import { importKindRules, type ImportKind } from '#shared/features/import/import.kinds.ts';
import type { ImportMapping } from '#shared/features/import/import-mapping.rules.ts';
import { readCell } from '#shared/features/import/import-value.rules.ts';
import type { RawCell } from '#shared/features/import/raw-row.ts';

/** A problem of one cell (`column`) or of the whole row (null). */
export type RowProblem = { readonly column: number | null; readonly code: string; readonly warning: boolean };

/** What a row says, by address; empty cells are absent, because they never wipe anything. */
export type RowValues = Map<string, string | number>;

export type RowReader = (cells: readonly RawCell[]) => { values: RowValues; problems: RowProblem[] };

/** A reader of rows for one mapping: parses every mapped cell. `names` gives the written names of a choice. */
export function rowReader(
  kind: ImportKind,
  mapping: ImportMapping,
  names: (address: string, choice: string) => readonly string[],
): RowReader {
  const known = new Set(importKindRules[kind].columns.map((column) => column.to));
  const columns = Object.entries(mapping).flatMap(([column, address]) => {
    const field = known.has(address) ? importField(address) : undefined;
    return field
      ? [{ column: Number(column), address, field, names: (choice: string) => names(address, choice) }]
      : [];
  });
  return (cells) => {
    const values: RowValues = new Map();
    const problems: RowProblem[] = [];
    for (const { column, address, field, names: choiceNames } of columns) {
      const cell = cells[column] ?? null;
      if (cell === null) continue;
      const read = readCell(cell, address, field, choiceNames);
      if (read.kind === 'problem') problems.push({ column, code: read.code, warning: false });
      if (read.kind !== 'value') continue;
      values.set(address, read.value);
      if (read.warning) problems.push({ column, code: read.warning, warning: true });
    }
    return { values, problems };
  };
}

const companyName =
  /公司|集团|工厂|车队|合作社|中心|物流|运输队|商行|经营部|事务所|医院|学校|局$|站$|厂$|院$|部$/u;

/** 单位 or 个人, by the name, where the file does not say. */
export const customerKindOf = (name: string): 'person' | 'company' =>
  companyName.test(name) ? 'company' : 'person';

const kindWords: readonly (readonly [RegExp, string])[] = [
  [/牵引/u, 'tractor'],
  [/挂车|半挂/u, 'trailer'],
  [/轻卡|轻型|皮卡|微卡/u, 'lightTruck'],
  [/中卡|中型货/u, 'mediumTruck'],
  [/重卡|自卸|载货|渣土|重型/u, 'heavyTruck'],
  [/客车|大巴|中巴/u, 'bus'],
  [/搅拌|冷藏|洒水|环卫|消防|清障|专用|起重/u, 'special'],
  [/suv|mpv|轿车|轿跑|两厢|三厢|家用/iu, 'car'],
];

/** The kind of a vehicle by plate and model where the file does not say; undefined when nothing tells. */
export function vehicleKindOf(plate: string | undefined, model: string | undefined): string | undefined {
  if (plate && classifyPlate(plate) === 'trailer') return 'trailer';
  return model ? kindWords.find(([word]) => word.test(model))?.[1] : undefined;
}

/** `YYYY-MM-DD HH:mm:ss` of the store's wall clock as day and UTC instant; the instant is missing where no time was given. */
export function dayAndInstant(text: string): { day: string; instant: string | null } {
  const [day = '', time] = text.split(' ');
  return { day, instant: time ? new Date(`${day}T${time}+08:00`).toISOString() : null };
}
