import type { Texts } from './bilingual.ts';

/** A sentence with its `{{names}}` filled, where no screen is there to do it: paper, files. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/gu, (_whole, name: string) => String(values[name] ?? ''));

type Counted = Readonly<Record<string, string | number>> & { readonly count: number };

/** The same for a sentence with a count: English has `<key>_one` beside it for what is said of 1. */
export function counted<Words extends Texts>(
  words: Words,
  key: { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words] & string,
  values: Counted,
): string {
  const texts: Texts = words;
  const said = (values.count === 1 ? texts[`${key}_one`] : undefined) ?? texts[key];
  return filled(typeof said === 'string' ? said : key, values);
}
