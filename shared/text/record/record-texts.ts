import type { Fields } from '../../kernel/field.ts';

/** Texts of one record feature: its names, its fields, the names of its choices. Keys follow the field table. */
export type RecordTexts<F extends Fields> = {
  /** One record, e.g. 客户. */
  readonly one: string;
  /** The list, e.g. 客户. */
  readonly many: string;
  /** Sentence of the empty list. */
  readonly empty: string;
  readonly fields: { readonly [K in keyof F]: string };
  readonly choices: {
    readonly [K in keyof F as F[K] extends { readonly kind: 'choice' } ? K : never]: F[K] extends {
      readonly choices: readonly (infer C extends string)[];
    }
      ? { readonly [V in C]: string }
      : never;
  };
};

/** Both languages of one feature; a field or choice without a name does not compile. Money is named without a unit. */
export const recordText = <F extends Fields>(
  _fields: F,
  chinese: RecordTexts<F>,
  english: RecordTexts<F>,
): { 'zh-CN': RecordTexts<F>; en: RecordTexts<F> } => ({
  'zh-CN': chinese,
  en: english,
});
