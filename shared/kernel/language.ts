/** The two languages of the program. */
export type Language = 'zh-CN' | 'en';
