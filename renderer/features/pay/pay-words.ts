import type { PayContent } from '#shared/features/pay/pay.content.ts';
import type { RuleMonths } from '#shared/features/pay/pay.rules.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import type { ScreenTexts } from '#renderer/hooks/use-texts.ts';

/** `2026年1月 起` or `2026年1月 至 2026年12月`. */
export function monthsText({ fromMonth, toMonth }: RuleMonths, { t, language }: ScreenTexts): string {
  const from = formatMonth(fromMonth, language);
  return toMonth === null
    ? t('pay.open', { from })
    : t('pay.span', { from, to: formatMonth(toMonth, language) });
}

/** What is counted and how steps pay, in a line. */
export const summaryText = ({ unit, steps, stepKind }: PayContent, { t, money }: ScreenTexts): string =>
  steps.length === 0
    ? `${t(`pay.units.${unit}`)} · ${t('pay.noSteps')}`
    : [
        t(`pay.units.${unit}`),
        t(`pay.stepKindsShort.${stepKind}`),
        steps.map(({ amountFen }) => money(amountFen)).join(' → '),
      ].join(' · ');
