import type { RawBuilder, SqlBool } from 'kysely';
import type { Day } from '#shared/kernel/day.ts';
import type { Field, Fields } from '#shared/kernel/field.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { Right } from '#shared/rpc/rights.ts';
import type { CommandContext } from '../handler.ts';
import type { Sqlite } from '../sqlite.ts';

/**
 * How a feature is reckoned back to an earlier day, for lists behind figures of that day: asked by a filter `asOf` on one
 * field. SQL over the feature's own table.
 */
export type AsOf = {
  readonly field: string;
  /** Which records counted on the day. */
  readonly counted: (day: Day) => RawBuilder<SqlBool>;
  /** Columns whose value was another one on the day. */
  readonly columns?: Readonly<Record<string, (day: Day) => RawBuilder<unknown>>>;
};

/** Cells of a file of a list, from the field's name and the row; undefined: the value as it is. */
export type ExportCells = (
  sqlite: Sqlite,
  language: Language,
) => (field: string, row: RecordValues) => string | number | undefined;

export type RecordValues = Readonly<Record<string, string | number | boolean | null>>;

/** One record feature as the kernel sees it. Declared in `electron/features/<f>/<f>.record.ts`. */
export type RecordDefinition = {
  readonly feature: string;
  /** Table in camelCase, as Kysely names it. */
  readonly table: string;
  readonly fields: Fields;
  readonly readRight: Right;
  /** Field that names the record. */
  readonly title: string;
  /** Field that names it to who reads English; the title stands in where it is empty. */
  readonly titleEn?: string;
  /** Field shown beside the name. */
  readonly detail?: string;
  /** false: found only inside its parent (contact, payment …), not by the search. */
  readonly indexed?: false;
  /** The record it hangs on, when that one's owner owns it too: lines of a repair order. */
  readonly parent?: { readonly feature: string; readonly field: string };
  readonly asOf?: AsOf;
  /** Values that follow from the others, computed before saving. */
  readonly compute?: (values: RecordValues) => Record<string, string | number | null>;
  /** Rules over the whole record; throws DeskError. */
  readonly check?: (values: RecordValues) => void;
  /**
   * A gate before a record is created or changed by hand: throws where it may not become what it is to be. Imports and the
   * way out of the bin do not pass it.
   */
  readonly gate?: (
    context: CommandContext,
    before: RecordValues | null,
    after: RecordValues,
  ) => Promise<void>;
  /** What else must change in the same transaction, e.g. a parent's sums. Given the record's values before and after. */
  readonly afterChange?: (
    context: CommandContext,
    before: RecordValues | null,
    after: RecordValues | null,
  ) => Promise<void>;
  /**
   * What a file of the list says instead of a stored value, where that means nothing by itself: of keys and of numbers whose
   * unit another record has. `reads`: fields that it needs beside.
   */
  readonly exported?: {
    readonly reads: readonly string[];
    readonly cells: ExportCells;
  };
};

const keptEntries = new WeakMap<RecordDefinition, readonly [string, Field][]>();

/** The fields in their order; kept, because an import asks for them with every row. */
export function fieldEntries(definition: RecordDefinition): readonly [string, Field][] {
  let entries = keptEntries.get(definition);
  if (!entries) {
    entries = Object.entries(definition.fields);
    keptEntries.set(definition, entries);
  }
  return entries;
}

/** Sum of whole numbers among the values; a missing one counts as nothing. */
export const sumOf = (values: RecordValues, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + Number(values[name] ?? 0), 0);

/** Fields that name a record to who reads a language; the first that is not empty does. */
export const titleFields = ({ title, titleEn }: RecordDefinition, language: Language): readonly string[] =>
  language === 'en' && titleEn ? [titleEn, title] : [title];

/** The first of the fields that holds something, as text; empty where none does. */
export const firstGiven = (row: RecordValues, names: readonly string[]): string =>
  String(names.map((name) => row[name] ?? '').find((value) => value !== '') ?? '');

/** Field of the person who owns a record; rights with scope `own` look there. */
export const ownerField = (definition: RecordDefinition): string | undefined =>
  fieldEntries(definition).find(([, field]) => field.owner)?.[0];
