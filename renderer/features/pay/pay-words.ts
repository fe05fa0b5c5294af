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

/** What is counted, whose figures count and how steps pay, in a line. */
export const summaryText = (
  { unit, scope, steps, stepKind, bonusFen = 0 }: PayContent,
  { t, money }: ScreenTexts,
): string =>
  [
    t(`pay.units.${unit}`),
    ...(scope === 'department' ? [t('pay.scopes.department')] : []),
    ...(bonusFen > 0 ? [`${t('pay.lines.bonus')} ${money(bonusFen)}`] : []),
    ...(steps.length > 0
      ? [t(`pay.stepKindsShort.${stepKind}`), steps.map(({ amountFen }) => money(amountFen)).join(' → ')]
      : []),
  ].join(' · ');
