/** The two languages of the program. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
