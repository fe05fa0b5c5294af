/** Both languages of a text stand side by side; a missing or an extra key does not compile. */
export type Texts = { readonly [key: string]: string | Texts };

/** English has the keys of the Chinese, and may add `<key>_one`: what is said when the parameter `count` is 1. */
type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]>;
} & {
  readonly [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string;
};

export type Bilingual<T extends Texts> = { readonly 'zh-CN': T; readonly en: SameShape<T> };

/** Declares texts: Chinese gives the shape, English must have the same. Parameters are written `{{name}}`. */
export const bilingual = <const T extends Texts>(
  chinese: T,
  english: NoInfer<SameShape<T>>,
): Bilingual<T> => ({ 'zh-CN': chinese, en: english });
