import type { RefundLine } from '../features/membership/membership-refund.rules.ts';
import type { Language } from '../kernel/language.ts';
import { formatMoney } from '../kernel/money.ts';
import { filled } from './filled.ts';
import { membershipPageText } from './membership.text.ts';

/** What a line adds or takes: `+` where something is added back to what was paid. For screen and paper. */
export const refundLineMoney = ({ key, fen }: RefundLine): string =>
  key !== 'paid' && fen > 0 ? `+${formatMoney(fen)}` : formatMoney(fen);

/** One line of a refund's reasoning as a sentence; amounts (`…Fen`, `used`) are written as money. For screen and paper. */
export function refundLineText({ key, params }: RefundLine, language: Language): string {
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) =>
      typeof value === 'number' && (name === 'used' || name.endsWith('Fen'))
        ? [name.replace(/Fen$/u, ''), formatMoney(value)]
        : [name, value],
    ),
  );
  return filled(membershipPageText[language].refundLines[key], shown);
}
