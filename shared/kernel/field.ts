/**
 * A field of a store record, declared once: its schema, column, list column, form input, import column and export
 * column follow from it. Units: `money` whole fen, `day` `YYYY-MM-DD`, `month` `YYYY-MM`, `instant` UTC ISO text, `flag` boolean.
 */
export type FieldKind =
  | 'text'
  | 'note'
  | 'day'
  | 'month'
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

/** Names of a field table, typed. */
export const fieldNames = <F extends Fields>(fields: F): readonly (keyof F & string)[] => Object.keys(fields);
