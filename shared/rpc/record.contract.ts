import { z } from 'zod';
import { inputSchema } from '../kernel/field-schema.ts';
import type { Fields, InputOf, ValuesOf } from '../kernel/field.ts';
import { action, command, query, type Call } from './call.ts';
import type { Right } from './rights.ts';

/**
 * The calls that every store record has: list, get, create, update, bin, restore, neighbours, history.
 * A feature declares its fields (`shared/features/<f>/<f>.fields.ts`) and adds its own calls beside these.
 */

/** Removing more records than this at once asks again and backs up first. */
export const manyRecords = 100;

/** What every record carries beside its values. */
export type RecordHead = {
  readonly id: number;
  /** Counts changes; sent back with an update so that stale edits are told. */
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Set while the record lies in the bin. */
  readonly removedAt: string | null;
};

export type RecordOf<F extends Fields> = RecordHead & ValuesOf<F>;

/** Names of referred records: feature → id → name. Only of ids that occur in the answer. */
export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** `asOf`: what was so on an earlier day, where a feature can reckon back (stock, open orders, people, receivables). */
export const filterOperators = [
  'is',
  'isNot',
  'contains',
  'from',
  'to',
  'oneOf',
  'empty',
  'filled',
  'asOf',
] as const;

const filterValue = z.union([
  z.string().max(200),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])).max(200),
]);

export const listFilter = z.strictObject({
  field: z.string().max(60),
  operator: z.enum(filterOperators),
  value: filterValue.optional(),
});
export type ListFilter = z.infer<typeof listFilter>;

export const listInput = z.strictObject({
  page: z.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.number().int().min(1).max(500).default(50),
  sort: z
    .array(z.strictObject({ field: z.string().max(60), descending: z.boolean() }))
    .max(3)
    .default([]),
  search: z.string().max(100).default(''),
  filters: z.array(listFilter).max(20).default([]),
  /** true: the records in the bin. */
  bin: z.boolean().default(false),
});
export type ListInput = z.output<typeof listInput>;

export type Page<Row> = {
  readonly rows: readonly Row[];
  /** Rows of all pages. */
  readonly total: number;
  /** Sums of the summed fields over all pages, in the field's unit. */
  readonly sums: Readonly<Record<string, number>>;
  readonly labels: Labels;
};

export type OneRecord<Row> = { readonly record: Row; readonly labels: Labels };

/** One line of a record's history, from the audit or an import. */
export type HistoryLine = {
  readonly seq: number;
  readonly at: string;
  readonly personName: string;
  readonly call: string;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | number | boolean | null;
    readonly after: string | number | boolean | null;
  }[];
};

const id = z.number().int().positive();
const byId = z.strictObject({ id });
const byIds = z.strictObject({ ids: z.array(id).min(1).max(10_000) });
const removeInput = byIds.extend({ confirmed: z.number().int().optional() });
const neighboursInput = z.strictObject({ id, list: listInput });
const chooseInput = z.strictObject({
  /** Only this record: its name is asked for. */
  id: id.optional(),
  search: z.string().max(100),
  limit: z.number().int().min(1).max(50).default(20),
});

const anything = z.custom<never>();
/** Outputs are made by our own typed handlers: the type is the contract, checked by the compiler; one schema lets all through. */
export const output = <T>(): z.ZodType<T> => anything;

export type RecordCalls<F extends Fields> = {
  readonly list: Call<'query', z.input<typeof listInput>, Page<RecordOf<F>>, ListInput>;
  readonly get: Call<'query', { id: number }, OneRecord<RecordOf<F>>>;
  readonly create: Call<'command', { values: InputOf<F> }, { id: number }>;
  readonly update: Call<
    'command',
    { id: number; version: number; values: InputOf<F> },
    { id: number; version: number }
  >;
  /** Above `manyRecords` the number must be said again in `confirmed`, and a backup is made first. */
  readonly remove: Call<
    'action',
    { ids: number[]; confirmed?: number },
    { removed: number },
    { ids: number[]; confirmed?: number | undefined }
  >;
  readonly restore: Call<'command', { ids: number[] }, { restored: number }>;
  readonly neighbours: Call<
    'query',
    { id: number; list: z.input<typeof listInput> },
    { previous: number | null; next: number | null; position: number; total: number },
    { id: number; list: ListInput }
  >;
  readonly history: Call<'query', { id: number }, readonly HistoryLine[]>;
  /** Records to choose from in a reference field. */
  readonly choose: Call<
    'query',
    { id?: number; search: string; limit?: number },
    readonly { id: number; label: string; detail: string }[],
    { id?: number | undefined; search: string; limit: number }
  >;
};

/** Declares the common calls of a record feature. */
export function recordCalls<F extends Fields>(
  fields: F,
  right: { readonly read: Right; readonly write: Right; readonly remove: Right },
): RecordCalls<F> {
  // Some forty tables of fields: the schema of one is built when the first record is written, not when the program starts.
  const values = z.lazy(() => inputSchema(fields));
  const calls = {
    list: query(right.read, listInput, output<Page<RecordOf<F>>>()),
    get: query(right.read, byId, output<OneRecord<RecordOf<F>>>()),
    create: command(right.write, z.strictObject({ values }), output<{ id: number }>()),
    update: command(
      right.write,
      z.strictObject({ id, version: z.number().int(), values }),
      output<{ id: number; version: number }>(),
    ),
    remove: action(right.remove, removeInput, output<{ removed: number }>()),
    restore: command(right.remove, byIds, output<{ restored: number }>()),
    neighbours: query(
      right.read,
      neighboursInput,
      output<{ previous: number | null; next: number | null; position: number; total: number }>(),
    ),
    history: query(right.read, byId, output<readonly HistoryLine[]>()),
    choose: query(
      right.read,
      chooseInput,
      output<readonly { id: number; label: string; detail: string }[]>(),
    ),
  };
  return calls;
}

/** Calls or handlers of a record that only the core writes: what reads it. */
export const readOnlyCalls = <
  Calls extends Readonly<Record<'list' | 'get' | 'neighbours' | 'history' | 'choose', unknown>>,
>({
  list,
  get,
  neighbours,
  history,
  choose,
}: Calls): Pick<Calls, 'list' | 'get' | 'neighbours' | 'history' | 'choose'> => ({
  list,
  get,
  neighbours,
  history,
  choose,
});
