import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/kernel/language.ts';
import { dayOfInstant, formatDay, formatMonth, isDay, timeOfInstant, type Day } from '#shared/kernel/day.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { DeskErrorData, FieldIssue } from '#shared/rpc/desk-error.ts';
import { textAt, type Translate } from '#shared/text/texts.ts';

/** Texts and formats of the person's language. */
export type ScreenTexts = {
  readonly language: Language;
  readonly t: Translate;
  /** Texts of a record feature: `one`, `many`, `empty`. */
  readonly record: (feature: string, key: 'one' | 'many' | 'empty') => string;
  readonly field: (feature: string, field: string) => string;
  readonly choice: (feature: string, field: string, value: string) => string;
  readonly day: (day: Day) => string;
  /** A month `2026-11` as people write it. */
  readonly month: (month: string) => string;
  /** Day and time of an instant on the store's clock. */
  readonly instant: (iso: string) => string;
  /** `HH:mm` of an instant on the store's clock. */
  readonly time: (iso: string) => string;
  readonly money: (fen: number) => string;
  /** A whole error as one sentence. */
  readonly error: (data: DeskErrorData) => string;
  /** The sentence beside a field. */
  readonly issue: (issue: FieldIssue) => string;
};

/** China has one time zone. */
const storeOffsetMinutes = 480;

type Params = Readonly<Record<string, string | number>>;

/** What people wrote themselves: it stays as it is, even where it looks like a day. */
const asWritten: ReadonlySet<string> = new Set(['name', 'number', 'receipt', 'receiptKey', 'text', 'card']);

/** The days in a sentence's parameters as people of the language write them. */
const withDays = (params: Params | undefined, language: Language): Params | undefined =>
  params &&
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && !asWritten.has(name) && isDay(value) ? formatDay(value, language) : value,
    ]),
  );

export function useTexts(): ScreenTexts {
  const { i18n, t } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return useMemo(() => {
    const at = (key: string, params?: Readonly<Record<string, string | number>>): string =>
      textAt(i18n, key, params);
    return {
      language,
      t,
      record: (feature, key) => at(`record.${feature}.${key}`),
      field: (feature, field) => at(`record.${feature}.fields.${field}`),
      choice: (feature, field, value) => at(`record.${feature}.choices.${field}.${value}`),
      day: (day) => formatDay(day, language),
      month: (month) => formatMonth(month, language),
      instant: (iso) =>
        `${formatDay(dayOfInstant(iso, storeOffsetMinutes), language)} ${timeOfInstant(iso, storeOffsetMinutes)}`,
      time: (iso) => timeOfInstant(iso, storeOffsetMinutes),
      money: formatMoney,
      error(data) {
        if ('reason' in data && i18n.exists(`problem.reasons.${data.reason}`)) {
          return at(
            `problem.reasons.${data.reason}`,
            withDays('params' in data ? data.params : undefined, language),
          );
        }
        if (data.code === 'not-found' && i18n.exists(`problem.gone.${data.feature}`))
          return at(`problem.gone.${data.feature}`);
        const { code: _code, ...rest } = data;
        return at(`problem.codes.${data.code}`, rest as Record<string, string>);
      },
      issue: ({ issue, params }) => at(`problem.issues.${issue}`, withDays(params, language)),
    };
  }, [i18n, language, t]);
}
