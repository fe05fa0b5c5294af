import { z } from 'zod';
import { isDay } from './day.ts';
import { normalText } from './normal-text.ts';
import { normalPhone } from './phone.ts';
import { normalPlate } from './plate.ts';
import { checkVin, normalVin } from './vin.ts';

/**
 * A field of a store record, declared once: its schema, column, list column, form input, import column and export
 * column follow from it. Units: `money` whole fen, `day` `YYYY-MM-DD`, `instant` UTC ISO text, `flag` boolean.
 */
export type FieldKind =
  | 'text'
  | 'note'
  | 'day'
  | 'instant'
  | 'money'
  | 'integer'
  | 'choice'
  | 'reference'
  | 'plate'
  | 'vin'
  | 'phone'
  | 'flag';

export type Field = {
  readonly kind: FieldKind;
  readonly required?: true;
  /** `choice`: the allowed values; their names are texts `choice.<feature>.<field>.<value>`. */
  readonly choices?: readonly string[];
  /** `reference`: the feature whose record id is stored. */
  readonly refers?: string;
  /** Longest text, in characters; default 200, notes 4000. */
  readonly max?: number;
  /** Lowest number; default 0. */
  readonly min?: number;
  /** Shown in the list without being asked for. */
  readonly listed?: true;
  /** Found by the search. */
  readonly searched?: true;
  /** Sum shown in the list's totals row. */
  readonly summed?: true;
  /** The person who owns the record: rights with scope `own` look here. */
  readonly owner?: true;
  /** Right without which the value is masked. */
  readonly maskedWithout?: 'customer.seePhone' | 'stock.seeCost';
  /** Kept by the core; not in forms or input. */
  readonly computed?: true;
  /** No two living records share the value. */
  readonly unique?: true;
  /** Value of a new record in the form. */
  readonly initial?: string | number | boolean;
};

export type Fields = Readonly<Record<string, Field>>;

type BaseValue<F extends Field> = F['kind'] extends 'money' | 'integer' | 'reference'
  ? number
  : F['kind'] extends 'flag'
    ? boolean
    : F['kind'] extends 'choice'
      ? F['choices'] extends readonly (infer C)[]
        ? C
        : string
      : string;

export type ValueOf<F extends Field> = F extends { readonly required: true }
  ? BaseValue<F>
  : BaseValue<F> | null;

/** The values of a record as the contract carries them; computed fields included. */
export type ValuesOf<F extends Fields> = { -readonly [K in keyof F]: ValueOf<F[K]> };

/** What a form sends: everything but the computed fields. */
export type InputOf<F extends Fields> = {
  -readonly [K in keyof F as F[K] extends { readonly computed: true } ? never : K]: ValueOf<F[K]>;
};

/** Typed identity: keeps the literal types of a field table. */
export const fieldsOf = <const F extends Fields>(fields: F): F => fields;

/** A masked value comes back from the form of a person who may not see it; the core then keeps what it has. */
export const isMasked = (value: unknown): boolean => typeof value === 'string' && value.includes('***');

const largestInteger = 9_000_000_000_000;

function textSchema(field: Field): z.ZodType<string> {
  const max = field.max ?? (field.kind === 'note' ? 4000 : 200);
  const base = z.string({ error: 'required' });
  const tidy = field.kind === 'note' ? base.overwrite((t) => t.trim()) : base.overwrite((t) => normalText(t));
  const bounded = tidy.max(max, { error: 'too-long' });
  return field.required ? bounded.min(1, { error: 'required' }) : bounded;
}

function baseSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
    case 'note':
      return textSchema(field);
    case 'day':
      return z.string({ error: 'required' }).refine(isDay, { error: 'not-a-day' });
    case 'instant':
      return z.iso.datetime({ error: 'not-an-instant' });
    case 'money':
    case 'integer':
      return z
        .number({ error: field.required ? 'required' : 'not-a-number' })
        .int({ error: field.kind === 'money' ? 'not-whole-fen' : 'not-whole' })
        .min(field.min ?? 0, { error: 'too-small' })
        .max(largestInteger, { error: 'too-large' });
    case 'reference':
      return z.number({ error: 'required' }).int().positive({ error: 'required' });
    case 'choice':
      return z.enum([...(field.choices ?? [])] as [string, ...string[]], { error: 'not-a-choice' });
    case 'plate':
      return z
        .string({ error: 'required' })
        .overwrite((t) => (isMasked(t) ? t : normalPlate(t)))
        .max(12, { error: 'too-long' });
    case 'vin':
      return z
        .string({ error: 'required' })
        .overwrite((t) => normalVin(t))
        .superRefine((t, context) => {
          const checked = checkVin(t);
          if (!checked.ok) context.addIssue({ code: 'custom', message: `vin-${checked.problem}` });
        });
    case 'phone':
      return z
        .string({ error: 'required' })
        .overwrite((t) => normalPhone(t) ?? t)
        .refine((t) => normalPhone(t) !== undefined || (field.maskedWithout !== undefined && isMasked(t)), {
          error: 'not-a-phone',
        });
    case 'flag':
      return z.boolean({ error: 'required' });
  }
}

/** An empty text from a form, or a plate such as 无, means "nothing": it becomes null before the schema sees it. */
const emptyToNull =
  (field: Field) =>
  (value: unknown): unknown => {
    if (typeof value !== 'string') return value ?? null;
    const text = field.kind === 'plate' && !isMasked(value) ? normalPlate(value) : value.trim();
    return text === '' ? null : value;
  };

/** The schema of one field; issue messages are keys of the `problem` texts. */
export const fieldSchema = (field: Field): z.ZodType =>
  field.required ? baseSchema(field) : z.preprocess(emptyToNull(field), baseSchema(field).nullable());

/** The schema of what a form sends for a field table. */
export function inputSchema<F extends Fields>(fields: F): z.ZodType<InputOf<F>, InputOf<F>> {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (!field.computed) shape[name] = fieldSchema(field);
  }
  return z.strictObject(shape) as unknown as z.ZodType<InputOf<F>, InputOf<F>>; // the shape was built from the same table
}

/** Names of a field table, typed. */
export const fieldNames = <F extends Fields>(fields: F): readonly (keyof F & string)[] => Object.keys(fields);
