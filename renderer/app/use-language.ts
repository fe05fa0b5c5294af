import { useContext, useEffect } from 'react';
import { I18nContext, useTranslation } from 'react-i18next';
import type { Language } from '#shared/kernel/language.ts';

/** The language follows the person; before sign-in it is the store's, or what was chosen on this window. */
export function useLanguage(language: Language | undefined): void {
  const { i18n } = useTranslation();
  // The instance itself: the hook's is another one after each change, and the choice of this window would be taken back.
  const texts = useContext(I18nContext)?.i18n;
  useEffect(() => {
    if (language) void texts?.changeLanguage(language);
  }, [texts, language]);
  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, [i18n.language]);
}
