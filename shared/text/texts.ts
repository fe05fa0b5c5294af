import { createInstance, type i18n, type TFunction } from 'i18next';
import type { Language } from '../kernel/language.ts';
import { chinese, english } from './all.ts';

// Keys and parameters of texts are checked by the compiler.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof chinese };
    returnNull: false;
  }
}

/** A translator for one language: screens, reports, worker and command line use the same texts. */
export function createTexts(language: Language): i18n {
  const texts = createInstance();
  void texts.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { 'zh-CN': { translation: chinese }, en: { translation: english } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return texts;
}

export type Translate = TFunction;

/** Texts whose key is data (a feature, a field, a code); a test proves that every such key exists. */
export function textAt(
  texts: i18n,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const translate = texts.t as unknown as (key: string, params: object) => string; // the key is data here
  return texts.exists(key) ? translate(key, { ...params }) : key;
}
