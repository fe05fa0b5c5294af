/** The two languages of the program. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** What is stored in both languages, in the one of the person; where nobody wrote English, the Chinese. */
export const saidIn = (language: Language, chinese: string, english: string | null): string =>
  language === 'en' ? english || chinese : chinese;
