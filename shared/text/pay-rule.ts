import type { PayContent } from '../features/pay/pay.content.ts';
import type { RuleMonths } from '../features/pay/pay.rules.ts';
import { formatMonth } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import { formatMoney } from '../kernel/money.ts';
import { filled } from './filled.ts';
import { rateText } from './pay-line.ts';
import { payText } from './pay.text.ts';

/** What a pay rule says, aspect by aspect, each as lines of words; the same on screens and on paper. */
export type PayRuleWords = Readonly<
  Record<'months' | 'base' | 'steps' | 'shares' | 'coefficients' | 'welfare', readonly string[]>
>;

/** `2026年1月 起` or `2026年1月 至 2026年12月`. */
const monthsOf = ({ fromMonth, toMonth }: RuleMonths, language: Language): string => {
  const from = formatMonth(fromMonth, language);
  return toMonth === null
    ? filled(payText[language].open, { from })
    : filled(payText[language].span, { from, to: formatMonth(toMonth, language) });
};

/** What its steps count, of whom and how: `交车台数 · 所管部门合计 · 全额阶梯`. */
export function payStepsHead({ unit, scope, steps, stepKind }: PayContent, language: Language): string {
  const text = payText[language];
  return [
    text.units[unit],
    ...(scope ? [text.scopes[scope]] : []),
    ...(unit === 'fixed' ? [] : [steps.length === 0 ? text.noSteps : text.stepKindsShort[stepKind]]),
  ].join(' · ');
}

export function payRuleWords(
  rule: RuleMonths & { readonly content: PayContent },
  language: Language,
): PayRuleWords {
  const text = payText[language];
  const {
    unit,
    baseFen,
    bonusFen = 0,
    steps,
    shares,
    coefficients,
    coefficientOn,
    capFen,
    welfare,
  } = rule.content;
  const span = (from: string, to: string | null): string => (to === null ? `≥ ${from}` : `${from} – ${to}`);
  return {
    months: [monthsOf(rule, language)],
    base: [formatMoney(baseFen), ...(bonusFen > 0 ? [`${text.lines.bonus} ${formatMoney(bonusFen)}`] : [])],
    steps: [
      payStepsHead(rule.content, language),
      ...steps.map(
        ({ from, to, amountFen }) =>
          `${filled(to === null ? text.explain.stepOpen : text.explain.step, { from, to: to ?? '', unit: text.unitWord[unit] })} ${formatMoney(amountFen)}`,
      ),
    ],
    shares: shares.map(({ of, basisPoints }) => `${text.shareKinds[of]} ${rateText(basisPoints)}`),
    coefficients: [
      ...coefficients.map(
        ({ fromBasisPoints, belowBasisPoints, basisPoints }) =>
          `${span(rateText(fromBasisPoints), belowBasisPoints === null ? null : rateText(belowBasisPoints))} → ${rateText(basisPoints)}`,
      ),
      ...(coefficients.length === 0
        ? []
        : [`${text.coefficientOn}${language === 'en' ? ' ' : ''}${text.coefficientOns[coefficientOn]}`]),
      ...(capFen === null ? [] : [filled(text.explain.cap, { cap: formatMoney(capFen) })]),
    ],
    welfare: welfare.map(({ name, amountFen }) => `${name} ${formatMoney(amountFen)}`),
  };
}
