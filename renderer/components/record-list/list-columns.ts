import type { Field, Fields } from '#shared/kernel/field.ts';
import type { SavedColumn } from './list-views.ts';

/** Columns of a list: which fields, in which order, how wide (CSS px). */

export type Column = SavedColumn & { readonly kind: Field['kind'] };

const widths: Record<Field['kind'], number> = {
  text: 130,
  note: 220,
  day: 116,
  month: 110,
  instant: 150,
  money: 124,
  integer: 84,
  choice: 96,
  reference: 120,
  plate: 108,
  vin: 172,
  phone: 124,
  flag: 136,
};

/** A name column says more than a code column. */
const usualWidth = (name: string, field: Field): number =>
  field.kind !== 'text'
    ? widths[field.kind]
    : /name/iu.test(name)
      ? 180
      : name === 'model'
        ? 170
        : name === 'text'
          ? 280
          : (field.max ?? 200) <= 30
            ? 84
            : widths.text;

/** Room that words take in a cell of 13 px text, in px: Chinese signs are square, others about half as wide. */
export const widthOfWords = (words: string): number =>
  17 + Math.ceil(words.replaceAll(/[^\u2E80-\uFFFF]/gu, '').length * (13 - 7.4) + words.length * 7.4);

/** Room that the words of a column need in the person's language, px: its heading and its choices. */
export type WordRoom = (name: string, field: Field) => number;
const noRoom: WordRoom = () => 0;

/** Fields kept by the core beside the declared ones; they may be shown too. */
export const headFields: Fields = {
  id: { kind: 'integer' },
  createdAt: { kind: 'instant' },
  updatedAt: { kind: 'instant' },
};

export const fieldNamed = (fields: Fields, name: string): Field | undefined =>
  fields[name] ?? headFields[name];

/** A column, as wide as it was kept, or as the kind of its field and its words ask for. */
export const columnOf = (
  fields: Fields,
  name: string,
  given: { readonly kept?: number | undefined; readonly usual?: number | undefined } = {},
  room: WordRoom = noRoom,
): Column | undefined => {
  const field = fieldNamed(fields, name);
  if (!field) return undefined;
  const width = given.kept ?? Math.max(given.usual ?? usualWidth(name, field), room(name, field));
  return { field: name, width, kind: field.kind };
};

/** The columns to show: the saved ones that still exist, or the fields marked as listed. */
export function shownColumns(
  fields: Fields,
  saved: readonly SavedColumn[] | null,
  usual: Readonly<Record<string, number>> = {},
  usualColumns?: readonly string[],
  room: WordRoom = noRoom,
): Column[] {
  if (saved && saved.length > 0)
    return saved.flatMap(({ field, width }) => columnOf(fields, field, { kept: width }) ?? []);
  const names = usualColumns ?? Object.keys(fields).filter((name) => fields[name]?.listed);
  return names.flatMap((name) => columnOf(fields, name, { usual: usual[name] }, room) ?? []);
}

/** Moves a column one place; beyond the ends nothing happens. */
export function movedColumn(columns: readonly Column[], field: string, by: -1 | 1): Column[] {
  const at = columns.findIndex((column) => column.field === field);
  const to = at + by;
  const moved = [...columns];
  const [one, other] = [columns[at], columns[to]];
  if (one && other) {
    moved[at] = other;
    moved[to] = one;
  }
  return moved;
}

export const isRight = (kind: Field['kind']): boolean => kind === 'money' || kind === 'integer';
